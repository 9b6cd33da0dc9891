package org.obhut.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.obhut.html.CleanedHtml;
import org.obhut.html.LinkTarget;

/**
 * A mail as it was sent, as a page of its own for a frame without rights. A link in it leads to a question on the same page,
 * which names the host it really goes to; only the answer to that leaves. No script is needed for this, and no
 * address of a client's link ever reaches this server.
 */
final class SentDocument {

    private static final String STYLE = """
            :root{color-scheme:only light}
            body{margin:0;background:#fff;color:#1b1b1b;font:1rem/1.5 "Fira Sans",Arial,sans-serif}
            #mail{padding:1rem;overflow-wrap:break-word}
            #mail img{max-width:100%;height:auto}
            #mail a{color:#0b4fa0}
            .to{unicode-bidi:isolate;direction:ltr;display:inline-block;margin:0 .25rem;padding:0 .3rem;border:1px solid #767676;border-radius:.25rem;background:#f2f2f2;color:#333;font:.8rem/1.4 "Fira Sans",Arial,sans-serif;overflow-wrap:anywhere}
            .lie{border-color:#a3000b;background:#fdecec;color:#7a0008;font-weight:600}
            .leave{display:none;position:fixed;inset:0 0 auto 0;padding:1rem;border-bottom:2px solid #1b1b1b;background:#fff;box-shadow:0 .25rem 1rem #0006;font:1rem/1.5 "Fira Sans",Arial,sans-serif}
            .leave:target{display:block}
            .leave p{margin:0 0 .5rem}
            .leave .address{font-size:.8rem;color:#444;overflow-wrap:anywhere}
            .leave a{display:inline-block;margin-right:1rem;padding:.4rem .8rem;border:2px solid #0b4fa0;border-radius:.25rem;color:#0b4fa0;text-decoration:none}
            .leave a:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}
            """;

    /** The frame's own rules, whatever the page around it allows. Popups are the links that a person has confirmed. */
    static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; style-src-elem '"
            + hash(STYLE)
            + "'; style-src-attr 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox "
            + SentDocument.SANDBOX;

    /** What the frame may do: no script, no form, no session, no way to the page around it. */
    static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    /** A mail with more links than this is not read for its links. */
    private static final int MOST_LINKS = 500;

    private static final int LONGEST_ADDRESS = 300;

    private final Document page = Document.createShell("");
    private final Texts texts;
    private int links;

    private SentDocument(Texts texts) {
        this.texts = texts;
    }

    static String of(CleanedHtml mail, InlineImages images, Texts texts) {
        return new SentDocument(texts).with(mail, images);
    }

    private String with(CleanedHtml mail, InlineImages images) {
        page.outputSettings(new OutputSettings().prettyPrint(false));
        page.insertChildren(0, new org.jsoup.nodes.DocumentType("html", "", ""));
        page.child(0).attr("lang", texts.language().tag());
        page.title(texts.text("sent.title"));
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        Element letter = page.body().appendElement("div").attr("id", "mail");
        letter.appendChildren(Jsoup.parseBodyFragment(mail.html()).body().childNodes());
        letter.select("img").forEach(image -> draw(image, images));
        letter.select("a").forEach(this::ask);
        return page.outerHtml();
    }

    private void draw(Element image, InlineImages images) {
        Optional<String> url = images.url(image.attr("src"));
        if (url.isPresent()) {
            image.attr("src", url.get());
        } else {
            String description = image.attr("alt").strip();
            image.replaceWith(
                    new TextNode('[' + (description.isEmpty() ? texts.text("sent.no-image") : description) + ']'));
        }
    }

    private void ask(Element link) {
        Optional<LinkTarget> target = LinkTarget.of(link.attr("href"));
        boolean misleading = link.hasAttr(CleanedHtml.MISLEADING);
        String written = link.attr("href");
        link.clearAttributes();
        if (target.isPresent()) {
            name(link, target.get(), misleading);
            if (links < MOST_LINKS) {
                links++;
                link.attr("href", "#leave-" + links);
                question(target.get(), misleading);
            }
        } else if (written.startsWith("mailto:") && !link.text().contains("@")) {
            String address = written.substring("mailto:".length()).replaceFirst("\\?.*", "");
            label(link, address, false);
        }
    }

    private void name(Element link, LinkTarget target, boolean misleading) {
        if (misleading || !target.namedBy(link.text())) {
            label(link, misleading ? texts.text("sent.leads-to", target.shown()) : target.shown(), misleading);
        }
    }

    private static void label(Element link, String text, boolean misleading) {
        Element label = new Element("span").addClass("to").text(text);
        if (misleading) {
            label.addClass("lie");
        }
        link.after(label);
    }

    private void question(LinkTarget target, boolean misleading) {
        Element question = page.body()
                .appendElement("section")
                .addClass("leave")
                .attr("id", "leave-" + links)
                .attr("aria-label", texts.text("sent.leave"));
        question.appendElement("p")
                .text(texts.text("sent.leave-for") + " ")
                .appendElement("strong")
                .text(target.shown());
        if (misleading) {
            question.appendElement("p").text(texts.text("sent.lie"));
        }
        String address = target.address();
        question.appendElement("p")
                .addClass("address")
                .text(address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) + '…' : address);
        question.appendElement("a")
                .attr("href", address)
                .attr("target", "_blank")
                .attr("rel", "noopener noreferrer nofollow")
                .text(texts.text("sent.open"));
        question.appendElement("a").attr("href", "#mail").text(texts.text("sent.stay"));
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
