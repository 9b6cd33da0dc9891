package org.obhut.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A reply as the bytes that go to SMTP (RFC 5322, RFC 2045).
 *
 * <p>A client's phone may lie open on a table, so the message says as little as it can: the mailbox's neutral phrase as
 * subject, the mailbox as sender and never a person, the time in UTC, no program's and no machine's name. It is written
 * here byte by byte, because a mail library puts host name, counter and clock into Message-ID and boundaries.
 *
 * @param messageId without brackets; 128 random bits at the mailbox's domain
 * @param recipient the bare address of the envelope
 * @param bytes the whole message; lines end with CRLF
 */
record OutgoingMail(String messageId, String recipient, byte[] bytes) {

    private static final int ID_BYTES = 16;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * Writes a reply.
     *
     * @param date of the message: when it may be sent at the earliest
     * @throws org.obhut.platform.InvalidInput where the receiver's address can't be written to
     */
    static OutgoingMail compose(OutgoingReply reply, SenderIdentity sender, Instant date, SecureRandom random) {
        AddrSpec from = AddrSpec.parse("from", sender.address());
        AddrSpec to = AddrSpec.parse("to", reply.to());
        var conversation = new Conversation(reply.references(), reply.inReplyTo());
        String messageId = random(random) + '@' + from.domain();
        var mail = new Writer();
        mail.header("From", mailbox(sender, from));
        mail.header("To", to.toString());
        if (sender.subaddressing()) {
            mail.header("Reply-To", from.tagged(reply.token()).toString());
        }
        mail.header("Subject", EncodedWords.unstructured(sender.subjectPhrase()));
        mail.header("Date", DATE.format(date));
        mail.header("Message-ID", '<' + messageId + '>');
        conversation.inReplyTo().ifPresent(id -> mail.header("In-Reply-To", id));
        conversation.references().ifPresent(ids -> mail.header("References", ids));
        if (reply.automatic()) {
            mail.header("Auto-Submitted", "auto-replied");
        }
        mail.header("MIME-Version", "1.0");
        mail.body(
                TextPart.of(reply.text()),
                reply.files().stream().map(FilePart::of).toList(),
                random(random));
        return new OutgoingMail(messageId, to.toString(), mail.bytes.toByteArray());
    }

    private static String mailbox(SenderIdentity sender, AddrSpec address) {
        String name = sender.name() == null ? "" : EncodedWords.phrase(sender.name());
        if (name.isEmpty()) {
            return address.toString();
        }
        boolean oneLine = name.length() + address.toString().length() < 66;
        return name + (oneLine ? " <" : "\r\n <") + address + '>';
    }

    private static String random(SecureRandom random) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Neither mail nor receiver in a log. */
    @Override
    public String toString() {
        return "OutgoingMail[" + bytes.length + " bytes]";
    }

    private static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void header(String name, String value) {
            write(name + ": " + value + "\r\n");
        }

        void body(TextPart text, List<FilePart> files, String boundary) {
            if (files.isEmpty()) {
                part(text);
                return;
            }
            header("Content-Type", "multipart/mixed;\r\n boundary=\"" + boundary + '"');
            write("\r\n--" + boundary + "\r\n");
            part(text);
            for (FilePart file : files) {
                write("\r\n--" + boundary + "\r\n");
                header("Content-Type", file.type());
                header("Content-Disposition", "attachment;\r\n " + String.join(";\r\n ", file.disposition()));
                content("base64", file.bytes());
            }
            write("\r\n--" + boundary + "--\r\n");
        }

        private void part(TextPart text) {
            header("Content-Type", TextPart.TYPE);
            content(text.encoding(), text.bytes());
        }

        private void content(String encoding, byte[] content) {
            header("Content-Transfer-Encoding", encoding);
            write("\r\n");
            bytes.writeBytes(content);
        }

        private void write(String ascii) {
            bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
