package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes in, only these headers come out, each at most once, and each of this form. */
class OutgoingHeadersTest {

    private static final String INJECTION =
            "x\r\nBcc: spy@evil.example\r\n\r\n<b>\u2028X-Evil: 1\rX-Evil: 2\nX-Evil: 3\0";
    private static final String WORDS = "(=\\?UTF-8\\?B\\?[A-Za-z0-9+/]+=*\\?=( (?==\\?))?)+";
    private static final String ADDRESS = "[a-z0-9+-]+@[a-z0-9.-]+";
    private static final String ID = "<[\\x21-\\x7e&&[^<>]]{1,240}>";

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("From", "(([A-Za-z ]+|" + WORDS + ") <" + ADDRESS + ">|" + ADDRESS + ")"),
            Map.entry("To", ADDRESS),
            Map.entry("Reply-To", "beratung\\+[a-z0-9]+@obhut\\.example"),
            Map.entry("Subject", "([\\x20-\\x7e]{1,60}|" + WORDS + ")"),
            Map.entry(
                    "Date",
                    "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000"),
            Map.entry("Message-ID", "<[0-9a-f]{32}@obhut\\.example>"),
            Map.entry("In-Reply-To", ID),
            Map.entry("References", ID + "( " + ID + "){0,19}"),
            Map.entry("MIME-Version", "1\\.0"),
            Map.entry("Content-Type", "(text/plain; charset=UTF-8|multipart/mixed; boundary=\"[0-9a-f]{32}\")"),
            Map.entry("Content-Transfer-Encoding", "(7bit|quoted-printable|base64)"));

    static Stream<Replies> replies() {
        Replies plain = Replies.plain();
        var named = new SenderIdentity(Replies.MAILBOX, "Beratung", "Your message", true, false, false);
        var hostile = new SenderIdentity(Replies.MAILBOX, INJECTION, INJECTION, true, false, false);
        var lengthy = new SenderIdentity(Replies.MAILBOX, "Ж".repeat(300), "ข้อความ ".repeat(60), true, false, false);
        var quoted = new SenderIdentity(
                Replies.MAILBOX, "\"Evil\" <boss@evil.example>,", "=?UTF-8?B?QmNj?=", true, false, false);
        return Stream.of(
                plain,
                plain.text(INJECTION),
                plain.subject(INJECTION),
                plain.from(named),
                plain.from(hostile),
                plain.from(lengthy),
                plain.from(quoted),
                plain.file(INJECTION, INJECTION, INJECTION.getBytes()),
                plain.answering(INJECTION, INJECTION, "good@client.example", "a b@c", "<x@y>", ""),
                plain.answering(
                        "r@client.example",
                        IntStream.range(0, 900).mapToObj(i -> i + "@c.example").toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void onlyAllowedHeadersComeOut(Replies reply) {
        var names = new HashSet<String>();
        for (Entry<String, String> header : headers(reply.mail())) {
            assertTrue(names.add(header.getKey()), "twice: " + header.getKey());
            String form = ALLOWED.get(header.getKey());
            assertTrue(form != null, "not allowed: " + header.getKey());
            assertTrue(Pattern.matches(form, header.getValue()), header.getKey() + ": " + header.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void headersAreAsciiInShortLines(Replies reply) {
        String head = OutgoingMailTest.text(reply.mail()).split("\r\n\r\n", 2)[0];
        assertFalse(head.replace("\r\n", "").matches("(?s).*[\\r\\n].*"));
        assertTrue(head.split("\r\n").length >= 8);
        for (String line : head.split("\r\n")) {
            assertTrue(line.length() <= 78 && line.matches("[\\x20-\\x7e]+") && !line.isBlank(), line);
        }
    }

    @Test
    void encodedWordsCarryNoLineBreakEither() throws Exception {
        var hostile = new SenderIdentity(Replies.MAILBOX, INJECTION, INJECTION, false, false, false);
        for (String name : List.of("From", "Subject")) {
            String decoded = MimeUtility.decodeText(header(Replies.plain().from(hostile), name));
            assertTrue(decoded.startsWith("x Bcc: spy@evil.example <b>"), decoded);
            assertFalse(decoded.matches("(?s).*[\\p{Cc}\\u2028].*"), decoded);
        }
    }

    @Test
    void replyToStandsOnlyWhereTheServerKnowsSubAddresses() {
        var knows = new SenderIdentity(Replies.MAILBOX, null, "Ihre Nachricht", true, false, false);
        assertEquals(
                "beratung+k3v9x2m7q4w8@obhut.example", header(Replies.plain().from(knows), "Reply-To"));
        assertEquals("", header(Replies.plain(), "Reply-To"));
    }

    @Test
    void referencesKeepTheFirstAndTheLatestAndEndWithTheAnsweredMail() {
        String[] many = IntStream.range(0, 50).mapToObj(i -> i + "@c.example").toArray(String[]::new);
        String[] ids = header(Replies.plain().answering("0@c.example", many), "References")
                .split(" ");
        assertEquals(20, ids.length);
        assertEquals("<1@c.example>", ids[0]);
        assertEquals("<49@c.example>", ids[18]);
        assertEquals("<0@c.example>", ids[19]);
    }

    @Test
    void aSubjectOfOnesOwnTakesTheNeutralOnesPlaceAndStartsNoHeader() {
        Replies own = Replies.plain().subject("Termin\r\nBcc: spy@evil.example");
        assertEquals("Termin Bcc: spy@evil.example", header(own, "Subject"));
        assertEquals("Ihre Nachricht", header(Replies.plain().subject(" \n"), "Subject"));
    }

    @Test
    void aMailThatAnswersNothingRefersToNothing() {
        assertEquals("", header(Replies.plain(), "In-Reply-To"));
        assertEquals("", header(Replies.plain(), "References"));
    }

    private static String header(Replies reply, String name) {
        return headers(reply.mail()).stream()
                .filter(header -> header.getKey().equals(name))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static List<Entry<String, String>> headers(OutgoingMail mail) {
        var headers = new ArrayList<Entry<String, String>>();
        String head = OutgoingMailTest.text(mail).split("\r\n\r\n", 2)[0];
        for (String line : head.replace("\r\n ", " ").split("\r\n")) {
            int colon = line.indexOf(": ");
            headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 2)));
        }
        return headers;
    }
}
