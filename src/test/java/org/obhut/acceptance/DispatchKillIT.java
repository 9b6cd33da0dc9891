package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.outbox.ScriptedSmtp;
import org.obhut.testing.KillableObhut;

/** The server is killed while it hands a reply to SMTP: the reply goes out, and shows 'perhaps sent twice' where it may have. */
class DispatchKillIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);
    private static final String CLIENT = "mira@client.example";

    @TempDir
    Path folder;

    @Test
    void aKilledReplyGoesOutAndSaysWhatMayHaveHappened() throws Exception {
        try (var killable = KillableObhut.in(folder);
                var smtp = new ScriptedSmtp()) {
            killable.set("obhut.mailbox.beratung.smtp.port", Integer.toString(smtp.port()));
            killable.start();
            String path = "/tickets/" + ticket(killable).getString("id");

            String first = replyAndKill(killable, path, smtp, "MAIL");
            Await.until("the kill before the final dot", TIME_TO_ARRIVE, killable::dead);
            endLeases(killable);
            killable.start();
            Await.until("the first reply", TIME_TO_ARRIVE, () -> smtp.taken().size() == 1);
            assertSent(killable, path, first, false);

            smtp.answer(".", ScriptedSmtp.TAKE_AND_HANG, "250 taken");
            String second = replyAndKill(killable, path, smtp, ".");
            Await.until("the kill after the final dot", TIME_TO_ARRIVE, killable::dead);
            endLeases(killable);
            killable.start();
            Await.until(
                    "the second reply once more",
                    TIME_TO_ARRIVE,
                    () -> smtp.taken().size() == 3);
            assertEquals(smtp.taken().get(1), smtp.taken().get(2), "the same bytes, so that one mail is seen");
            assertSent(killable, path, second, true);
        }
    }

    private static JsonObject ticket(KillableObhut killable) throws Exception {
        try (var smtp = new RawSmtp(killable.obhut().smtpPort())) {
            smtp.send(CLIENT, Mails.COUNSELLING, Mails.text(CLIENT, "Frage", "frage@client.example", "", "Hallo"));
        }
        Api anna = Api.signIn(killable.obhut().address(), "anna");
        return Await.value(
                "the ticket", TIME_TO_ARRIVE, () -> anna.tickets("new").stream().findFirst());
    }

    /** Kills the server when it says this to SMTP, but not before the counsellor knows that the reply is accepted. */
    private static String replyAndKill(KillableObhut killable, String path, ScriptedSmtp smtp, String moment)
            throws Exception {
        var accepted = new CountDownLatch(1);
        smtp.before(moment, () -> {
            awaitQuietly(accepted);
            killable.kill();
        });
        String message = reply(killable, path, "Antwort " + moment);
        accepted.countDown();
        return message;
    }

    private static void awaitQuietly(CountDownLatch accepted) {
        try {
            accepted.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reply(KillableObhut killable, String path, String text) throws Exception {
        Api anna = Api.signIn(killable.obhut().address(), "anna");
        int version = Api.json(anna.get(path)).getInt("version");
        var answer = anna.post(path + "/replies", Map.of("text", text, "version", version));
        return Api.json(Api.expect(202, answer)).getString("messageId");
    }

    /** What takes a minute before the final dot and a quarter of an hour after it: the dead server's claim runs out. */
    private static void endLeases(KillableObhut killable) throws Exception {
        try (Connection database = killable.obhut().database();
                var statement = database.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE outbox SET lease_until = now() WHERE state = 'claimed'"));
        }
    }

    private static void assertSent(KillableObhut killable, String path, String message, boolean perhapsTwice)
            throws Exception {
        Api anna = Api.signIn(killable.obhut().address(), "anna");
        Await.until("the reply marked sent", TIME_TO_ARRIVE, () -> entry(anna, path, message)
                .getString("delivery")
                .equals("sent"));
        assertEquals(perhapsTwice, entry(anna, path, message).getBoolean("perhapsTwice"));
    }

    private static JsonObject entry(Api person, String path, String message) throws Exception {
        List<JsonObject> timeline = Api.json(Api.expect(200, person.get(path)))
                .getJsonArray("timeline")
                .getValuesAs(JsonObject.class);
        return timeline.stream()
                .filter(entry -> entry.getString("id").equals(message))
                .findFirst()
                .orElseThrow();
    }
}
