package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Counsellors are told that something waits, and the mail says nothing of what. */
@WithObhut
class NotificationIT {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String OWN = "bela.privat@client.example";
    private static final String LEADS = "leyla.privat@client.example";

    private final RunningObhut obhut;

    NotificationIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @Test
    void whatIsSentIsTheSameWhateverHappened() throws Exception {
        var bela = new Browser(obhut.address());
        bela.signIn("bela");
        var refused = bela.answer(form(bela, "/profile/notifications"), Map.of("pace", "at_once"));
        assertEquals(422, refused.statusCode(), "no address is confirmed");

        for (String impossible :
                List.of("bela", "bela@@client.example", Mails.COUNSELLING, "x\r\nBcc: y@client.example")) {
            var answer = bela.answer(form(bela, "/profile/notifications/address"), Map.of("address", impossible));
            assertEquals(422, answer.statusCode(), impossible);
        }
        bela.submit(form(bela, "/profile/notifications/address"), Map.of("address", OWN));
        String first = mail(1);
        Matcher code = Pattern.compile("Code für Obhut: (\\d{6})")
                .matcher(ImapInbox.text(first.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(code.find());
        assertEquals(
                422,
                bela.answer(form(bela, "/profile/notifications/code"), Map.of("code", "00000x"))
                        .statusCode());
        bela.submit(form(bela, "/profile/notifications/code"), Map.of("code", code.group(1)));
        bela.submit(
                form(bela, "/profile/notifications"), Map.of("pace", "at_once", "team", "yes", "from", "3", "to", "3"));

        send("eins@client.example", "Erste Frage", "wort-eins");
        String one = mail(2);
        assertWaiting(false);
        again();
        send("zwei@client.example", "Etwas ganz anderes, und länger", "wort-zwei ".repeat(400));
        String two = mail(3);

        assertEquals(unlikely(one), unlikely(two), "all but Message-ID and Date");
        assertTrue(ImapInbox.text(one.getBytes(StandardCharsets.ISO_8859_1))
                .strip()
                .equals("Es wartet etwas in Obhut."));
        for (String word : List.of("wort", "Frage", "client.example\r\nReply", "Erstkontakt", "In-Reply-To", "[#")) {
            assertFalse(one.contains(word), word);
        }

        again();
        send("automat@client.example", "Abwesend", "bin weg", "Auto-Submitted: auto-replied\r\n");
        send("werbung@client.example", "Gewinn", "jetzt", "X-Spam-Flag: YES\r\n");
        assertWaiting(false);
        assertAddressIsSealed();
        bela.submit(form(bela, "/profile/notifications/removal"), Map.of());
    }

    @Test
    void leadsHearOfSomethingUrgentInTheirQuietHoursToo() throws Exception {
        var leyla = new Browser(obhut.address());
        leyla.signIn("leyla");
        leyla.submit(form(leyla, "/profile/notifications/address"), Map.of("address", LEADS));
        Matcher code = Pattern.compile("(\\d{6})")
                .matcher(ImapInbox.text(mail(LEADS, 1).getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(code.find());
        leyla.submit(form(leyla, "/profile/notifications/code"), Map.of("code", code.group(1)));
        int hour = ZonedDateTime.now(ZoneId.of("Europe/Berlin")).getHour();
        leyla.submit(
                form(leyla, "/profile/notifications"),
                Map.of(
                        "pace",
                        "daily",
                        "team",
                        "yes",
                        "from",
                        Integer.toString((hour + 23) % 24),
                        "to",
                        Integer.toString((hour + 3) % 24)));
        again();
        send("still@client.example", "Eine Frage", "Welche Unterlagen brauche ich?");
        assertWaiting(true);
        send("ana@client.example", "ajutor", "Ma bate si nu ma lasa sa plec");
        String told = mail(LEADS, 2);
        assertEquals(
                "Es wartet etwas in Obhut.",
                ImapInbox.text(told.getBytes(StandardCharsets.ISO_8859_1)).strip());
        for (String word : List.of("bate", "ajutor", "ringend", "ana@", "Erstkontakt")) {
            assertFalse(told.contains(word), word);
        }
        assertWaiting(false);
        leyla.submit(form(leyla, "/profile/notifications/removal"), Map.of());
    }

    /** The rest of the form is as the page shows it. */
    private static Element form(Browser browser, String action) throws Exception {
        return browser.page("/profile/notifications").selectFirst("form[action=" + action + "]");
    }

    private void send(String from, String subject, String text, String... more) throws Exception {
        try (var smtp = new RawSmtp(obhut.smtpPort());
                Connection database = obhut.database()) {
            long before = IntakeCounts.of(database, Mails.COUNSELLING).taken();
            String id = "n" + subject.hashCode() + "@client.example";
            smtp.send(from, Mails.COUNSELLING, Mails.text(from, subject, id, String.join("", more), text));
            Await.until(
                    "the mail is taken",
                    TIME,
                    () -> IntakeCounts.of(database, Mails.COUNSELLING).taken() > before);
        }
    }

    /** The mails of Bela's own mailbox. */
    private String mail(int number) throws Exception {
        return mail(OWN, number);
    }

    private String mail(String address, int number) throws Exception {
        try (ImapInbox inbox = ImapInbox.ofClient(obhut.imapPort(), address)) {
            return new String(inbox.await(number, TIME), StandardCharsets.ISO_8859_1);
        }
    }

    /** Without what differs between any two mails, and what the receiving server adds. */
    private static String unlikely(String mail) {
        return mail.substring(mail.indexOf("From:")).replaceAll("(?m)^(Message-ID|Date): .*$", "$1");
    }

    /** As if the quarter of an hour were over. */
    private void again() throws SQLException {
        try (Connection database = obhut.database();
                var statement = database.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE notification SET not_before = now() - interval '1 hour'"
                            + " WHERE address IS NOT NULL"));
        }
    }

    private void assertWaiting(boolean expected) throws SQLException {
        try (Connection database = obhut.database();
                var rows = database.createStatement()
                        .executeQuery("SELECT waiting FROM notification WHERE address IS NOT NULL")) {
            rows.next();
            assertEquals(expected, rows.getBoolean(1));
        }
    }

    private void assertAddressIsSealed() throws SQLException {
        try (Connection database = obhut.database();
                var rows = database.createStatement()
                        .executeQuery("SELECT address FROM notification WHERE address IS NOT NULL")) {
            rows.next();
            assertFalse(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1).contains("bela"));
        }
    }
}
