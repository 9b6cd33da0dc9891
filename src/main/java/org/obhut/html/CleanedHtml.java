package org.obhut.html;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What may be seen of a mail's HTML: structure, tables, simple style, links of the web, and images that came with the mail
 * ({@code cid:}, RFC 2392). Images from elsewhere are left out altogether, since fetching one tells its sender that the mail
 * was read.
 *
 * @param html the content of a body
 * @param cut whether the mail has more elements than anybody can look at, so that its end is left out
 */
public record CleanedHtml(String html, Removed removed, boolean cut) {

    /** Marks a link whose words name another place than it leads to. No mail can set it. */
    public static final String MISLEADING = "data-misleading";

    private static final Safelist ALLOWED = new Safelist()
            .addTags("a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite")
            .addTags("code", "col", "colgroup", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "font")
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre")
            .addTags(
                    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td",
                    "tfoot")
            .addTags("th", "thead", "tr", "tt", "u", "ul", "var", "wbr")
            .addAttributes(":all", "align", "bgcolor", "dir", "height", "lang", "style", "valign", "width")
            .addAttributes("a", "href")
            .addAttributes("col", "span")
            .addAttributes("colgroup", "span")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("hr", "size", "color")
            .addAttributes("img", "alt", "src", "border")
            .addAttributes("li", "value")
            .addAttributes("ol", "start", "type")
            .addAttributes("table", "border", "cellpadding", "cellspacing")
            .addAttributes("td", "colspan", "nowrap", "rowspan")
            .addAttributes("th", "colspan", "nowrap", "rowspan")
            .addProtocols("a", "href", "https", "http", "mailto")
            .addProtocols("img", "src", "cid")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,19}");
    private static final Pattern LENGTH = Pattern.compile("[+-]?\\d{1,4}(\\.\\d{1,2})?(%|px)?");
    private static final Pattern FONT = Pattern.compile("[A-Za-z0-9 ,'-]{1,200}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{1,35}");

    /** Cells that span: browsers make room for all of them. */
    private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");

    static CleanedHtml of(String raw) {
        BoundedPage page = BoundedPage.of(raw);
        return of(page.document(), page.cut());
    }

    private static CleanedHtml of(Document mail, boolean cut) {
        Inspection inspection = Inspection.of(mail);
        layOnPaper(mail.body());
        Document clean = new Cleaner(ALLOWED).clean(mail);
        clean.outputSettings(new OutputSettings().prettyPrint(false));
        int lies = 0;
        for (Element element : clean.body().getAllElements()) {
            if (!element.attributes().isEmpty()) {
                element.attributes().asList().stream()
                        .filter(attribute -> !may(attribute))
                        .forEach(attribute -> element.removeAttr(attribute.getKey()));
            }
            if (element.normalName().equals("a") && element.hasAttr("href")) {
                lies += link(element);
            } else if (element.normalName().equals("img") && !element.hasAttr("src")) {
                missing(element);
            }
        }
        return new CleanedHtml(clean.body().html(), inspection.removed(lies), cut);
    }

    /** Puts the body's own look, for which a fragment has no place, on a block around what is in it. */
    private static void layOnPaper(Element body) {
        String style = body.attr("style")
                + (body.hasAttr("bgcolor") ? ";background-color:" + body.attr("bgcolor") : "")
                + (body.hasAttr("text") ? ";color:" + body.attr("text") : "");
        if (!SafeStyle.of(style).isEmpty()) {
            Element block = new Element("div").attr("style", style);
            block.appendChildren(body.childNodes());
            body.appendChild(block);
        }
    }

    private static boolean may(Attribute attribute) {
        String value = attribute.getValue().strip();
        return switch (attribute.getKey()) {
            case "href", "rel", "target", "src", "alt", "nowrap" -> true;
            case "style" -> {
                attribute.setValue(SafeStyle.of(value));
                yield !attribute.getValue().isEmpty();
            }
            case "bgcolor", "color" -> SafeStyle.colour(value);
            case "colspan", "rowspan", "span" -> SPAN.matcher(value).matches();
            case "face" -> FONT.matcher(value).matches();
            case "lang" -> TAG.matcher(value).matches();
            case "align", "valign", "dir", "type" -> WORD.matcher(value).matches() || value.equals("1");
            default -> LENGTH.matcher(value).matches();
        };
    }

    /** Gives a link the address that was understood, or none; 1 where its words name another. */
    private static int link(Element link) {
        if (link.attr("href").startsWith("mailto:")) {
            return 0;
        }
        Optional<LinkTarget> target = LinkTarget.of(link.attr("href"));
        if (target.isEmpty()) {
            link.removeAttr("href");
            return 0;
        }
        link.attr("href", target.get().address());
        if (LinkText.lies(link.text(), target.get())) {
            link.attr(MISLEADING, "true");
            return 1;
        }
        return 0;
    }

    /** In place of an image its description, where it has one. */
    private static void missing(Element image) {
        String description = image.attr("alt").strip();
        if (description.isEmpty()) {
            image.remove();
        } else {
            image.replaceWith(new TextNode('[' + description + ']'));
        }
    }
}
