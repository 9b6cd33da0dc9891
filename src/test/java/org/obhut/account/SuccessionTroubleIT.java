package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;

/** Succession that is stopped half-way, meets mail that comes in, damaged seals, or keys that were exchanged. */
class SuccessionTroubleIT extends SuccessionCase {

    @Test
    void aRunThatWasStoppedIsCompletedByAnotherLead() {
        List<UUID> files = new ArrayList<>();
        for (int i = 0; i < 2 * AccountFixture.BATCH + 1; i++) {
            files.add(mail());
        }
        accounts.succession.leave(lead(), team, anna.id());
        AtomicInteger batches = new AtomicInteger();
        accounts.succession.complete(lead(), team, () -> batches.incrementAndGet() > 1);
        long left = accounts.succession.left(team);
        assertTrue(left > 0 && left < 2L * files.size(), "left: " + left);
        assertEquals(2, epochs());
        Caller bela = caller("bela");
        files.forEach(file -> assertReads(true, bela, file));

        complete(bela);

        assertEquals(0, accounts.succession.left(team));
        assertEquals(1, epochs());
        files.forEach(file -> assertReads(true, bela, file));
    }

    @Test
    void aCrashBeforeThePinLosesNoMailAndIsMendedByTheNextLead() {
        begin();
        UUID between = mail();
        Caller bela = caller("bela");
        complete(bela);
        assertReads(true, bela, between);
        assertEquals(1, epochs());
        assertEquals(2, accounts.pins.team(team).orElseThrow().epoch());
        assertEquals(2, accounts.pins.mailbox(MAILBOX).orElseThrow().epoch());
    }

    @Test
    void thePinWaitsForAMailThatIsBeingSealedToTheFormerKeys() throws Exception {
        begin();
        CountDownLatch sealed = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        CompletableFuture<UUID> intake = CompletableFuture.supplyAsync(() -> transactions.run(() -> {
            UUID file = mail();
            sealed.countDown();
            await(committed);
            return file;
        }));
        assertTrue(sealed.await(10, TimeUnit.SECONDS));
        CompletableFuture<Boolean> pinning = CompletableFuture.supplyAsync(() -> transactions.run(() -> {
            accounts.epochs.pin(lead(), team);
            return true;
        }));
        awaitRowLock();
        assertEquals(1, accounts.pins.team(team).orElseThrow().epoch(), "not while a mail is being sealed");
        committed.countDown();
        UUID file = intake.get(10, TimeUnit.SECONDS);
        assertTrue(pinning.get(10, TimeUnit.SECONDS));
        complete(lead());
        assertReads(true, caller("bela"), file);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitRowLock() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String waiting = """
                SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()""";
        while (accounts.statements.list(waiting, row -> 1).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the pin does not wait");
            Thread.onSpinWait();
        }
    }

    @Test
    void aMemberWhoseKeyWasExchangedIsNotSealedTo() {
        accounts.statements.run("UPDATE person SET public_key = ? WHERE name = 'anna'", otherKey());
        accounts.succession.renew(lead(), team);
        assertEquals(Set.of("bela", "leyla"), roster());
        assertEquals(Set.of(), caller("anna").counsels());
    }

    private byte[] otherKey() {
        return Root.random(accounts.random).sealingKey().encoded();
    }

    /** Whoever writes to the database can seal roots of their own to every lead. */
    @Test
    void anEpochThatNoLeadMadeIsNeverPinned() {
        Root forgedTeam = Root.random(accounts.random);
        Root forgedLeads = Root.random(accounts.random);
        ReaderKey teamKey = new ReaderKey(RandomId.next(accounts.random), forgedTeam.sealingKey());
        ReaderKey leadsKey = new ReaderKey(RandomId.next(accounts.random), forgedLeads.sealingKey());
        Roster roster = new Roster(team, 2, false, Map.of())
                .with(
                        "leyla",
                        new Roster.Member(
                                lead().person(), Membership.own(lead()).key().fingerprint(), true));
        TeamEpoch forged = new TeamEpoch(
                team, "Erstkontakt", 2, teamKey, leadsKey, roster.encoded(), roster.code(forgedTeam), null);
        accounts.rows.succeed(forged.with(forged.succession(forgedLeads)));
        accounts.seals.put(accounts.sealer.seal(forgedTeam, teamKey.reader(), Membership.own(lead())));
        accounts.seals.put(accounts.sealer.seal(forgedLeads, leadsKey.reader(), Membership.own(lead())));

        Caller again = caller("leyla");

        assertThrows(PinMismatch.class, () -> complete(again));
        assertThrows(PinMismatch.class, () -> accounts.succession.renew(again, team));
        assertEquals(1, accounts.pins.team(team).orElseThrow().epoch());
        UUID file = mail();
        assertTrue(accounts.seals
                .find(file, Set.of(teamKey.reader(), leadsKey.reader()))
                .isEmpty());
        assertReads(true, caller("anna"), file);
    }

    @Test
    void aDamagedSealHoldsUpNoOtherAndKeepsTheFormerKeys() {
        UUID damaged = mail();
        UUID reader = accounts.teams.readers(team).teamKey().reader();
        Seal seal = accounts.seals.find(damaged, Set.of(reader)).orElseThrow();
        byte[] bytes = seal.sealed();
        bytes[bytes.length - 1] ^= 1;
        accounts.seals.put(new Seal(damaged, reader, seal.epoch(), bytes));
        UUID whole = mail();
        accounts.succession.leave(lead(), team, anna.id());
        complete(lead());
        assertEquals(1, accounts.succession.left(team));
        assertEquals(2, epochs());
        assertReads(true, caller("bela"), whole);
    }
}
