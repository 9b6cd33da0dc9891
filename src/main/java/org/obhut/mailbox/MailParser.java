package org.obhut.mailbox;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.threading.MessageIds;
import org.obhut.ticket.Address;
import org.obhut.ticket.AttachmentContent;

/**
 * Reads a mail into what it says. Whatever the bytes are, the outcome is a {@link ParsedMail} or {@link UnparsableMail}:
 * errors of any other kind, deep recursion included, become the latter.
 */
public class MailParser {

    private static final List<String> ENVELOPE_FIELDS =
            List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to");

    private final int maxBytes;

    /** @param maxBytes the largest mail that is read */
    public MailParser(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @throws UnparsableMail where the mail is empty, above a bound, or can't be read */
    public ParsedMail parse(byte[] mail) throws UnparsableMail {
        if (mail.length > maxBytes) {
            throw new UnparsableMail("too-large");
        }
        try {
            MimeEntity root = MimeReader.read(mail);
            if (root.headers().isEmpty() && new String(mail, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
                throw new UnparsableMail("empty");
            }
            return parsed(root);
        } catch (RuntimeException | StackOverflowError e) {
            // The cause is left out: its message may hold a piece of the mail.
            throw new UnparsableMail("unparsable");
        }
    }

    private static ParsedMail parsed(MimeEntity root) {
        HeaderFields headers = root.headers();
        BodyParts parts = BodyParts.of(root);
        DeliveryReport report = DeliveryReports.read(root).orElse(null);
        String text = text(parts);
        String newText = QuotedText.newText(text);
        return new ParsedMail(
                oneLine(headers.decoded("subject")),
                first(headers, "from"),
                first(headers, "reply-to"),
                recipients(headers),
                date(headers),
                MessageIds.first(headers.first("message-id").orElse("")).orElse(null),
                MessageIds.nearestFirst(
                        headers.first("in-reply-to").orElse(""),
                        headers.first("references").orElse("")),
                text,
                newText,
                html(parts),
                LanguageGuess.of(newText),
                AutoReplyDetector.automatic(headers) || report != null,
                report,
                files(parts),
                leaves(root),
                nested(root));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }

    private static @Nullable Address first(HeaderFields headers, String field) {
        return headers.every(field).stream()
                .flatMap(raw -> AddressList.read(raw).stream())
                .findFirst()
                .orElse(null);
    }

    private static List<String> recipients(HeaderFields headers) {
        Set<String> found = new LinkedHashSet<>();
        for (String field : ENVELOPE_FIELDS) {
            for (String raw : headers.every(field)) {
                AddressList.read(raw).forEach(a -> found.add(a.address().toLowerCase(Locale.ROOT)));
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Instant date(HeaderFields headers) {
        String raw = headers.first("date").orElse("");
        java.util.Date date = raw.isBlank() ? null : new MailDateFormat().parse(raw, new ParsePosition(0));
        // Before e-mail or after this century nobody has written; such a date is a broken clock.
        return date == null || date.getTime() < 0 || date.getTime() > 4_102_444_800_000L ? null : date.toInstant();
    }

    private static String text(BodyParts parts) {
        List<String> texts = new ArrayList<>();
        for (MimeEntity part : parts.text()) {
            String text = part.decodedText();
            if (part.is("text/html")) {
                text = HtmlText.of(text);
            } else if ("flowed".equalsIgnoreCase(part.type().parameter("format"))) {
                text = FlowedText.unfold(
                        text, "yes".equalsIgnoreCase(part.type().parameter("delsp")));
            }
            texts.add(text);
        }
        return String.join("\n", texts);
    }

    private static @Nullable String html(BodyParts parts) {
        if (parts.html().stream().noneMatch(p -> p.is("text/html"))) {
            return null;
        }
        StringBuilder html = new StringBuilder();
        for (MimeEntity part : parts.html()) {
            html.append(
                    part.is("text/html")
                            ? part.decodedText()
                            : "<pre>" + org.jsoup.nodes.Entities.escape(part.decodedText()) + "</pre>");
        }
        return html.toString();
    }

    private static List<AttachmentContent> files(BodyParts parts) {
        List<AttachmentContent> files = new ArrayList<>();
        for (MimeEntity part : parts.files()) {
            String name = part.name();
            if (name == null && part.message()) {
                name = oneLine(part.children().get(0).headers().decoded("subject")) + ".eml";
            }
            files.add(new AttachmentContent(
                    name == null ? "" : oneLine(name), part.type().value(), part.body()));
        }
        return files;
    }

    private static int leaves(MimeEntity part) {
        return part.children().isEmpty()
                ? 1
                : part.children().stream().mapToInt(MailParser::leaves).sum();
    }

    private static int nested(MimeEntity part) {
        return (part.message() ? 1 : 0)
                + part.children().stream().mapToInt(MailParser::nested).sum();
    }
}
