package org.obhut.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A message as the bytes that go to SMTP (RFC 5322, RFC 2045).
 *
 * <p>A client's phone may lie open on a table, so the message says as little as it can: the mailbox's neutral phrase as
 * subject, the mailbox as sender and never a person, the time in UTC, no program's and no machine's name. It is written
 * here byte by byte, because a mail library puts host name, counter and clock into Message-ID and boundaries.
 *
 * @param messageId without brackets; 128 random bits at the mailbox's domain
 * @param recipient the bare address of the envelope
 * @param bytes the whole message; lines end with CRLF. All ASCII, except for a receiver's address beyond it (RFC 6532)
 */
record OutgoingMail(String messageId, String recipient, byte[] bytes) {

    private static final int ID_BYTES = 16;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * Writes a message.
     *
     * @param date of the message: when it may be sent at the earliest
     * @throws org.obhut.platform.InvalidInput where the receiver's address can't be written to
     */
    static OutgoingMail compose(OutgoingMessage message, SenderIdentity sender, Instant date, SecureRandom random) {
        AddrSpec from = AddrSpec.parse("from", sender.address());
        AddrSpec to = AddrSpec.parse("to", message.to());
        var conversation = new Conversation(message.references(), message.inReplyTo());
        String messageId = random(random) + '@' + from.domain();
        var head = new ArrayList<String>();
        head.add("From: " + mailbox(sender, from));
        head.add("To: " + to);
        if (sender.subaddressing()) {
            head.add("Reply-To: " + from.tagged(message.token()));
        }
        head.add("Subject: " + EncodedWords.unstructured(subject(message, sender)));
        head.add("Date: " + DATE.format(date));
        head.add("Message-ID: <" + messageId + '>');
        conversation.inReplyTo().ifPresent(id -> head.add("In-Reply-To: " + id));
        conversation.references().ifPresent(ids -> head.add("References: " + ids));
        if (message.automatic()) {
            head.add("Auto-Submitted: "
                    + (message.ticket().equals(Claim.NO_TICKET) ? "auto-generated" : "auto-replied"));
        }
        head.add("MIME-Version: 1.0");
        var bytes = new ByteArrayOutputStream();
        head.forEach(header -> bytes.writeBytes((header + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body(message.letter(), message.language(), random).writeTo(bytes);
        return new OutgoingMail(messageId, to.toString(), bytes.toByteArray());
    }

    private static String subject(OutgoingMessage message, SenderIdentity sender) {
        String own = message.letter().subject();
        String words = own == null || EncodedWords.oneLine(own).isEmpty() ? sender.subjectPhrase() : own;
        return sender.subjectToken() ? words + " [#" + message.token() + ']' : words;
    }

    private static BodyPart body(Letter letter, String language, SecureRandom random) {
        BodyPart text = BodyPart.of(TextPart.plain(letter.text()));
        if (letter.html()) {
            // The last alternative is the one preferred (RFC 2046 section 5.1.4).
            BodyPart html = BodyPart.of(TextPart.html(HtmlLetter.of(letter.text(), language)));
            text = BodyPart.multipart("alternative", random(random), List.of(text, html));
        }
        if (letter.files().isEmpty()) {
            return text;
        }
        var parts = new ArrayList<BodyPart>(List.of(text));
        letter.files().forEach(file -> parts.add(BodyPart.of(FilePart.of(file))));
        return BodyPart.multipart("mixed", random(random), parts);
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
}
