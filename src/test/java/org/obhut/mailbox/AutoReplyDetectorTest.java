package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.mime.UnparsableMail;
import org.obhut.ticket.MailKind;

class AutoReplyDetectorTest {

    private final MailParser parser = new MailParser(1 << 20);

    private ParsedMail parse(String... lines) throws UnparsableMail {
        return parser.parse(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (vacation)",
                "auto-submitted: auto-generated; owner-email=x",
                "X-Autoreply: yes",
                "Precedence: auto_reply",
                "Return-Path: <>",
                "Subject: Automatische Antwort: Frage",
                "Subject: =?utf-8?Q?R=C4=83spuns_automat:_Salut?=",
            })
    void knowsAMachine(String field) throws Exception {
        assertTrue(parse("From: a@client.example", field, "", "Bin weg.").kind().automatic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Precedence: list",
                "Subject: AW: Automatische Antwort: Frage",
                "Subject: Abwesend war ich lange",
                "Return-Path: <a@client.example>",
            })
    void takesAPersonForAPerson(String field) throws Exception {
        assertFalse(
                parse("From: a@client.example", field, "", "Guten Tag").kind().automatic());
    }

    @Test
    void readsAStandardBounce() throws Exception {
        ParsedMail mail = parse(
                "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
                "Subject: Undelivered Mail Returned to Sender",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "sorry",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; gone@client.example",
                "Action: failed",
                "Status: 5.1.1",
                "",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "From: beratung@obhut.example",
                "Reply-To: beratung+tok@obhut.example",
                "Message-ID: <our@obhut.example>",
                "",
                "text",
                "--b--");
        assertEquals(MailKind.DELIVERY_FAILURE, mail.kind());
        assertEquals(List.of("our@obhut.example"), mail.report().messageIds());
        assertTrue(mail.report().recipients().contains("beratung+tok@obhut.example"));
        assertTrue(mail.kind().automatic());
    }

    @Test
    void tellsADelayFromAFailure() throws Exception {
        ParsedMail mail = parse(
                "From: MAILER-DAEMON@mx.example",
                "Content-Type: multipart/report; boundary=b",
                "",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Action: delayed",
                "--b--");
        assertEquals(MailKind.DELIVERY_DELAY, mail.kind());
    }

    @Test
    void findsOurMessageInAForeignWording() throws Exception {
        ParsedMail mail = parse(
                "From: MAILER-DAEMON@qmail.example",
                "Subject: failure notice",
                "",
                "Hi. This is the qmail-send program.",
                "--- Below this line is a copy.",
                "",
                "From: beratung@obhut.example",
                "Message-ID: <our@obhut.example>",
                "",
                "text");
        assertEquals(List.of("our@obhut.example"), mail.report().messageIds());
    }
}
