package org.obhut.mailbox;

import java.util.List;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.BodyParts;
import org.obhut.mime.FlowedText;
import org.obhut.mime.MimeEntity;
import org.obhut.mime.UuencodedText;
import org.obhut.reading.HtmlText;
import org.obhut.reading.QuotedText;
import org.obhut.reading.ReadableText;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.Protection;

/**
 * The text, HTML and files of a mail. Text or HTML too long to be looked at on a page is cut; {@link MailFiles} keeps it whole.
 *
 * @param text plain text, LF line ends: the mail's own and those of messages within it
 * @param newText what the mail itself says, without what is quoted; the messages within it where it says nothing
 * @param html the HTML as received, null where there is none
 * @param protection how the mail is encrypted or signed, null where it is not
 */
record BodyText(
        String text,
        String newText,
        @Nullable String html,
        @Nullable Protection protection,
        List<AttachmentContent> files) {

    /** Characters; a novel has about as many. */
    static final int LONGEST = 1_000_000;

    static BodyText of(MimeEntity root) {
        BodyParts parts = BodyParts.of(root);
        MailFiles files = MailFiles.of(parts);
        ReadableText written = readable(parts);
        ReadableText own =
                written.text().isBlank() ? ReadableText.plain(String.join("\n\n", files.packedTexts())) : written;
        Protection protection = ProtectedMail.of(root, own.text()).orElse(null);
        ReadableText open = ProtectedMail.readable(own);
        String nested = NestedTexts.of(root);
        String shown = ClearSigned.text(own.text());
        String text = shown.isBlank() || nested.isEmpty() ? shown + nested : shown + "\n\n" + nested;
        String newText = QuotedText.newText(own.text().isBlank() ? ReadableText.plain(cut(nested)) : open);
        return new BodyText(cut(text), newText, html(parts), protection, files.all());
    }

    /** The plain parts, HTML where nothing plain stands for it, or where what stands for it is empty; as much as is shown. */
    static ReadableText readable(BodyParts parts) {
        ReadableText text = joined(parts.text());
        return text.text().isBlank() ? joined(parts.html()) : text;
    }

    private static ReadableText joined(List<MimeEntity> parts) {
        return parts.stream()
                .map(BodyText::readable)
                .reduce(ReadableText.plain(""), ReadableText::and)
                .cut(LONGEST);
    }

    private static ReadableText readable(MimeEntity part) {
        String text = cut(part.decodedText());
        if (part.is("text/html")) {
            return HtmlText.of(text);
        }
        boolean flowed = "flowed".equalsIgnoreCase(part.type().parameter("format"));
        boolean joined = "yes".equalsIgnoreCase(part.type().parameter("delsp"));
        String withoutFiles = UuencodedText.of(text).text();
        return ReadableText.plain(flowed ? FlowedText.unfold(withoutFiles, joined) : withoutFiles);
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
        return html.length() > LONGEST ? null : html.toString();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
