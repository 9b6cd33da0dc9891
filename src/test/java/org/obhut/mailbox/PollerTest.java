package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.outbox.TestCertificate;

@Timeout(60)
class PollerTest {

    @TempDir
    Path folder;

    private MailServerFixture server;

    @BeforeEach
    void start() throws Exception {
        server = new MailServerFixture(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

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
    void leavesNoMarkOnWhatItReads() throws Exception {
        server.intake.keepOnServer = true;
        server.deliver("eins");
        server.poll();
        await("stored", () -> server.intake.stored.size() == 1);
        assertFalse(server.onServer().get(0).isSet(Flags.Flag.SEEN));
        assertFalse(server.onServer().get(0).isSet(Flags.Flag.DELETED));
    }

    @Test
    void doesNotExpungeWhatOthersHaveMarked() throws Exception {
        server.deliver("theirs");
        server.markDeleted(0);
        server.deliver("ours");
        server.poll();
        await("ours removed", () -> server.onServer().size() == 1);
        assertTrue(server.stop());
        assertEquals(List.of("ours"), server.intake.subjects());
        assertEquals("theirs", server.onServer().get(0).getMimeMessage().getSubject());
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.matches("\\S+ EXPUNGE.*")));
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
    void comesBackAfterALostConnection() throws Exception {
        Poller poller = server.poll();
        await("idle", () -> said("IDLE") == 1);
        server.proxy.drop();
        server.deliver("after");
        await("stored", () -> server.intake.subjects().equals(List.of("after")));
        await("well", () -> poller.watch().now().equals(new MailboxWatch.Now(MailboxWatch.IDLE, null)));
    }

    @Test
    void beginsIdleAnewBeforeTheConnectionIsForgotten() throws Exception {
        server.poll(server.account("127.0.0.1", MailServer.Security.NONE, null), null, Duration.ofMillis(100));
        await("several times", () -> said("IDLE") >= 3 && said("DONE") >= 2);
        server.deliver("eins");
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void takesTheNextMailAfterOneThatCannotBeStored() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        server.intake.before = mail -> {
            if (mail.contains("Subject: poison") && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("cannot store");
            }
        };
        server.deliver("poison");
        server.deliver("fine");
        server.poll();
        await("the other first, then both", () -> server.intake.subjects().equals(List.of("fine", "poison")));
        await("removed", () -> server.onServer().isEmpty());
    }

    @Test
    void touchesNothingInAnOutageAndGoesOnAfterIt() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        server.intake.before = mail -> {
            if (attempts.incrementAndGet() < 3) {
                throw new org.obhut.platform.DatabaseRefused(new java.sql.SQLException("down", "08006"));
            }
        };
        server.deliver("eins");
        server.deliver("zwei");
        server.poll();
        await("both in order", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
    }

    @Test
    void takesTheOthersWhereOneMailAloneBringsTheDatabaseDown() throws Exception {
        server.intake.before = mail -> {
            if (mail.contains("Subject: poison")) {
                throw new org.obhut.platform.DatabaseRefused(new java.sql.SQLException("down", "08006"));
            }
        };
        server.deliver("poison");
        server.deliver("fine");
        Poller poller = server.poll();
        await("the other", () -> server.intake.subjects().equals(List.of("fine")));
        await("warning", () -> "mail-left-on-server".equals(poller.watch().now().error()));
        assertEquals(1, server.onServer().size());
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
    void movesMailsWhereTheServerHasNoUidplus() throws Exception {
        server.createFolder("Übernommen");
        server.proxy.change(line -> line.replace(" UIDPLUS", ""));
        server.deliver("eins");
        server.poll(server.account("127.0.0.1", MailServer.Security.NONE, "Übernommen"), null, Duration.ofSeconds(100));
        await(
                "moved",
                () -> server.onServer().isEmpty()
                        && server.onServer("Übernommen").size() == 1);
        server.deliver("zwei");
        await("moved too", () -> server.onServer("Übernommen").size() == 2);
        assertEquals(List.of("eins", "zwei"), server.intake.subjects());
    }

    @Test
    void leavesMailsWithAWarningWhereTheServerCannotRemoveSingleOnes() throws Exception {
        server.proxy.change(line -> line.replace(" UIDPLUS", "").replace(" MOVE", ""));
        server.deliver("eins");
        Poller poller = server.poll();
        await("warning", () -> poller.watch().now().equals(new MailboxWatch.Now(MailboxWatch.IDLE, "cannot-remove")));
        server.deliver("zwei");
        await("both once", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
        assertEquals(2, server.onServer().size());
        assertFalse(server.onServer().get(0).isSet(Flags.Flag.DELETED));
    }

    @Test
    void endsWithinSecondsOutOfIdle() throws Exception {
        server.poll();
        await("idle", () -> said("IDLE") == 1);
        assertTrue(server.stop());
    }

    @Test
    void refusesAServerWithoutStartTls() throws Exception {
        Poller poller = server.poll(
                server.account("127.0.0.1", MailServer.Security.STARTTLS, null), null, Duration.ofSeconds(100));
        await("refused", () -> poller.watch().now().equals(new MailboxWatch.Now(MailboxWatch.FAILED, "connection")));
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN") || c.contains("AUTHENTICATE")));
    }

    @Test
    void verifiesCertificateAndName() throws Exception {
        server.close();
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        server = new MailServerFixture(folder, certificate.server());
        server.deliver("eins");
        refused(server.poll(server.account("localhost", MailServer.Security.TLS, null), null, Duration.ofSeconds(100)));
        refused(server.poll(
                server.account("127.0.0.1", MailServer.Security.TLS, null),
                certificate.trusting().getSocketFactory(),
                Duration.ofSeconds(100)));
        server.poll(
                server.account("localhost", MailServer.Security.TLS, null),
                certificate.trusting().getSocketFactory(),
                Duration.ofSeconds(100));
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void verifiesCertificateAndNameAfterStartTlsToo() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        server.proxy.offerStartTls(certificate.server());
        server.deliver("eins");
        refused(server.poll(
                server.account("localhost", MailServer.Security.STARTTLS, null), null, Duration.ofSeconds(100)));
        refused(server.poll(
                server.account("127.0.0.1", MailServer.Security.STARTTLS, null),
                certificate.trusting().getSocketFactory(),
                Duration.ofSeconds(100)));
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN")));
        server.poll(
                server.account("localhost", MailServer.Security.STARTTLS, null),
                certificate.trusting().getSocketFactory(),
                Duration.ofSeconds(100));
        await("stored", () -> server.intake.stored.size() == 1);
    }

    private void refused(Poller poller) throws Exception {
        await(
                "refused",
                () -> poller.watch().now().equals(new MailboxWatch.Now(MailboxWatch.FAILED, "certificate-refused")));
        assertTrue(server.stop());
        assertEquals(0, server.intake.stored.size());
    }

    private long said(String word) {
        return server.proxy.commands().stream().filter(c -> c.endsWith(word)).count();
    }
}
