package org.obhut.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.obhut.acceptance.Canaries.Place;

/** Mails that carry canaries in every part and in every transfer encoding (RFC 2045). */
final class CanaryMails {

    private final Canaries canaries;

    CanaryMails(Canaries canaries) {
        this.canaries = canaries;
    }

    String sender() {
        return canaries.in(Place.SENDER_ADDRESS) + "@client.example";
    }

    String answersTo() {
        return canaries.in(Place.REPLY_TO) + "@client.example";
    }

    /** Text, HTML and two files; all text as 8 bits, the second file as base64. */
    byte[] inTheOpen() {
        return """
                From: %s <%s>
                Reply-To: %s
                To: beratung@obhut.example
                Cc: %s@client.example
                Subject: %s
                Date: Mon, 02 Nov 2026 09:15:00 +0100
                Message-ID: <%s@client.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Guten Tag, %s.
                --inner
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: 8bit

                <p>Guten Tag, <b>%s</b>.</p>
                --inner--
                --outer
                Content-Type: text/plain; charset=utf-8; name="%s.txt"
                Content-Disposition: attachment; filename="%s.txt"
                Content-Transfer-Encoding: 8bit

                %s
                --outer
                Content-Type: application/octet-stream; name=brief.bin
                Content-Disposition: attachment; filename=brief.bin
                Content-Transfer-Encoding: base64

                %s
                --outer--
                """.formatted(
                        canaries.in(Place.SENDER_NAME),
                        sender(),
                        answersTo(),
                        canaries.in(Place.COPY_RECEIVER),
                        canaries.in(Place.SUBJECT),
                        canaries.in(Place.MESSAGE_ID),
                        canaries.in(Place.BODY),
                        canaries.in(Place.HTML_PART),
                        canaries.in(Place.FILE_NAME),
                        canaries.in(Place.FILE_NAME),
                        canaries.in(Place.FILE_CONTENT),
                        base64("x".repeat(70_000) + canaries.in(Place.BASE64_FILE_CONTENT)))
                .getBytes(UTF_8);
    }

    /** Messages within messages, more than any reader follows: this one goes to quarantine. */
    byte[] thatNobodyUnderstands() {
        return ("From: " + sender() + "\n" + "Content-Type: message/rfc822\n\n".repeat(100) + "Subject: tief\n\n"
                        + canaries.in(Place.QUARANTINED_MAIL) + "\n")
                .getBytes(UTF_8);
    }

    byte[] inBase64() throws IOException {
        return encoded("base64", base64("Guten Tag, " + canaries.in(Place.BASE64_BODY)));
    }

    byte[] inQuotedPrintable() throws IOException, MessagingException {
        var text = new ByteArrayOutputStream();
        try (var out = MimeUtility.encode(text, "quoted-printable")) {
            out.write(("Guten Tag, " + canaries.in(Place.QUOTED_PRINTABLE_BODY)).getBytes(UTF_8));
        }
        return encoded("quoted-printable", text.toString(UTF_8));
    }

    byte[] inAnswerTo(byte[] reply) throws MessagingException {
        String references = "In-Reply-To: " + ImapInbox.parsed(reply).getMessageID() + "\n";
        return Mails.text(
                answersTo(), "Re: Ihre Nachricht", "answer@client.example", references, canaries.in(Place.ANSWER));
    }

    private byte[] encoded(String encoding, String text) throws IOException {
        return """
                From: %s
                To: beratung@obhut.example
                Subject: %s
                Date: Mon, 02 Nov 2026 10:15:00 +0100
                Message-ID: <%s-of-the-canary@client.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: %s

                %s
                """.formatted(
                        sender(),
                        MimeUtility.encodeText(canaries.in(Place.ENCODED_SUBJECT), "UTF-8", "B"),
                        encoding,
                        encoding,
                        text)
                .getBytes(UTF_8);
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
