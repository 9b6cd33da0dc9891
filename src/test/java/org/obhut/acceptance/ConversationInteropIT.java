package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conversations over Dovecot and Postfix: client mail in, ticket, answer out, the client's answer in the same ticket. */
class ConversationInteropIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(20);

    private static InteropObhut interop;

    @BeforeAll
    static void start() throws Exception {
        interop = new InteropObhut("conversation");
        interop.set("beratung", "subaddressing", "true");
        interop.set("consiliere", "imap.port", Integer.toString(interop.servers.port("IMAP")));
        interop.set("consiliere", "imap.security", "starttls");
        interop.set("consiliere", "smtp.port", Integer.toString(interop.servers.port("SMTPS")));
        interop.set("consiliere", "smtp.security", "tls");
        interop.obhut.start();
    }

    @AfterAll
    static void end() throws Exception {
        interop.close();
    }

    @Test
    void aClientIsReadAnsweredAndReadAgainByTheToken() throws Exception {
        Api anna = interop.signIn("anna");
        String client = interop.client();
        interop.send(client, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag, wie lange dauert das?");
        String id = ticketOf(anna, client).getString("id");
        reply(anna, id, "Etwa zwei Wochen. Grüße");
        MimeMessage answer;
        try (var inbox = interop.inboxOf(client)) {
            answer = ImapInbox.parsed(inbox.await(1, TIME_TO_ARRIVE));
        }
        String replyTo = ((InternetAddress) answer.getReplyTo()[0]).getAddress();
        assertTrue(replyTo.matches("beratung\\+[^@]+@obhut\\.example"), replyTo);
        // From another address and without a reference: the token alone leads to the ticket.
        String other = interop.client();
        interop.send(other, replyTo, "Noch etwas", "", "Danke!");
        Await.until(
                "the answer in the ticket",
                TIME_TO_ARRIVE,
                () -> anna.ticket(id).getInt("messageCount") == 3);
        Await.until("an empty mailbox", TIME_TO_ARRIVE, () -> interop.servers
                .mails(InteropObhut.COUNSELLING)
                .isEmpty());
    }

    private static JsonObject ticketOf(Api person, String client) throws Exception {
        return Await.value("the ticket", TIME_TO_ARRIVE, () -> ofClient(person, client));
    }

    private static Optional<JsonObject> ofClient(Api person, String client) throws Exception {
        return person.tickets("team").stream()
                .filter(row -> !row.isNull("from")
                        && client.equals(row.getJsonObject("from").getString("address")))
                .findFirst();
    }

    private static String reply(Api person, String ticket, String text) throws Exception {
        int version = person.ticket(ticket).getInt("version");
        var answer = person.post("/tickets/" + ticket + "/replies", Map.of("text", text, "version", version));
        return Api.json(Api.expect(202, answer)).getString("messageId");
    }
}
