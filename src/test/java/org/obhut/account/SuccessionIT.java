package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.audit.Act;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.SealingKey;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;

/** A member leaves: what they kept opens nothing that comes later, and for those who stay everything stays readable all the time. */
class SuccessionIT {

    private static final String MAILBOX = "beratung@obhut.example";

    private LocalTransactions transactions;
    private AccountFixture accounts;
    private Person anna;
    private Person bela;
    private Session leyla;
    private UUID team;

    @BeforeEach
    void found(@TempDir Path folder) {
        transactions = new LocalTransactions(PostgreSql.database());
        accounts = new AccountFixture(folder, transactions.database());
        anna = accounts.person("anna");
        bela = accounts.person("bela");
        accounts.person("leyla", Role.LEAD);
        leyla = accounts.signIn("leyla");
        team = accounts.membership.found(lead(), "Erstkontakt", false);
        admit(anna, false);
        admit(bela, true);
        accounts.pinning.pin(lead(), MAILBOX, team);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private Caller lead() {
        return leyla.caller();
    }

    private void admit(Person person, boolean asLead) {
        accounts.membership.admit(lead(), team, person.id(), person.key().fingerprint(), asLead);
    }

    private Caller caller(String name) {
        return accounts.signIn(name).caller();
    }

    /** What intake does with the root of a new ticket. Returns the ticket. */
    private UUID mail() {
        UUID file = RandomId.next(accounts.random);
        try (Root root = Root.random(accounts.random)) {
            for (ReaderKey reader : accounts.teams.pinnedReaders(MAILBOX).both()) {
                accounts.seals.put(accounts.sealer.seal(root, file, reader));
            }
        }
        return file;
    }

    private Optional<SealingKey> opened(Keyring keyring, UUID file) {
        return accounts.seals.find(file, keyring.readers()).map(seal -> {
            try (Root root = accounts.sealer.open(seal, keyring.root(seal.reader()))) {
                return root.sealingKey();
            }
        });
    }

    private void assertReads(boolean reads, Caller caller, UUID file) {
        assertEquals(reads, opened(caller.keyring(), file).isPresent(), caller.name());
    }

    private void begin() {
        transactions.run(() -> {
            accounts.epochs.begin(
                    lead(),
                    team,
                    roster -> roster.only(member -> !member.person().equals(anna.id())),
                    Act.MEMBER_LEFT,
                    anna.id());
            return true;
        });
    }

    private void complete(Caller by) {
        accounts.succession.complete(by, team, () -> false);
    }

    private int epochs() {
        return accounts.rows.epochs(team).size();
    }

    @Test
    void whoLeftOpensNothingAnyMore() {
        UUID before = mail();
        Caller left = caller("anna");
        assertReads(true, left, before);

        accounts.succession.leave(lead(), team, anna.id());

        assertThrows(Exception.class, () -> left.keyring().root(anna.id()), "the sessions have ended");
        Caller again = caller("anna");
        assertEquals(Set.of(), again.counsels());
        assertReads(false, again, before);
        assertReads(false, again, mail());
        assertEquals(
                Set.of("bela", "leyla"), accounts.teams.roster(lead(), team).keySet());
    }

    @Test
    void whatTheyKeptOfTheFormerKeysOpensNothingThatComesLater() {
        Keyring kept = caller("anna").keyring();
        Set<UUID> former = Set.copyOf(kept.readers());
        begin();
        accounts.epochs.pin(lead(), team);
        UUID after = mail();
        assertTrue(accounts.seals.find(after, former).isEmpty());
        assertReads(true, caller("bela"), after);
    }

    @Test
    void aTicketOfTheirOwnEndsForThemToo() {
        UUID file = mail();
        Root root = Root.random(accounts.random);
        accounts.seals.put(accounts.sealer.seal(root, file, anna.readerKey()));
        UUID elsewhere = RandomId.next(accounts.random);
        accounts.seals.put(accounts.sealer.seal(root, elsewhere, anna.readerKey()));
        accounts.succession.leave(lead(), team, anna.id());
        assertReads(false, caller("anna"), file);
        assertReads(true, caller("anna"), elsewhere);
    }

    @Test
    void thoseWhoStayReadEverythingAtEveryStep() {
        UUID before = mail();
        Caller bela = caller("bela");
        begin();
        UUID between = mail();
        List<UUID> files = new ArrayList<>(List.of(before, between));
        files.forEach(file -> assertReads(true, bela, file));

        accounts.epochs.pin(lead(), team);
        files.add(mail());
        Caller now = accounts.keyrings.renewed(bela);
        files.forEach(file -> assertReads(true, now, file));

        complete(lead());
        files.forEach(file -> assertReads(true, now, file));
        files.forEach(file -> assertReads(true, caller("leyla"), file));
        assertEquals(1, epochs());
        assertEquals(0, accounts.succession.left(team));
        assertFalse(accounts.succession.unfinished(team));
    }

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
    void whoeverWasLetInBetweenReadsWhatIsNotSealedAnewYet() {
        UUID before = mail();
        accounts.succession.leave(lead(), team, anna.id());
        admit(accounts.person("dora"), false);
        assertReads(true, caller("dora"), before);
        complete(lead());
        assertReads(true, caller("dora"), before);
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
    void aSignedInColleagueNeedsNoNewSignIn() {
        Session bela = accounts.signIn("bela");
        accounts.succession.leave(lead(), team, anna.id());
        UUID after = mail();
        assertReads(false, bela.caller(), after);
        Caller now = accounts.sessions.use(bela.handle()).orElseThrow().caller();
        assertReads(true, now, after);
        assertEquals(Set.of(team), now.leads());
    }

    @Test
    void aFormerLeadReadsAsAMember() {
        UUID before = mail();
        UUID quarantined = RandomId.next(accounts.random);
        Root root = Root.random(accounts.random);
        accounts.seals.put(accounts.sealer.seal(
                root, quarantined, accounts.teams.readers(team).leadsKey()));
        Session bela = accounts.signIn("bela");
        assertReads(true, bela.caller(), quarantined);

        accounts.succession.unsetLead(lead(), team, this.bela.id());

        assertTrue(accounts.sessions.use(bela.handle()).isEmpty());
        Caller member = caller("bela");
        assertEquals(Set.of(team), member.counsels());
        assertEquals(Set.of(), member.leads());
        assertReads(false, member, quarantined);
        assertReads(true, member, before);
        complete(lead());
        assertReads(true, lead(), quarantined);
        assertReads(true, caller("bela"), before);
    }

    @Test
    void aTeamIsNeverLeftWithoutTheLeadWhoActs() {
        UUID leyla = lead().person();
        assertThrows(InvalidInput.class, () -> accounts.succession.leave(lead(), team, leyla));
        assertThrows(InvalidInput.class, () -> accounts.succession.unsetLead(lead(), team, leyla));
        assertThrows(InvalidInput.class, () -> accounts.succession.unsetLead(lead(), team, anna.id()));
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> accounts.succession.leave(member, team, bela.id()));
        assertThrows(Refused.class, () -> accounts.succession.renew(member, team));
        UUID nobody = RandomId.next(accounts.random);
        assertThrows(InvalidInput.class, () -> accounts.succession.leave(lead(), team, nobody));
        assertEquals(1, epochs());
        assertEquals(Set.of("anna", "bela", "leyla"), roster());
    }

    private Set<String> roster() {
        return accounts.teams.roster(lead(), team).keySet();
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

    @Test
    void theRuleOutlivesTheEpoch() {
        accounts.leadership.rule(lead(), team, true);
        accounts.succession.leave(lead(), team, anna.id());
        assertTrue(accounts.teams.everyoneReads(lead(), team));
    }

    @Test
    void whatWasDoneIsAudited() {
        long before = accounts.statements
                .list("SELECT max(position) FROM audit_line", row -> row.getLong(1))
                .get(0);
        accounts.succession.leave(lead(), team, anna.id());
        accounts.succession.unsetLead(lead(), team, bela.id());
        accounts.succession.renew(lead(), team);
        accounts.leadership.setLead(lead(), team, bela.id());
        accounts.leadership.rule(lead(), team, true);
        assertEquals(
                List.of("MEMBER_LEFT", "LEAD_UNSET", "TEAM_KEYS_RENEWED", "LEAD_ADMITTED", "TEAM_RULE_CHANGED"),
                accounts.statements.list(
                        "SELECT act FROM audit_line WHERE position > ? ORDER BY position",
                        row -> row.getString(1),
                        before));
    }
}
