package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** A portal's form writes for clients: with an address, without one, and with somebody else's. */
@WithObhut
class WebFormIT {

    private static final String FORM = "formular@portal.example";
    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(10);

    private final RunningObhut obhut;
    private final String client = "mira-" + UUID.randomUUID() + "@client.example";

    WebFormIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    private Api anna() throws Exception {
        return Api.signIn(obhut.address(), "anna");
    }

    /** Returns the ticket that the mail has opened. */
    private JsonObject opened(String sender, String more, String text) throws Exception {
        String subject = "Kontakt " + UUID.randomUUID();
        String messageId = UUID.randomUUID() + "@portal.example";
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(sender, Mails.COUNSELLING, Mails.text(sender, subject, messageId, more, text));
        }
        Api anna = anna();
        JsonObject row = Await.value("the ticket", TIME_TO_ARRIVE, () -> anna.tickets("new").stream()
                .filter(each -> each.getString("subject").equals(subject))
                .findFirst());
        return anna.ticket(row.getString("id"));
    }

    @Test
    void aFormIsItsClientsTicketAndTheFirstAnswerShowsNothingOfTheForm() throws Exception {
        JsonObject ticket = opened(FORM, "Auto-Submitted: auto-generated\n", """
                Name: Mira
                E-Mail: %s
                Telefon: 0201 5550123
                Nachricht:
                Guten Tag, wie lange dauert das?
                """.formatted(client));
        assertEquals(client, ticket.getJsonObject("client").getString("address"));
        assertEquals("Mira", ticket.getJsonObject("client").getString("name"));
        assertEquals(client, ticket.getJsonObject("replyTo").getString("address"));
        assertTrue(ticket.getBoolean("replyToUnconfirmed"));
        assertEquals("0201 5550123", ticket.getString("callback"));
        assertFalse(ticket.isNull("dueAt"), "somebody waits for an answer");
        JsonObject entry = ticket.getJsonArray("timeline").getJsonObject(0);
        assertEquals("listed", entry.getString("webForm"));
        assertEquals("personal", entry.getString("mailKind"));
        assertEquals("Guten Tag, wie lange dauert das?", entry.getString("newText"));
        assertTrue(entry.getString("text").startsWith("Name: Mira\n"));
        assertFalse(ticket.toString().contains(FORM), "the form takes part in nothing");

        String id = ticket.getString("id");
        Api anna = anna();
        Api.expect(202, reply(anna, ticket));
        String answer;
        try (var mailbox = ImapInbox.ofClient(obhut.imapPort(), client)) {
            byte[] mail = mailbox.await(1, TIME_TO_ARRIVE);
            assertNull(ImapInbox.parsed(mail).getHeader("In-Reply-To"));
            assertNull(ImapInbox.parsed(mail).getHeader("References"));
            assertFalse(new String(mail, java.nio.charset.StandardCharsets.ISO_8859_1).contains("portal.example"));
            answer = ImapInbox.parsed(mail).getMessageID();
        }
        assertTrue(anna.ticket(id).getBoolean("replyToUnconfirmed"));
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            String more = "In-Reply-To: " + answer + "\n";
            smtp.send(client, Mails.COUNSELLING, Mails.text(client, "Re", UUID.randomUUID() + "@c", more, "Danke!"));
        }
        Await.until("the client's answer", TIME_TO_ARRIVE, () -> anna.ticket(id).getInt("messageCount") == 3);
        assertFalse(anna.ticket(id).getBoolean("replyToUnconfirmed"));
    }

    @Test
    void aFormWithoutAnAddressSaysSoWhereItIsAnswered() throws Exception {
        JsonObject ticket = opened(FORM, "", "Name: Mira\nTelefon: 0201 5550123\nNachricht: Bitte rufen Sie mich an.");
        assertEquals(JsonValue.NULL, ticket.get("replyTo"));
        assertEquals(JsonValue.NULL, ticket.getJsonObject("client").get("address"));
        assertEquals("0201 5550123", ticket.getString("callback"));
        JsonObject problem = Api.json(Api.expect(409, reply(anna(), ticket)));
        assertEquals("urn:obhut:problem:no-address", problem.getString("type"));
        JsonObject after = anna().ticket(ticket.getString("id"));
        assertEquals(ticket.getInt("version"), after.getInt("version"), "nothing has changed");
        assertEquals("open", after.getString("status"));
    }

    @Test
    void aStrangersFormWithAClientsAddressStaysOutOfTheClientsTicket() throws Exception {
        JsonObject own = opened(client, "", "Meine Frage");
        JsonObject forged =
                opened(FORM, "", "E-Mail: " + client + "\nNachricht: Schreiben Sie mir, was ich gefragt habe!");
        assertFalse(own.getString("id").equals(forged.getString("id")));
        assertEquals(JsonValue.NULL, forged.get("mayBelongTo"));
        assertTrue(forged.getBoolean("replyToUnconfirmed"));
        assertFalse(own.getBoolean("replyToUnconfirmed"));
        assertEquals(1, anna().ticket(own.getString("id")).getInt("messageCount"));
    }

    private static java.net.http.HttpResponse<String> reply(Api person, JsonObject ticket) throws Exception {
        return person.post(
                "/tickets/" + ticket.getString("id") + "/replies",
                Map.of("text", "Guten Tag, etwa zwei Wochen.", "version", ticket.getInt("version")));
    }
}
