package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ListedTicket;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** The conversation of the demo: a client writes, is read, is answered, and writes again. */
@WithObhut
class ConversationIT {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(10);

    /** Of another team, or without a right to any content. */
    private static final List<String> OUTSIDERS = List.of("ion", "admin", "stat", "koko");

    private final RunningObhut obhut;
    private final String client = "mira-" + UUID.randomUUID() + "@client.example";
    private final String subject = "Frage zur Anmeldung " + UUID.randomUUID();

    ConversationIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @Test
    void aClientIsReadAnsweredAndReadAgain() throws Exception {
        Api anna = Api.signIn(obhut.address(), "anna");
        var console = new Browser(obhut.address());
        console.signIn("bela");

        long accepted = send("Frage " + UUID.randomUUID(), subject, "", "Guten Tag, wie lange dauert das?");
        JsonObject row = Await.value("the ticket by API", TWO_SECONDS, () -> listed(anna, "new"));
        long byApi = milliseconds(accepted);
        Await.until("the ticket in the console", TWO_SECONDS, () -> shows(console.page("/desk/new"), subject));
        long byConsole = milliseconds(accepted);
        System.out.printf("visible by API after %d ms, in the console after %d ms%n", byApi, byConsole);
        assertTrue(byConsole <= TWO_SECONDS.toMillis(), "visible after " + byConsole + " ms");

        String id = row.getString("id");
        JsonObject ticket = anna.ticket(id);
        assertEquals("open", ticket.getString("status"));
        assertEquals(client, ticket.getJsonObject("client").getString("address"));
        assertSeenByNobodyElse(id);

        JsonObject reply = Api.json(Api.expect(
                202,
                anna.post(
                        "/tickets/" + id + "/replies",
                        Map.of("text", "Guten Tag, etwa zwei Wochen.", "version", ticket.getInt("version")))));
        MimeMessage answer;
        try (var mailbox = ImapInbox.ofClient(obhut.imapPort(), client)) {
            answer = ImapInbox.parsed(mailbox.await(1, TIME_TO_ARRIVE));
        }
        assertTellsNothingOfAnna(answer);
        Await.until("the reply marked sent", TIME_TO_ARRIVE, () -> "sent"
                .equals(entry(anna.ticket(id), reply.getString("messageId")).getString("delivery")));
        assertEquals("waiting", anna.ticket(id).getString("status"));
        close(anna, id);

        String answered = answer.getMessageID();
        send("Antwort " + UUID.randomUUID(), "Re: " + answer.getSubject(), "In-Reply-To: " + answered + "\n", "Danke!");
        Await.until(
                "the answer in the ticket",
                TIME_TO_ARRIVE,
                () -> anna.ticket(id).getInt("messageCount") == 3);
        assertEquals("open", anna.ticket(id).getString("status"));
        assertEquals(1, anna.tickets("team").stream().filter(this::isOurs).count());
        assertSeenByNobodyElse(id);
    }

    private void close(Api anna, String id) throws Exception {
        Api.expect(
                200,
                anna.put(
                        "/tickets/" + id + "/status",
                        Map.of("value", "closed", "version", anna.ticket(id).getInt("version"))));
        assertEquals("closed", anna.ticket(id).getString("status"));
    }

    private long send(String number, String subject, String more, String text) throws Exception {
        String messageId = number.replace(' ', '.') + "@client.example";
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            return smtp.send(client, Mails.COUNSELLING, Mails.text(client, subject, messageId, more, text));
        }
    }

    private Optional<JsonObject> listed(Api person, String folder) throws Exception {
        return person.tickets(folder).stream().filter(this::isOurs).findFirst();
    }

    private boolean isOurs(JsonObject row) {
        return ListedTicket.isFrom(row, client);
    }

    private static boolean shows(Document page, String words) {
        return page.text().contains(words);
    }

    private static JsonObject entry(JsonObject ticket, String id) {
        return ticket.getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What the client's phone shows: a neutral subject, the mailbox, and no trace of who answered or from which machine. */
    private static void assertTellsNothingOfAnna(MimeMessage answer) throws Exception {
        assertEquals("Ihre Nachricht", answer.getSubject());
        var from = (InternetAddress) answer.getFrom()[0];
        assertEquals(Mails.COUNSELLING, from.getAddress().replaceFirst("\\+[^@]*@", "@"));
        assertTrue(answer.getContent().toString().contains("etwa zwei Wochen"));
        String header = String.join("\n", java.util.Collections.list(answer.getAllHeaderLines()))
                .toLowerCase(java.util.Locale.ROOT);
        for (String trace : Set.of("anna", "user-agent", "x-mailer", "localhost", "anmeldung")) {
            // The mail server's own trace field is not ours.
            assertFalse(
                    header.replaceAll("(?m)^(received|return-path):.*(\\n\\s.*)*", "")
                            .contains(trace),
                    trace);
        }
    }

    private void assertSeenByNobodyElse(String id) throws Exception {
        for (String name : OUTSIDERS) {
            Api person = Api.signIn(obhut.address(), name);
            for (String folder : List.of("new", "mine", "team", "waiting", "due", "drafts", "closed", "spam")) {
                var answer = person.get("/tickets?folder=" + folder);
                assertTrue(Set.of(200, 403).contains(answer.statusCode()), name + " " + folder);
                assertFalse(answer.body().contains(id), name + " sees the ticket in " + folder);
                assertFalse(answer.body().contains(client), name + " sees the client in " + folder);
            }
            assertTrue(Set.of(403, 404).contains(person.get("/tickets/" + id).statusCode()), name);
            var browser = new Browser(obhut.address());
            assertFalse(shows(browser.signIn(name), subject), name + " sees the subject");
            assertTrue(
                    Set.of(403, 404)
                            .contains(browser.get("/tickets/" + id + "?folder=new")
                                    .statusCode()),
                    name);
        }
    }

    private static long milliseconds(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
