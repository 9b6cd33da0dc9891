package org.obhut.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.BodyParts;
import org.obhut.mime.FlowedText;
import org.obhut.mime.MimeEntity;
import org.obhut.reading.HtmlText;
import org.obhut.reading.QuotedText;
import org.obhut.reading.ReadableText;
import org.obhut.ticket.AttachmentContent;

/**
 * The text, HTML and files of a mail. Text or HTML too long to be looked at on a page is cut and kept whole as a file.
 *
 * @param text plain text, LF line ends
 * @param newText the text without what is quoted
 * @param html the HTML as received, null where there is none
 */
record BodyText(String text, String newText, @Nullable String html, List<AttachmentContent> files) {

    /** Characters; a novel has about as many. */
    static final int LONGEST = 1_000_000;

    private static final int LONGEST_NAME = 255;

    static BodyText of(BodyParts parts) {
        List<AttachmentContent> files = new ArrayList<>();
        parts.files().forEach(part -> files.add(file(part)));
        ReadableText text = readable(parts);
        if (text.text().length() > LONGEST) {
            files.add(
                    new AttachmentContent("mail.txt", "text/plain", text.text().getBytes(StandardCharsets.UTF_8)));
            text = text.cut(LONGEST);
        }
        String html = html(parts);
        if (html != null && html.length() > LONGEST) {
            files.add(new AttachmentContent("mail.html", "text/html", html.getBytes(StandardCharsets.UTF_8)));
            html = null;
        }
        return new BodyText(text.text(), QuotedText.newText(text), html, List.copyOf(files));
    }

    /** The plain parts, HTML where nothing plain stands for it, or where what stands for it is empty. */
    private static ReadableText readable(BodyParts parts) {
        ReadableText text = joined(parts.text());
        return text.text().isBlank() ? joined(parts.html()) : text;
    }

    private static ReadableText joined(List<MimeEntity> parts) {
        return parts.stream().map(BodyText::readable).reduce(ReadableText.plain(""), ReadableText::and);
    }

    private static ReadableText readable(MimeEntity part) {
        String text = part.decodedText();
        if (part.is("text/html")) {
            return HtmlText.of(text);
        }
        boolean flowed = "flowed".equalsIgnoreCase(part.type().parameter("format"));
        boolean joined = "yes".equalsIgnoreCase(part.type().parameter("delsp"));
        return ReadableText.plain(flowed ? FlowedText.unfold(text, joined) : text);
    }

    private static @Nullable String html(BodyParts parts) {
        if (parts.html().stream().noneMatch(part -> part.is("text/html"))) {
            return null;
        }
        StringBuilder html = new StringBuilder();
        for (MimeEntity part : parts.html()) {
            html.append(
                    part.is("text/html")
                            ? part.decodedText()
                            : "<pre>" + Entities.escape(part.decodedText()) + "</pre>");
        }
        return html.toString();
    }

    private static AttachmentContent file(MimeEntity part) {
        String name = part.name();
        if (name == null && part.message()) {
            name = part.children().get(0).headers().decoded("subject") + ".eml";
        }
        String contentId = part.contentId();
        return new AttachmentContent(
                cut(name == null ? "" : name),
                cut(part.type().value()),
                contentId == null || contentId.length() > MailParser.LONGEST_LINE ? null : contentId,
                part.body());
    }

    /** The end of a name carries its extension. */
    private static String cut(String name) {
        String line = MailParser.oneLine(name);
        return line.substring(Math.max(0, line.length() - LONGEST_NAME));
    }
}
