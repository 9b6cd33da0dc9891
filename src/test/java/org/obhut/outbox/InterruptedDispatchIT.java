package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.outbox.DeliveryStatus.FAILED;
import static org.obhut.outbox.DeliveryStatus.SENDING;
import static org.obhut.outbox.DeliveryStatus.SENT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crashes, lost leases and lost connections: a mail goes out once, or once more and says so. */
class InterruptedDispatchIT {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private OutboxFixture fixture;
    private ScriptedSmtp smtp;

    @BeforeEach
    void start() throws Exception {
        fixture = OutboxFixture.empty(folder.resolve("keys"));
        smtp = new ScriptedSmtp();
        fixture.account(smtp.account("none"));
    }

    @AfterEach
    void stop() throws Exception {
        smtp.close();
    }

    @Test
    void aConnectionLostBeforeTheFinalDotIsTriedAgainFreely() throws Exception {
        smtp.answer("DATA", ScriptedSmtp.DROP, ScriptedSmtp.DROP, ScriptedSmtp.DROP, "354 go ahead");
        fixture.outbox.accept(Replies.plain().reply());
        for (int i = 0; i < 4; i++) {
            fixture.deliverDue();
            fixture.clock.move(HOUR);
        }
        assertEquals(sent(false), fixture.changes);
        assertEquals(1, smtp.taken().size());
    }

    @Test
    void aConnectionLostAfterTheFinalDotSendsTheSameBytesOnceMore() {
        smtp.answer(".", ScriptedSmtp.TAKE_AND_DROP, "250 taken");
        fixture.outbox.accept(Replies.plain().reply());
        fixture.deliverDue();
        fixture.clock.move(HOUR);
        fixture.deliverDue();
        assertEquals(sent(true), fixture.changes);
        assertEquals(2, smtp.taken().size());
        assertEquals(smtp.taken().get(0), smtp.taken().get(1));
    }

    @Test
    void twoFinalDotsWithoutAnAnswerAreTheLast() {
        smtp.answer(".", ScriptedSmtp.TAKE_AND_DROP);
        fixture.outbox.accept(Replies.plain().reply());
        for (int i = 0; i < 4; i++) {
            fixture.deliverDue();
            fixture.clock.move(HOUR);
        }
        assertEquals(List.of(change(SENDING, false), change(FAILED, true)), fixture.changes);
        assertEquals(2, smtp.taken().size());
    }

    @Test
    void aMailOfTheSystemsOwnGoesOutRatherNotAtAllThanTwice() {
        smtp.answer(".", ScriptedSmtp.TAKE_AND_DROP, "250 taken");
        fixture.outbox.accept(Replies.plain().byItself().reply());
        for (int i = 0; i < 3; i++) {
            fixture.deliverDue();
            fixture.clock.move(HOUR);
        }
        assertEquals(List.of(change(SENDING, false), change(FAILED, true)), fixture.changes);
        assertEquals(1, smtp.taken().size());
    }

    @Test
    void aFinalDotWithAnAnswerIsNeverTakenForADouble() {
        smtp.answer(".", "451 later", "451 later", "451 later", "250 taken");
        fixture.outbox.accept(Replies.plain().reply());
        for (int i = 0; i < 4; i++) {
            fixture.deliverDue();
            fixture.clock.move(HOUR);
        }
        assertEquals(sent(false), fixture.changes);
        assertEquals(1, smtp.taken().size());
    }

    @Test
    void whatACrashLeftBeforeItsFinalDotIsSentOnceItsLeaseIsOver() {
        fixture.outbox.accept(Replies.plain().reply());
        fixture.deliveries().claim().orElseThrow(); // and nothing more: the process is gone
        fixture.clock.move(Deliveries.LEASE.minusMillis(1));
        fixture.deliverDue();
        assertTrue(smtp.lines().isEmpty());
        fixture.clock.move(Duration.ofMillis(1));
        fixture.deliverDue();
        assertEquals(sent(false), fixture.changes);
    }

    @Test
    void whatACrashLeftAfterItsFinalDotIsSentOnceMoreAndSaysSo() {
        fixture.outbox.accept(Replies.plain().reply());
        Claim claim = fixture.deliveries().claim().orElseThrow();
        assertTrue(fixture.deliveries().finalDot(claim, SmtpPatience.USUAL.lease()));
        fixture.clock.move(SmtpPatience.USUAL.answer());
        fixture.deliverDue();
        assertTrue(smtp.lines().isEmpty(), "an answer could still come");
        fixture.clock.move(Duration.ofMinutes(5));
        fixture.deliverDue();
        assertEquals(sent(true), fixture.changes);
        assertEquals(1, smtp.taken().size());
    }

