package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obhut.mailbox.Mailboxes.FirstContact;

/** Mails as they come, from a server that does what it should. */
class PollerTest extends PollerCase {

    @Test
    void takesWhatComesWhileItIdlesAndRemovesIt() throws Exception {
        Poller poller = server.poll();
        await("idle", () -> poller.watch().now().state().equals(MailboxWatch.IDLE) && said("IDLE") == 1);
        server.deliver("eins");
        await("stored", () -> server.intake.subjects().equals(List.of("eins")));
        await("removed", () -> server.onServer().isEmpty());
    }

    @Test
    void takesABurstThatComesWhileItWorksWithoutWaitingForAnything() throws Exception {
        server.poll();
        for (int i = 0; i < 200; i++) {
            server.deliver("mail-" + i);
        }
        await("all stored", () -> server.intake.stored.size() == 200);
        assertEquals(
                IntStream.range(0, 200).mapToObj(i -> "mail-" + i).toList(),
                server.intake.subjects().stream().toList());
        await("all removed", () -> server.onServer().isEmpty());
    }

    @Test
    void looksByTheClockWhereTheServerHasNoIdle() throws Exception {
        server.proxy.change(line -> line.replace(" IDLE", ""));
        Poller poller = server.poll();
        await("polling", () -> poller.watch().now().state().equals(MailboxWatch.POLLING));
        server.deliver("eins");
        await("stored", () -> server.intake.stored.size() == 1);
        assertEquals(0, said("IDLE"));
    }

    @Test
    void fetchesALargeMailInPiecesByteForByte() throws Exception {
        String raw = "Subject: large\r\n\r\n" + "0123456789abcdef\r\n".repeat(40_000);
        server.deliverRaw(raw);
        server.poll();
        await("stored", () -> server.intake.stored.size() == 1);
        assertArrayEquals(raw.getBytes(StandardCharsets.UTF_8), server.intake.stored.get(0));
        assertEquals(
                6,
                server.proxy.commands().stream()
                        .filter(c -> c.contains("BODY.PEEK[]<"))
                        .count());
    }

    @Test
    void beginsIdleAnewBeforeTheConnectionIsForgotten() throws Exception {
        server.poll(server.account("127.0.0.1", MailServer.Security.NONE, null), Duration.ofMillis(100));
        await("several times", () -> said("IDLE") >= 3 && said("DONE") >= 2);
        server.deliver("eins");
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void removesWithoutTakingAgainWhatWasCommittedBeforeACrash() throws Exception {
        server.deliver("committed");
        server.deliver("new");
        long uid = server.onServer().get(0).getUid();
        server.intake.record(new Place(server.intake.mailbox(), server.uidValidity(), uid));
        server.poll();
        await("removed", () -> server.onServer().isEmpty());
        assertEquals(List.of("new"), server.intake.subjects());
    }

    @Test
    void offersMailsAgainUnderANewUidValidity() throws Exception {
        server.intake.keepOnServer = true;
        server.deliver("eins");
        server.poll();
        await("stored", () -> server.intake.places.size() == 1);
        server.proxy.change(line -> line.replaceAll("UIDVALIDITY \\d+", "UIDVALIDITY 4711"));
        server.proxy.drop();
        await("offered again", () -> server.intake.places.size() == 2);
        assertEquals(4711, server.intake.places.get(1).uidValidity());
    }

    @Test
    void touchesNothingUntilSomeoneHasChosen() throws Exception {
        server.intake.choice = null;
        server.deliver("old");
        Poller poller = server.poll();
        await("waiting", () -> poller.watch().now().state().equals(MailboxWatch.WAITING_FOR_CHOICE));
        assertEquals(1, server.intake.standing().found());
        assertEquals(List.of(), server.intake.subjects());
        server.intake.choice = new FirstContact.OnlyNew();
        poller.poke();
        server.deliver("new");
        await(
                "only the new one",
                () -> server.intake.subjects().equals(List.of("new"))
                        && server.onServer().size() == 1);
        assertEquals("old", server.onServer().get(0).getMimeMessage().getSubject());
    }

    @Test
    void endsWithinSecondsOutOfIdle() throws Exception {
        server.poll();
        await("idle", () -> said("IDLE") == 1);
        assertTrue(server.stop());
    }
}
