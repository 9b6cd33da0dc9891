package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.obhut.mime.MimeReader;
import org.obhut.mime.UnparsableMail;

class MailParserTest {

    private final MailParser parser = new MailParser(1 << 20);

    private ParsedMail parse(String... lines) throws UnparsableMail {
        return parser.parse(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAPlainMail() throws Exception {
        ParsedMail mail = parse(
                "From: Mira <mira@client.example>",
                "To: Beratung <Beratung+abc@Obhut.example>",
                "Reply-To: other@client.example",
                "Subject: Frage zur Anmeldung",
                "Date: Mon, 2 Mar 2026 09:30:00 +0100",
                "Message-ID: <m1@client.example>",
                "In-Reply-To: <a@obhut.example>",
                "References: <z@obhut.example> <a@obhut.example>",
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Grüße,",
                "Mira");
        assertEquals("Frage zur Anmeldung", mail.subject());
        assertEquals("mira@client.example", mail.from().address());
        assertEquals("Mira", mail.from().name());
        assertEquals("other@client.example", mail.replyTo().address());
        assertEquals(List.of("beratung+abc@obhut.example"), mail.recipients());
        assertEquals(Instant.parse("2026-03-02T08:30:00Z"), mail.date());
        assertEquals("m1@client.example", mail.messageId());
        assertEquals(List.of("a@obhut.example", "z@obhut.example"), mail.references());
        assertEquals("Grüße,\nMira", mail.text());
        assertNull(mail.html());
        assertNull(mail.report());
    }

    @Test
    void choosesTheTextOfAnAlternativeAndKeepsFiles() throws Exception {
        ParsedMail mail = parse(
                "Content-Type: multipart/mixed; boundary=out",
                "",
                "--out",
                "Content-Type: multipart/alternative; boundary=in",
                "",
                "--in",
                "Content-Type: text/plain",
                "",
                "plain",
                "--in",
                "Content-Type: text/html",
                "",
                "<p>rich</p>",
                "--in--",
                "--out",
                "Content-Type: application/pdf; name*=utf-8''Bescheid%20%C3%BC.pdf",
                "Content-Transfer-Encoding: base64",
                "",
                "SGFsbG8=",
                "--out--");
        assertEquals("plain", mail.text());
        assertEquals("<p>rich</p>", mail.html());
        assertEquals(1, mail.attachments().size());
        assertEquals("Bescheid ü.pdf", mail.attachments().get(0).name());
        assertEquals("Hallo", new String(mail.attachments().get(0).bytes(), StandardCharsets.US_ASCII));
    }

    @Test
    void turnsHtmlIntoTextWhereNothingElseIsThere() throws Exception {
        ParsedMail mail = parse(
                "Content-Type: text/html; charset=utf-8",
                "",
                "<html><head><title>t</title><style>p{}</style></head><body><p>Guten&nbsp;Tag,</p><ul><li>eins<li>zwei</ul>",
                "<blockquote>alt<br>älter</blockquote><script>x()</script></body></html>");
        assertEquals("Guten Tag,\n\n- eins\n- zwei\n\n> alt\n> älter", mail.text());
    }

    @Test
    void findsTheTextUnderAMissingOrWrongBoundary() throws Exception {
        for (String type : List.of("multipart/mixed", "multipart/mixed; boundary=wrong")) {
            ParsedMail mail =
                    parse("Content-Type: " + type, "", "--right", "Content-Type: text/plain", "", "here", "--right--");
            assertEquals("here", mail.text());
        }
        assertEquals(
                "no part at all",
                parse("Content-Type: multipart/mixed; boundary=x", "", "no part at all")
                        .text());
    }

    @Test
    void readsEightBitHeadersAndUnlabelledText() throws Exception {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.write("Subject: Prüfung\r\n\r\nPrüfung".getBytes(Charset.forName("windows-1252")));
        ParsedMail latin = parser.parse(mail.toByteArray());
        assertEquals("Prüfung", latin.subject());
        assertEquals("Prüfung", latin.text());
        assertEquals("Въпрос", parse("Subject: Въпрос", "", "x").subject());
    }

    @Test
    void joinsEncodedWordsCutWithinACharacter() throws Exception {
        byte[] bytes = "Молба".getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 0, 3));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 3, bytes.length));
        assertEquals(
                "Молба!",
                parse("Subject: =?utf-8?B?" + first + "?=", " =?UTF-8?B?" + second + "?=!", "", "x")
                        .subject());
    }

    @Test
    void removesNulAndNormalisesLineEnds() throws Exception {
        ParsedMail mail =
                parser.parse("Subject: a\u0000b\n\none\u0000\r\ntwo\rthree".getBytes(StandardCharsets.US_ASCII));
        assertEquals("ab", mail.subject());
        assertEquals("one\ntwo\nthree", mail.text());
    }

    @Test
    void unfoldsFlowedText() throws Exception {
        ParsedMail mail = parse(
                "Content-Type: text/plain; format=flowed; delsp=yes",
                "",
                "Donau ",
                "dampf",
                "> quo ",
                "> ted",
                "-- ",
                "me");
        assertEquals("Donaudampf\n> quoted\n-- \nme", mail.text());
    }

    @Test
    void keepsWhatIsTooLongForAPageAsAFile() throws Exception {
        ParsedMail mail = new MailParser(8 << 20)
                .parse(("Subject: " + "s".repeat(5_000) + "\r\n\r\n" + "x".repeat(BodyText.LONGEST + 1))
                        .getBytes(StandardCharsets.US_ASCII));
        assertEquals(998, mail.subject().length());
        assertEquals(BodyText.LONGEST, mail.text().length());
        assertEquals("mail.txt", mail.attachments().get(0).name());
        assertEquals(BodyText.LONGEST + 1, mail.attachments().get(0).bytes().length);
    }

    @Test
    void countsMessagesWithin() throws Exception {
        ParsedMail mail = parse(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "look",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "",
                "text",
                "--b--");
        assertEquals(1, mail.nestedMessages());
        assertEquals("inner.eml", mail.attachments().get(0).name());
        assertEquals("look\n\nSubject: inner\n\ntext", mail.text());
        assertEquals("look", mail.newText());
    }

    @Test
    void keepsTheIdByWhichHtmlNamesAnImage() throws Exception {
        ParsedMail mail = parse(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<img src=\"cid:bild1@x\">",
                "--b",
                "Content-Type: image/png; name=bild.png",
                "Content-ID: < bild1@x >",
                "",
                "png",
                "--b",
                "Content-Type: image/png",
                "",
                "png",
                "--b--");
        assertEquals("bild1@x", mail.attachments().get(0).contentId());
        assertNull(mail.attachments().get(1).contentId());
    }

    @Test
    void refusesWhatIsEmptyTooLargeOrTooDeep() {
        assertEquals(
                "empty",
                assertThrows(UnparsableMail.class, () -> parser.parse(new byte[0]))
                        .reason());
        assertEquals(
                "empty",
                assertThrows(UnparsableMail.class, () -> parse("", " ", "")).reason());
        assertEquals(
                "too-large",
                assertThrows(UnparsableMail.class, () -> parser.parse(new byte[(1 << 20) + 1]))
                        .reason());
        String deep = "Content-Type: message/rfc822\r\n\r\n".repeat(MimeReader.MAX_DEPTH + 1) + "Subject: x\r\n\r\nx";
        assertEquals(
                "too-deep",
                assertThrows(UnparsableMail.class, () -> parse(deep)).reason());
        String many = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\nx\r\n".repeat(MimeReader.MAX_PARTS) + "--b--";
        assertEquals(
                "too-many-parts",
                assertThrows(UnparsableMail.class, () -> parse(many)).reason());
    }

    @Test
    void readsAnyBytesOrRefusesThemCleanly() throws Exception {
        Random random = new Random(7);
        byte[] valid = String.join(
                        "\r\n",
                        "From: a@b",
                        "Content-Type: multipart/mixed; boundary=\"b\"",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<p>x",
                        "--b--")
                .getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] mail = valid.clone();
            for (int k = 0; k < 1 + random.nextInt(12); k++) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            try {
                assertNotNull(parser.parse(mail).text());
                read++;
            } catch (UnparsableMail e) {
                assertNotNull(e.reason());
            }
        }
        assertTrue(read > 19_000, "most damage can be read over, read " + read);
    }

    @Test
    void staysLinearOnWhatIsBuiltToHurt() {
        List<String> hostile = List.of(
                "Subject: " + "=?utf-8?q?".repeat(100_000) + "\r\n\r\nx",
                "From: " + " ".repeat(900_000) + "@\r\n\r\nx",
                "From: a@b\r\n" + "x\r\n".repeat(300_000) + "y: z\r\n\r\nx",
                "From: MAILER-DAEMON@b\r\n\r\n" + "\n".repeat(900_000),
                "From: a@b\r\n\r\n" + "*".repeat(900_000),
                "From: a@b\r\n\r\n" + "On 2026 wrote\n".repeat(60_000),
                "References: " + "<a".repeat(400_000) + "\r\n\r\nx",
                "Content-Type: text/html\r\n\r\n" + "<div>".repeat(150_000),
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(900));
        for (String mail : hostile) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> {
                        try {
                            parser.parse(mail.getBytes(StandardCharsets.US_ASCII));
                        } catch (UnparsableMail e) {
                            assertNotNull(e.reason());
                        }
                    },
                    () -> mail.substring(0, 40));
        }
    }
}
