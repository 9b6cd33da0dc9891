package org.obhut.mailbox;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.AuthenticationResults;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;
import org.obhut.mime.MimeReader;
import org.obhut.mime.UnparsableMail;
import org.obhut.reading.TextLanguage;
import org.obhut.threading.MessageIds;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.AttachmentContent;

/**
 * Reads a mail into what it says. Whatever the bytes are, the outcome is a {@link ParsedMail} or {@link UnparsableMail}:
 * errors of any other kind, deep recursion included, become the latter.
 */
public class MailParser {

    static final int LONGEST_LINE = 998;
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
            MimeEntity root = MimeReader.read(mail, maxBytes / 10 * 9);
            if (root.headers().isEmpty() && new String(mail, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
                throw new UnparsableMail("empty");
            }
            return parsed(mail, root);
        } catch (RuntimeException | StackOverflowError e) {
            // The cause is left out: its message may hold a piece of the mail.
            throw new UnparsableMail("unparsable");
        }
    }

    private static ParsedMail parsed(byte[] mail, MimeEntity root) {
        HeaderFields headers = root.headers();
        BodyText body = BodyText.of(root);
        DeliveryReport report = DeliveryReports.read(root, body.text()).orElse(null);
        List<Appointment> appointments = Appointments.of(root);
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
                body.text(),
                body.newText(),
                body.html(),
                TextLanguage.of(body.newText()),
                KindOfMail.of(root, report, body.newText(), appointments),
                report,
                AutomaticAnswerRule.permits(headers),
                AuthenticationResults.of(headers),
                SpamMark.of(headers),
                body.protection(),
                appointments,
                body.protection() == null
                        ? body.files()
                        : withOriginal(body.files(), ProtectedMail.original(mail, root)),
                leaves(root),
                nested(root));
    }

    private static List<AttachmentContent> withOriginal(List<AttachmentContent> files, byte[] original) {
        return Stream.concat(files.stream(), Stream.of(AttachmentContent.original(original)))
                .toList();
    }

    /** Text of a header: one line, not longer than RFC 5322 section 2.1.1 lets a line be. */
    static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
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

    private static int leaves(MimeEntity part) {
        return part.children().isEmpty()
                ? part.partless() ? 0 : 1
                : part.children().stream().mapToInt(MailParser::leaves).sum();
    }

    private static int nested(MimeEntity part) {
        return (part.message() ? 1 : 0)
                + part.children().stream().mapToInt(MailParser::nested).sum();
    }
}