    @Test
    void whoLostItsLeaseDoesNotSendTheFinalDot() {
        fixture.outbox.accept(Replies.plain().reply());
        smtp.before("DATA", () -> {
            fixture.clock.move(HOUR);
            fixture.deliverDue();
        });
        fixture.deliverDue();
        assertEquals(1, smtp.taken().size());
        assertEquals(sent(false), fixture.changes);
    }

    @Test
    void whoLostItsLeaseDoesNotSendTheFinalDotThoughNobodyElseHas() {
        fixture.outbox.accept(Replies.plain().reply());
        smtp.before("DATA", () -> {
            fixture.clock.move(HOUR);
            fixture.deliveries().claim().orElseThrow();
        });
        fixture.round().next();
        assertTrue(smtp.taken().isEmpty());
        assertEquals("claimed|0", fixture.row("state, final_dots").orElseThrow());
    }

    @Test
    void aLeaseIsKeptWhileAConversationLasts() {
        fixture.outbox.accept(Replies.plain().reply());
        Round slow = fixture.round();
        smtp.before("DATA", () -> {
            for (int i = 0; i < 10; i++) {
                fixture.clock.move(Deliveries.LEASE.dividedBy(2));
                slow.prolong();
                fixture.deliverDue();
            }
        });
        slow.next();
        assertEquals(
                1, smtp.lines().stream().filter(line -> line.startsWith("MAIL")).count());
        assertEquals(sent(false), fixture.changes);
    }

    @Test
    void anEndingProcessGivesBackWhatHasNotComeToItsFinalDot() {
        fixture.outbox.accept(Replies.plain().reply());
        Round ending = fixture.round();
        smtp.before("DATA", () -> {
            ending.end();
            ending.release();
            fixture.deliverDue();
        });
        ending.next();
        assertFalse(ending.next());
        assertEquals(1, smtp.taken().size());
        assertEquals(sent(false), fixture.changes);
    }

    @Test
    void anEndingProcessKeepsWhatIsAtItsFinalDot() throws Exception {
        fixture.outbox.accept(Replies.plain().reply());
        Round ending = fixture.round();
        smtp.before(".", () -> {
            ending.end();
            ending.release();
            fixture.deliverDue();
        });
        ending.next();
        assertEquals(1, smtp.taken().size());
        assertEquals(sent(false), fixture.changes);
    }

    @Test
    void severalDispatchersNeverSendTheSameReply() throws Exception {
        int replies = 60;
        var items = IntStream.range(0, replies).mapToObj(i -> UUID.randomUUID()).toList();
        items.forEach(item ->
                fixture.outbox.accept(Replies.plain().text(item.toString()).reply(item)));
        var processes = Executors.newFixedThreadPool(6);
        try {
            Callable<Void> all = () -> {
                fixture.deliverDue();
                return null;
            };
            for (var process : processes.invokeAll(List.of(all, all, all, all, all, all))) {
                process.get();
            }
        } finally {
            processes.shutdownNow();
        }
        assertEquals(replies, smtp.taken().size());
        assertEquals(replies, new HashSet<>(smtp.taken()).size());
        items.forEach(item -> assertEquals(List.of(SENDING, SENT), fixture.statuses(item)));
    }

    @Test
    void aMailThatWasTakenIsRecordedEvenIfTheDatabaseIsAwayForAMoment() throws Exception {
        var away = new AtomicInteger();
        var flaky = OutboxFixture.sometimesAway(folder.resolve("keys"), away);
        flaky.account(smtp.account("none"));
        flaky.outbox.accept(Replies.plain().reply());
        smtp.before(".", () -> away.set(1));
        flaky.deliverDue();
        assertEquals(sent(false), flaky.changes);
        assertEquals(Optional.empty(), fixture.row("id"));
        assertEquals(1, smtp.taken().size());
    }

    private static List<DeliveryChanged> sent(boolean perhapsTwice) {
        return List.of(change(SENDING, false), change(SENT, perhapsTwice));
    }

    private static DeliveryChanged change(DeliveryStatus status, boolean perhapsTwice) {
        return new DeliveryChanged(Replies.TICKET, Replies.ITEM, status, null, perhapsTwice);
    }
}
