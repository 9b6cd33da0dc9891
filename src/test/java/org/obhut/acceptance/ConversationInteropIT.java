package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conversations over Dovecot and Postfix: client mail in, ticket, answer out, the client's answer in the same ticket. */
@ExtendWith(InteropObhut.Shared.class)
class ConversationInteropIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);

    private final InteropObhut interop;

    ConversationInteropIT(InteropObhut interop) {
        this.interop = interop;
    }

    @Test
    void aMailIsThereWithinSecondsThoughTheClockLooksOnceInTenMinutes() throws Exception {
        Api anna = interop.signIn("anna");
        Await.until("waiting by IDLE", TIME_TO_ARRIVE, () -> interop.state(InteropMailbox.BERATUNG)
                .getJsonObject("receiving")
                .getString("state")
                .equals("idle"));
        String client = interop.client();
        interop.send(client, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag");
        Await.until(
                "the ticket",
                Duration.ofSeconds(15),
                () -> InteropObhut.ticketsOf(anna, client).size() == 1);
    }

    @Test
    void aClientIsReadAnsweredAndReadAgainByTheToken() throws Exception {
        Api anna = interop.signIn("anna");
        String client = interop.client();
        interop.send(client, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag, wie lange dauert das?");
        String id = ticketOf(anna, client).getString("id");
        InteropObhut.reply(anna, id, "Etwa zwei Wochen. Grüße");
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

    @Test
    void anUnknownUserBringsARealBounceThatMarksTheReply() throws Exception {
        Api anna = interop.signIn("anna");
        String nobody = "nobody-" + System.nanoTime() + "@client.example";
        interop.send(nobody, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag");
        String id = ticketOf(anna, nobody).getString("id");
        String message = InteropObhut.reply(anna, id, "Antwort");
        Await.until("undelivered", TIME_TO_ARRIVE, () -> "failed".equals(InteropObhut.delivery(anna, id, message)));
        assertEquals(1, InteropObhut.ticketsOf(anna, nobody).size(), "the bounce is in the ticket, not a ticket");
    }

    @Test
    void aFullMailboxOfTheClientBringsARealDelayAndThenTheMail() throws Exception {
        Api anna = interop.signIn("anna");
        String client = interop.client("userdb_quota_rule=*:messages=1");
        interop.send("other@client.example", client, "Fill", "", "Voll");
        Await.until("full", TIME_TO_ARRIVE, () -> interop.servers.mails(client).size() == 1);
        interop.send(client, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag");
        String id = ticketOf(anna, client).getString("id");
        String message = InteropObhut.reply(anna, id, "Antwort");
        Await.until("the notice of delay in the ticket", TIME_TO_ARRIVE, () -> reports(anna, id) == 1);
        assertEquals("sent", InteropObhut.delivery(anna, id, message), "a delay is no failure");
        Files.delete(interop.servers.mails(client).get(0));
        // Dovecot keeps its count here.
        Files.deleteIfExists(interop.servers.maildir(client).resolve("maildirsize"));
        Await.until(
                "delivered at last",
                TIME_TO_ARRIVE,
                () -> interop.servers.mails(client).size() == 1);
    }

    @Test
    void aServerThatRefusesTheReceiverFailsTheReplyAndOneThatAsksForPatienceGetsItAgain() throws Exception {
        Api anna = interop.signIn("anna");
        String refused = interop.client();
        interop.send(refused, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag");
        String id = ticketOf(anna, refused).getString("id");
        try {
            interop.servers.answer(refused, "550 5.1.1 no such user");
            String message = InteropObhut.reply(anna, id, "Antwort");
            Await.until("failed", TIME_TO_ARRIVE, () -> "failed".equals(InteropObhut.delivery(anna, id, message)));
            interop.servers.answer(refused, "451 4.7.1 try again");
            String again = InteropObhut.reply(anna, id, "Noch einmal");
            Await.until("waiting", TIME_TO_ARRIVE, () -> "sending".equals(InteropObhut.delivery(anna, id, again)));
            interop.servers.answerAsUsual();
            Await.until("sent", TIME_TO_ARRIVE, () -> "sent".equals(InteropObhut.delivery(anna, id, again)));
        } finally {
            interop.servers.answerAsUsual();
        }
    }

    @Test
    void aMailOverTheServersSizeIsRefusedBeforeItIsSent() throws Exception {
        Api anna = interop.signIn("anna");
        String client = interop.client();
        interop.send(client, InteropObhut.COUNSELLING, "Frage", "", "Guten Tag");
        String id = ticketOf(anna, client).getString("id");
        byte[] large = new byte[3_000_000];
        int version = anna.ticket(id).getInt("version");
        var file = Map.of(
                "name", "a.bin",
                "type", "application/octet-stream",
                "base64", Base64.getEncoder().encodeToString(large));
        var answer = anna.post(
                "/tickets/" + id + "/replies",
                Map.of("text", "Datei", "attachments", List.of(file), "version", version));
        // Postfix has said in its greeting what it takes.
        assertEquals("3000000", Api.json(Api.expect(413, answer)).getString("limit"));
    }

    @Test
    void whatAnotherProgramHasMarkedAsDeletedStays() throws Exception {
        Api ion = interop.signIn("ion");
        String client = interop.client();
        Path inbox = interop.servers.maildir(InteropObhut.CONSILIERE).resolve("cur");
        Await.until("the mailbox is there", TIME_TO_ARRIVE, () -> Files.isDirectory(inbox));
        Path theirs = Files.write(inbox.resolve("1.theirs.test:2,T"), Mails.text(client, "Theirs", "t@x", "", "x"));
        interop.send(client, InteropObhut.CONSILIERE, "Ours", "", "Bună ziua");
        assertEquals("Ours", ticketOf(ion, client).getString("subject"));
        Await.until(
                "ours removed",
                TIME_TO_ARRIVE,
                () -> interop.servers.mails(InteropObhut.CONSILIERE).size() == 1);
        assertTrue(Files.exists(theirs));
    }

    @Test
    void nothingIsLostOrDoubledWhereBothServersAreKilledInTheMiddle() throws Exception {
        Api anna = interop.signIn("anna");
        String client = interop.client();
        for (int i = 0; i < 40; i++) {
            interop.send(client, InteropObhut.COUNSELLING, "Mail " + i, "", "Text " + i);
            if (i == 20) {
                interop.servers.kill("dovecot");
                interop.servers.start("dovecot");
                interop.servers.kill("postfix");
                interop.servers.start("postfix");
            }
        }
        interop.servers.flush();
        Await.until(
                "all there",
                Duration.ofSeconds(120),
                () -> InteropObhut.ticketsOf(anna, client).size() == 40);
        Await.until("an empty mailbox", TIME_TO_ARRIVE, () -> interop.servers
                .mails(InteropObhut.COUNSELLING)
                .isEmpty());
        assertEquals(40, InteropObhut.ticketsOf(anna, client).size());
        JsonObject box = interop.state(InteropMailbox.BERATUNG);
        assertEquals(0, box.getInt("missing"));
    }

    private static long reports(Api person, String ticket) throws Exception {
        return person.ticket(ticket).getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getBoolean("deliveryReport", false))
                .count();
    }

    private static JsonObject ticketOf(Api person, String client) throws Exception {
        return Await.value("the ticket", TIME_TO_ARRIVE, () -> InteropObhut.ticketsOf(person, client).stream()
                .findFirst());
    }
}
