package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.InvalidInput;

class OutgoingMailTest {

    @Test
    void aPlainReplyIsExactlyThis() {
        assertEquals(
                """
                From: beratung@obhut.example
                To: mira@client.example
                Subject: Ihre Nachricht
                Date: Thu, 5 Mar 2026 11:00:00 +0000
                Message-ID: <000102030405060708090a0b0c0d0e0f@obhut.example>
                In-Reply-To: <a2@client.example>
                References: <a1@client.example>
                 <a2@client.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 7bit

                Guten Tag,

                das geht.
                """.replace("\n", "\r\n"),
                text(Replies.plain()
                        .answering("a2@client.example", "a1@client.example")
                        .mail()));
    }

    @Test
    void aMailThatNobodyWroteSaysSo() {
        String mail = text(Replies.plain().byItself().mail());
        assertEquals(
                text(Replies.plain().mail()).replace("MIME-Version:", "Auto-Submitted: auto-replied\r\nMIME-Version:"),
                mail);
    }

    @Test
    void aReplyWithUmlautsAndAFileIsExactlyThis() {
        var sender = new SenderIdentity(Replies.MAILBOX, "Beratung für Sie", "Вашето съобщение", true, false, false);
        byte[] file = "Übersicht\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                """
                From: =?UTF-8?B?QmVyYXR1bmcgZsO8ciBTaWU=?= <beratung@obhut.example>
                To: mira@client.example
                Reply-To: beratung+k3v9x2m7q4w8@obhut.example
                Subject: =?UTF-8?B?0JLQsNGI0LXRgtC+INGB0YrQvtCx0YnQtdC90LjQtQ==?=
                Date: Thu, 5 Mar 2026 11:00:00 +0000
                Message-ID: <000102030405060708090a0b0c0d0e0f@obhut.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed;
                 boundary="101112131415161718191a1b1c1d1e1f"

                --101112131415161718191a1b1c1d1e1f
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Sch=C3=B6ne Gr=C3=BC=C3=9Fe und alles Gute f=C3=BCr den Termin am Montag um=
                 neun Uhr

                --101112131415161718191a1b1c1d1e1f
                Content-Type: text/plain;
                 name="=?UTF-8?B?w5xiZXJzaWNodC50eHQ=?="
                Content-Disposition: attachment;
                 filename*=UTF-8''%C3%9Cbersicht.txt
                Content-Transfer-Encoding: base64

                w5xiZXJzaWNodAo=

                --101112131415161718191a1b1c1d1e1f--
                """.replace("\n", "\r\n"),
                text(Replies.plain()
                        .from(sender)
                        .text("Schöne Grüße und alles Gute für den Termin am Montag um neun Uhr")
                        .file("Übersicht.txt", "text/plain; charset=UTF-8", file)
                        .mail()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Grüße",
                "Благодарим Ви за съобщението. Можете да дойдете в понеделник.",
                "ขอบคุณสำหรับข้อความของคุณ เราจะติดต่อกลับโดยเร็ว",
                ".\n..\n.dot at the start\nFrom here on\n",
                "blank at the end \nand a tab\t\n=equals=20\n\n\nlast line without an end",
                "👩‍👧 and a lone surrogate's neighbour",
                "a very long line ................................................................................ .... end"
            })
    void anyTextArrivesAsItWasWritten(String written) throws Exception {
        String arrived =
                parsed(Replies.plain().text(written).mail()).getContent().toString();
        assertEquals((written.endsWith("\n") ? written : written + "\n").replace("\n", "\r\n"), arrived);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "ж ", "ค", "word ", ".", "=\t"})
    void noLineIsLongerThanAPhoneOrAServerTakes(String piece) throws Exception {
        String written = piece.repeat(4000);
        OutgoingMail mail = Replies.plain().text(written).mail();
        assertTrue(text(mail).lines().allMatch(line -> line.length() <= 78));
        assertTrue(text(mail).lines().noneMatch(line -> line.startsWith(".")));
        assertEquals(written + "\r\n", parsed(mail).getContent());
    }

    @Test
    void controlCharactersAndForeignLineEndsDoNotTravel() throws Exception {
        String arrived = parsed(Replies.plain()
                        .text("one\rtwo\u2028three\0four\u001b[2J\u0085five")
                        .mail())
                .getContent()
                .toString();
        assertEquals("one\r\ntwo\r\nthreefour[2J\r\nfive\r\n", arrived);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Merkblatt.pdf",
                "Übersicht der Beratungsstellen.pdf",
                "Списък на консултантските центрове в Северен Рейн-Вестфалия, издание 2026.pdf",
                "รายชื่อศูนย์ให้คำปรึกษา.pdf",
                "quote\" and (comment); semicolon.pdf",
                "per%cent'and=equals.pdf"
            })
    void aFileKeepsItsNameAndBytes(String name) throws Exception {
        byte[] bytes = new byte[3000];
        new SecureRandom().nextBytes(bytes);
        OutgoingMail mail = Replies.plain().file(name, "application/pdf", bytes).mail();
        var file = ((MimeMultipart) parsed(mail).getContent()).getBodyPart(1);
        assertEquals(name, file.getFileName());
        assertTrue(file.isMimeType("application/pdf"), file.getContentType());
        assertArrayEquals(bytes, file.getInputStream().readAllBytes());
        assertTrue(text(mail).lines().allMatch(line -> line.length() <= 78));
    }

    @Test
    void aFileNameBringsNoFolderAndDoesNotReadBackwards() throws Exception {
        for (String hostile :
                new String[] {"../../etc/passwd", "C:\\temp\\passwd", "\u202epasswd", "/x/\u0000passwd"}) {
            var file = Replies.plain().file(hostile, "text/plain", new byte[1]).mail();
            assertEquals(
                    "passwd",
                    ((MimeMultipart) parsed(file).getContent()).getBodyPart(1).getFileName());
        }
    }

    @Test
    void aCompositeOrBrokenTypeGoesAsPlainBytes() throws Exception {
        for (String type : new String[] {"message/rfc822", "multipart/mixed", "", "text", "a/b\r\nX-Evil: 1"}) {
            var mail = Replies.plain().file("f", type, new byte[1]).mail();
            var part = ((MimeMultipart) parsed(mail).getContent()).getBodyPart(1);
            assertEquals("application/octet-stream", part.getContentType());
        }
    }

    @Test
    void theDateIsInUniversalTime() {
        assertTrue(text(Replies.plain().mail()).contains("\r\nDate: Thu, 5 Mar 2026 11:00:00 +0000\r\n"));
    }

    @Test
    void idsAndBoundariesNeverRepeat() {
        var random = new SecureRandom();
        var reply = Replies.plain().file("f", "text/plain", new byte[1]);
        var seen = IntStream.range(0, 200)
                .mapToObj(i -> OutgoingMail.compose(reply.reply(), reply.sender(), Replies.NOON, random))
                .flatMap(
                        mail -> text(mail).lines().filter(line -> line.matches("(Message-ID|--[^-]{32}$| boundary).*")))
                .collect(Collectors.toCollection(HashSet::new));
        assertEquals(200 * 3, seen.size());
    }

    @Test
    void nothingOfTheMachineOrTheProgramIsInTheMail() throws Exception {
        String mail =
                text(Replies.plain().file("f.txt", "text/plain", new byte[1]).mail());
        String host = InetAddress.getLocalHost().getHostName();
        assertFalse(mail.contains("@" + host) || mail.contains("." + host) || mail.contains(host + "."));
        assertFalse(mail.matches("(?is).*(java|angus|x-mailer|user-agent|localhost|_part_).*"));
    }

    @Test
    void anAddressInAnInternationalDomainIsWrittenInAscii() {
        assertEquals(
                "mira@xn--mller-kva.example",
                Replies.plain().to("mira@müller.example").mail().recipient());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mira",
                "@client.example",
                "mira@",
                "mira@client.example\r\nBcc: x@y.example",
                "mira@client.example\nRCPT TO:<x@y.example>",
                "mira@client.example, other@client.example",
                "Mira <mira@client.example>",
                "mira @client.example",
                "mira@[127.0.0.1]",
                "\"a\\\"b\"@client.example",
                "\"a\nb\"@client.example",
                "mi\u0000ra@client.example",
                "ми\u202eра@client.example",
                "ми ра@client.example",
                "\u00adмира@client.example",
                "mira>@client.example",
                "mira..x@client.example"
            })
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        var refused = assertThrows(
                InvalidInput.class, () -> Replies.plain().to(address).mail());
        assertEquals("to", refused.field());
        assertEquals("invalid to: not-an-address", refused.getMessage());
    }

    static String text(OutgoingMail mail) {
        return new String(mail.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static MimeMessage parsed(OutgoingMail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }
}
