package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers on their way over Postfix: in letters beyond ASCII, and while it is killed. */
@ExtendWith(InteropObhut.Shared.class)
class SendingInteropIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);

    private final InteropObhut interop;

    SendingInteropIT(InteropObhut interop) {
        this.interop = interop;
    }

    @Test
    void anAddressInOtherLettersWritesEightBitsAndIsAnsweredBySmtpUtf8() throws Exception {
        Api anna = interop.signIn("anna");
        String client = "mîră." + UUID.randomUUID().toString().substring(0, 8) + "@utf8.example";
        byte[] mail =
                Mails.text(client, "Întrebare – Fräge", UUID.randomUUID() + "@utf8.example", "", "Bună ziua, țară");
        try (var smtp = new RawSmtp(interop.servers.port("SMTP"))) {
            smtp.send("bounces@client.example", "BODY=8BITMIME", InteropObhut.COUNSELLING, mail);
        }
        JsonObject row = Await.value("the ticket", TIME_TO_ARRIVE, () -> InteropObhut.ticketsOf(anna, client).stream()
                .findFirst());
        assertEquals("Întrebare – Fräge", row.getString("subject"));
        String id = row.getString("id");
        assertTrue(anna.ticket(id).toString().contains("Bună ziua, țară"));
        String message = InteropObhut.reply(anna, id, "Răspuns: țară");
        Await.until("sent", TIME_TO_ARRIVE, () -> InteropObhut.delivery(anna, id, message)
                .equals("sent"));
        byte[] answer = Await.value("the answer", TIME_TO_ARRIVE, () -> received(client));
        String raw = new String(answer, StandardCharsets.UTF_8);
        assertTrue(raw.contains("with UTF8SMTPSA"), raw);
        assertTrue(raw.contains("To: " + client), raw);
        assertTrue(ImapInbox.text(answer).contains("Răspuns: țară"));
    }

    private Optional<byte[]> received(String client) throws Exception {
        for (Path file : interop.servers.mails("utf8")) {
            byte[] mail = Files.readAllBytes(file);
            if (new String(mail, StandardCharsets.UTF_8).contains("Delivered-To: " + client)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    @Test
    void wherePostfixIsKilledAmidAnswersNoneIsLostAndNoneIsDoubledInSilence() throws Exception {
        Api anna = interop.signIn("anna");
        String client = interop.client();
        int answers = 12;
        for (int i = 0; i < answers; i++) {
            interop.send(client, InteropObhut.COUNSELLING, "Mail " + i, "", "Text");
        }
        Await.until(
                "the tickets",
                TIME_TO_ARRIVE,
                () -> InteropObhut.ticketsOf(anna, client).size() == answers);
        Map<String, String> sent = new LinkedHashMap<>();
        for (JsonObject row : InteropObhut.ticketsOf(anna, client)) {
            String ticket = row.getString("id");
            sent.put(ticket, InteropObhut.reply(anna, ticket, "Antwort auf " + ticket));
            if (sent.size() % 4 == 0) {
                interop.servers.kill("postfix");
                interop.servers.start("postfix");
            }
        }
        for (Map.Entry<String, String> answer : sent.entrySet()) {
            Await.until("sent", Duration.ofSeconds(90), () -> InteropObhut.delivery(
                            anna, answer.getKey(), answer.getValue())
                    .equals("sent"));
        }
        interop.servers.flush();
        Await.until(
                "all delivered",
                TIME_TO_ARRIVE,
                () -> interop.servers.mails(client).size() >= answers && interop.servers.queued(client) == 0);
        StringBuilder inbox = new StringBuilder();
        for (Path mail : interop.servers.mails(client)) {
            inbox.append(ImapInbox.text(Files.readAllBytes(mail)));
        }
        for (Map.Entry<String, String> answer : sent.entrySet()) {
            int times = inbox.toString().split("Antwort auf " + answer.getKey(), -1).length - 1;
            boolean perhapsTwice =
                    InteropObhut.entry(anna, answer.getKey(), answer.getValue()).getBoolean("perhapsTwice");
            assertTrue(times == 1 || times == 2 && perhapsTwice, times + " times, said to be so: " + perhapsTwice);
        }
    }
}
