package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.testing.ListedTicket;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.ScriptedClamd;
import org.obhut.testing.WithObhut;

/** Conversations that Obhut begins, forwards to a counselling centre, and a client's new address: by the interface, down to the mail. */
@WithObhut
class WritingIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(30);
    private static final String CONSENT =
            "\"consent\":{\"how\":\"phone\",\"on\":\"2026-01-15\",\"note\":\"will das so\"}";

    private final RunningObhut obhut;
    private final Api anna;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String client = "mira-" + mark + "@client.example";
    private final String centre = "team-" + mark + "@client.example";

    WritingIT(RunningObhut obhut) throws Exception {
        this.obhut = obhut;
        anna = Api.signIn(obhut.address(), "anna");
    }

    @Test
    void aConversationBegunHereReachesTheClientAndTheAnswerComesBackIntoIt() throws Exception {
        JsonObject begun = Api.json(Api.expect(
                201,
                anna.post(
                        "/tickets",
                        Map.of(
                                "to", client,
                                "language", "ro",
                                "subject", "Rückruf " + mark,
                                "text", "Bună ziua, cum am vorbit la telefon.",
                                "assignee", "bela"))));
        MimeMessage mail = received(client, 1);
        assertEquals("Mesajul dumneavoastră", mail.getSubject(), "the mailbox's phrase, not the desk's words");
        assertEquals(
                Mails.COUNSELLING,
                ((InternetAddress) mail.getFrom()[0]).getAddress().replaceFirst("\\+[^@]*", ""));
        assertTrue(text(client, 1).contains("cum am vorbit"));
        String id = begun.getString("id");
        Api bela = Api.signIn(obhut.address(), "bela");
        assertEquals(404, anna.get("/tickets/" + id).statusCode(), "it is bela's now");
        JsonObject ticket = bela.ticket(id);
        assertEquals("waiting", ticket.getString("status"));
        assertEquals("bela", ticket.getString("assignee"));
        assertEquals("Rückruf " + mark, ticket.getString("subject"));
        assertEquals(client, ticket.getJsonObject("client").getString("address"));
        send(client, "Re: " + mark, "In-Reply-To: " + mail.getMessageID() + "\n", "Mulțumesc!");
        Await.until("the answer", TIME_TO_ARRIVE, () -> bela.ticket(id).getInt("messageCount") == 2);
        assertEquals("open", bela.ticket(id).getString("status"));
    }

    @Test
    void theSameKeyBeginsOneConversation() throws Exception {
        Map<String, ?> body = Map.of("to", client, "text", "Eins");
        String key = "begin-" + mark;
        JsonObject first = Api.json(Api.expect(201, anna.post("/tickets", body, key)));
        JsonObject second = Api.json(Api.expect(201, anna.post("/tickets", body, key)));
        assertEquals(first.getString("id"), second.getString("id"));
        assertEquals(first.getString("messageId"), second.getString("messageId"));
        // What comes later than any double could.
        Api.expect(201, anna.post("/tickets", Map.of("to", client, "text", "Zwei"), key + "-2"));
        assertEquals(
                Set.of("Eins", "Zwei"),
                Set.of(text(client, 1).strip(), text(client, 2).strip()));
        Api.expect(400, anna.post("/tickets", body, "two words"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"text\":\"x\"}`, to, required",
                "`{\"to\":\"nobody\",\"text\":\"x\"}`, to, not-an-address",
                "`{\"to\":\"beratung@obhut.example\",\"text\":\"x\"}`, to, own-mailbox",
                "`{\"to\":\"CLIENT\"}`, text, required",
                "`{\"to\":\"CLIENT\",\"text\":\"x\",\"language\":\"deutsch und mehr\"}`, language, unknown-value",
                "`{\"to\":\"CLIENT\",\"text\":\"x\",\"mailbox\":\"consiliere@obhut.example\"}`, mailbox, unknown-value",
                "`{\"to\":\"CLIENT\",\"text\":\"x\",\"assignee\":\"ion\"}`, assignee, unknown-value",
                "`{\"to\":\"CLIENT\",\"text\":\"x\",\"cc\":\"x@client.example\"}`, cc, unknown-field",
                "`{\"to\":\"CLIENT\",\"text\":\"x\",\"attachments\":[{\"name\":\"a\",\"type\":\"b/c\",\"base64\":\"?\"}]}`, attachments[0].base64, not-base64",
            })
    void whatBreaksARuleBeginsNothing(String body, String field, String reason) throws Exception {
        assertRefused(400, field, reason, anna.postRaw("/tickets", body.replace("CLIENT", client)));
        assertTrue(anna.tickets("team").stream().noneMatch(row -> row.toString().contains(client)));
    }

    @Test
    void aForwardTakesAlongWhatWasChosenAndTheConsentStaysBesideIt() throws Exception {
        JsonObject ticket = written();
        String id = ticket.getString("id");
        JsonObject message = ticket.getJsonArray("timeline").getJsonObject(0);
        String body = forward(centre, message.getString("id"), ticket.getInt("version"));
        JsonObject first = Api.json(Api.expect(202, anna.postRaw("/tickets/" + id + "/forwards", body, "f-" + mark)));
        JsonObject again = Api.json(Api.expect(202, anna.postRaw("/tickets/" + id + "/forwards", body, "f-" + mark)));
        assertEquals(first.getString("messageId"), again.getString("messageId"));

        String words = text(centre, 1);
        assertTrue(words.contains("Könnt ihr helfen?"), words);
        assertTrue(words.contains("Wo finde ich Hilfe?"), words);
        assertFalse(new String(bytes(centre, 1), StandardCharsets.UTF_8).contains(client));
        JsonObject after = anna.ticket(id);
        assertEquals("open", after.getString("status"), "the client still waits");
        JsonObject event = after.getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                .filter(entry -> "forwarded".equals(entry.getString("event", "")))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Json.createObjectBuilder(Map.of("how", "phone", "on", "2026-01-15", "note", "will das so"))
                        .build(),
                event.getJsonObject("attributes"));
        assertEquals(centre, event.getString("eventValue"));

        // The centre's answer comes back into the ticket, marked as the centre's.
        send(centre, "Re", "In-Reply-To: " + received(centre, 1).getMessageID() + "\n", "Ja, gern.");
        Await.until(
                "the centre's answer",
                TIME_TO_ARRIVE,
                () -> anna.ticket(id).getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                        .anyMatch(entry -> entry.getString("party").equals("centre")
                                && entry.getString("text").contains("Ja, gern.")));
        assertEquals(client, anna.ticket(id).getJsonObject("client").getString("address"));
    }

    @Test
    void aForwardThatBreaksARuleSendsNothing() throws Exception {
        JsonObject ticket = written();
        String path = "/tickets/" + ticket.getString("id") + "/forwards";
        JsonObject message = ticket.getJsonArray("timeline").getJsonObject(0);
        String good = forward(centre, message.getString("id"), ticket.getInt("version"));
        assertRefused(400, "to", "client-address", anna.postRaw(path, good.replace(centre, client)));
        assertRefused(400, "to", "not-an-address", anna.postRaw(path, good.replace(centre, "Team")));
        assertRefused(400, "consent", "required", anna.postRaw(path, good.replace(CONSENT, "\"quote\":null")));
        assertRefused(400, "consent.on", "future", anna.postRaw(path, good.replace("2026-01-15", "2099-01-01")));
        assertRefused(400, "consent.on", "not-a-day", anna.postRaw(path, good.replace("2026-01-15", "gestern")));
        assertRefused(400, "consent.how", "unknown-value", anna.postRaw(path, good.replace("phone", "guess")));
        String elsewhere = UUID.randomUUID().toString();
        assertRefused(
                400, "messages", "unknown-value", anna.postRaw(path, good.replace(message.getString("id"), elsewhere)));
        assertRefused(
                400,
                "files",
                "unknown-value",
                anna.postRaw(path, good.replace("\"files\":[]", "\"files\":[\"" + elsewhere + "\"]")));
        HttpResponse<String> stale = anna.postRaw(path, forward(centre, message.getString("id"), 0));
        assertEquals(409, stale.statusCode());
        assertEquals(ticket.getInt("version"), Api.json(stale).getInt("version"));
        assertEquals(404, Api.signIn(obhut.address(), "ion").postRaw(path, good).statusCode());
        assertEquals(ticket, anna.ticket(ticket.getString("id")), "nothing has changed");
    }

    @Test
    void afterAChangeOfAddressTheOldOneNeitherGetsNorWrites() throws Exception {
        JsonObject ticket = written();
        String id = ticket.getString("id");
        String path = "/tickets/" + id + "/client-address";
        String safe = "sicher-" + mark + "@client.example";
        int version = ticket.getInt("version");
        assertRefused(400, "value", "not-an-address", anna.put(path, Map.of("value", "nobody", "version", version)));
        assertRefused(
                400, "value", "own-mailbox", anna.put(path, Map.of("value", Mails.COUNSELLING, "version", version)));
        assertRefused(400, "value", "required", anna.put(path, Map.of("version", version)));
        assertEquals(
                409,
                anna.put(path, Map.of("value", safe, "version", version + 1)).statusCode());
        assertEquals(ticket, anna.ticket(id), "nothing has changed");

        int set = Api.json(Api.expect(200, anna.put(path, Map.of("value", safe, "version", version))))
                .getInt("version");
        Api.expect(202, anna.post("/tickets/" + id + "/replies", Map.of("text", "Nur für Sie", "version", set)));
        assertTrue(text(safe, 1).contains("Nur für Sie"));
        String reference = "In-Reply-To: " + received(safe, 1).getMessageID() + "\n";
        send(client, "Re", reference, "Wer ist da?");
        Await.until("a ticket of its own", TIME_TO_ARRIVE, () -> rows().stream()
                .anyMatch(row -> !row.getString("id").equals(id)));
        send(safe, "Re", reference, "Ich bin es.");
        Await.until("in the ticket", TIME_TO_ARRIVE, () -> anna.ticket(id).getInt("messageCount") == 3);
        try (var old = ImapInbox.ofClient(obhut.imapPort(), client)) {
            assertEquals(0, old.count());
        }
    }

    @Test
    void aTicketOfACallGetsAnAddressAndThenAMail() throws Exception {
        JsonObject call = Api.json(Api.expect(
                201, anna.post("/calls", Map.of("kind", "counselling", "ticket", "new", "note", "Anruf " + mark))));
        String id = call.getString("ticket");
        int version = anna.ticket(id).getInt("version");
        assertEquals(
                409,
                anna.post("/tickets/" + id + "/replies", Map.of("text", "x", "version", version))
                        .statusCode(),
                "there is no address yet");
        Api.expect(200, anna.put("/tickets/" + id + "/client-address", Map.of("value", client, "version", version)));
        int now = anna.ticket(id).getInt("version");
        Api.expect(202, anna.post("/tickets/" + id + "/replies", Map.of("text", "Wie besprochen", "version", now)));
        assertTrue(text(client, 1).contains("Wie besprochen"));
    }

    @Test
    void whatTheScannerHasFoundIsForwardedToNobody() throws Exception {
        send(client, FilesIT.withFile(client, "brief.txt", "text/plain", ScriptedClamd.infected()));
        JsonObject ticket = Await.value("the ticket", TIME_TO_ARRIVE, this::ticket);
        JsonObject message = ticket.getJsonArray("timeline").getJsonObject(0);
        String file = message.getJsonArray("attachments").getJsonObject(0).getString("id");
        String body = forward(centre, message.getString("id"), ticket.getInt("version"))
                .replace("\"files\":[]", "\"files\":[\"" + file + "\"]");
        assertRefused(
                400, "files", "malware-found", anna.postRaw("/tickets/" + ticket.getString("id") + "/forwards", body));
    }

    private String forward(String to, String message, int version) {
        return "{\"to\":\"" + to + "\",\"text\":\"Könnt ihr helfen?\",\"messages\":[\"" + message + "\"],\"files\":[],"
                + CONSENT + ",\"version\":" + version + "}";
    }

    /** A ticket of this client's, as the interface shows it. */
    private JsonObject written() throws Exception {
        send(client, "Frage", "", "Wo finde ich Hilfe?");
        return Await.value("the ticket", TIME_TO_ARRIVE, this::ticket);
    }

    private Optional<JsonObject> ticket() throws Exception {
        for (JsonObject row : rows()) {
            return Optional.of(anna.ticket(row.getString("id")));
        }
        return Optional.empty();
    }

    private List<JsonObject> rows() throws Exception {
        return anna.tickets("team").stream()
                .filter(row -> ListedTicket.isFrom(row, client))
                .toList();
    }

    private void send(String from, String subject, String more, String text) throws Exception {
        send(from, Mails.text(from, subject, UUID.randomUUID() + "@client.example", more, text));
    }

    private void send(String from, byte[] mail) throws Exception {
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(from, Mails.COUNSELLING, mail);
        }
    }

    private byte[] bytes(String address, int number) throws Exception {
        try (var inbox = ImapInbox.ofClient(obhut.imapPort(), address)) {
            return inbox.await(number, TIME_TO_ARRIVE);
        }
    }

    private MimeMessage received(String address, int number) throws Exception {
        return ImapInbox.parsed(bytes(address, number));
    }

    private String text(String address, int number) throws Exception {
        return ImapInbox.text(bytes(address, number));
    }

    private static void assertRefused(int status, String field, String reason, HttpResponse<String> answer) {
        JsonObject problem;
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            problem = reader.readObject();
        }
        assertEquals(
                status + " " + field + " " + reason,
                answer.statusCode() + " " + problem.getString("field", "") + " " + problem.getString("reason", ""),
                answer.body());
    }
}
