package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.AccountFixture;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;

/** A key's whole life, with real people, teams, pins and tickets: invite, let in, absence, hand-over, move, leave, recovery. */
class KeyLifeIT {

    private static final String MAILBOX = "beratung@obhut.example";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private LocalTransactions transactions;
    private AccountFixture accounts;
    private DeskFixture desk;
    private UUID first;
    private UUID southEast;

    @BeforeEach
    void start(@TempDir Path keys) {
        transactions = new LocalTransactions(PostgreSql.database());
        accounts = new AccountFixture(keys, transactions.database());
        desk = new DeskFixture(keys, transactions, accounts);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Caller caller(String name) {
        return accounts.signIn(name).caller();
    }

    private UUID mail() {
        return desk.reception(at -> at.open(
                accounts.teams.pinnedReaders(MAILBOX),
                MAILBOX,
                Mails.rosa().mail(),
                Optional.empty(),
                Party.CLIENT,
                null));
    }

    private boolean reads(String name, UUID ticket) {
        try {
            desk.open(caller(name), ticket);
            return true;
        } catch (TicketNotFound e) {
            return false;
        }
    }

    private void assertReaders(UUID ticket, String... names) {
        Set<String> expected = Set.of(names);
        for (String name : new String[] {"anna", "bela", "leyla", "ion"}) {
            assertEquals(expected.contains(name), reads(name, ticket), name);
        }
    }

    private void admit(String by, UUID team, UUID person, boolean asLead) {
        accounts.membership.admit(caller(by), team, person, accounts.fingerprint(person), asLead);
    }

    private void assign(String by, UUID ticket, String to) {
        desk.desk(at -> at.assign(caller(by), ticket, Optional.of(to), desk.version(ticket)));
    }

    private void seal(String lead, UUID team) {
        Resealing job = new Resealing(accounts.succession, transactional(), Runnable::run);
        job.start(caller(lead), team);
        assertTrue(transactions.run(() -> job.progress(caller(lead), team).done()));
    }

    /** The container makes a transaction of each call. */
    private TeamSeals transactional() {
        return new TeamSeals() {
            @Override
            java.util.List<UUID> deviating(Caller lead, UUID team, int limit) {
                return transactions.run(() -> desk.teamSeals.deviating(lead, team, limit));
            }

            @Override
            long deviations(Caller lead, UUID team) {
                return desk.teamSeals.deviations(lead, team);
            }

            @Override
            void settle(Caller lead, UUID team, UUID ticket) {
                transactions.run(() -> {
                    desk.teamSeals.settle(lead, team, ticket);
                    return true;
                });
            }
        };
    }

    @Test
    void aKeysWholeLife() {
        // Invited by an administrator: everybody comes by the link and has a key of their own, nobody reads anything.
        Caller admin = accounts.administrator("admin");
        UUID anna = accounts.invite(admin, "anna");
        UUID bela = accounts.invite(admin, "bela");
        accounts.invite(admin, "leyla", Role.LEAD);
        accounts.invite(admin, "ion", Role.LEAD);

        // Founded in the first lead's session, pinned, and mail comes in.
        first = accounts.membership.found(caller("leyla"), "Erstkontakt", false);
        southEast = accounts.membership.found(caller("ion"), "Südosteuropa", false);
        accounts.pinning.pin(caller("leyla"), MAILBOX, first);
        UUID before = mail();
        assertReaders(before, "leyla");

        // Let in after six words were compared: reads what was there already.
        admit("leyla", first, anna, false);
        admit("anna", first, bela, false);
        assertReaders(before, "anna", "bela", "leyla");

        // Responsible: now the person and the leads.
        assign("anna", before, "anna");
        assertReaders(before, "anna", "leyla");

        // Away: the deputy reads for as long, and no longer.
        desk.absences(at -> {
            at.set(caller("anna"), first, "anna", "bela", TODAY, TODAY);
            return true;
        });
        assertReaders(before, "anna", "bela", "leyla");
        desk.days(1);
        assertReaders(before, "anna", "leyla");

        // Handed over.
        assign("anna", before, "bela");
        assertReaders(before, "bela", "leyla");

        // Moved to another team, whose leads alone decide from then on.
        UUID moved = mail();
        desk.rights(at -> at.move(caller("anna"), moved, "Südosteuropa", desk.version(moved)));
        accounts.clock.move(ReadingRights.UNDO);
        assertReaders(moved, "ion");

        // A colleague of the other team is asked.
        desk.rights(at -> at.add(
                caller("bela"), before, "ion", ReadingRights.Reason.ASKED, TODAY.plusDays(5), desk.version(before)));
        assertReaders(before, "bela", "ion", "leyla");

        // Bela leaves: new keys, a mail in between, what was hers goes back to the team.
        accounts.succession.leave(caller("leyla"), first, bela);
        UUID between = mail();
        assertReaders(between, "anna", "leyla");
        seal("leyla", first);
        assertReaders(before, "anna", "ion", "leyla");
        assertReaders(between, "anna", "leyla");
        assertEquals(null, desk.open(caller("leyla"), before).row().assignee());
        assertEquals(
                Set.of("anna", "leyla"),
                accounts.teams.roster(caller("leyla"), first).keySet());
        assertFalse(accounts.succession.unfinished(first));
        assertThrows(TicketNotFound.class, () -> desk.open(caller("bela"), mail()));

        // The team's rule is changed, and what exists follows.
        assign("leyla", before, "leyla");
        assertReaders(before, "ion", "leyla");
        accounts.leadership.rule(caller("leyla"), first, true);
        seal("leyla", first);
        assertReaders(before, "anna", "ion", "leyla");

        // Three shares are handed out, for the day when nobody can open the team any more.
        List<String> shares = accounts.shares(caller("leyla"), first, List.of("Leitung", "Datenschutz", "Tresor"));

        // That day: the only lead has forgotten her passphrase. Her account is made new and opens nothing.
        UUID leyla = caller("leyla").person();
        accounts.reset(caller("admin"), leyla);
        UUID meanwhile = mail();
        assertReaders(meanwhile, "anna");
        assertReaders(before, "anna", "ion");

        // Two shares let her in as lead again, whoever of the three is away; everybody is told.
        accounts.recovery.recover(caller("leyla"), shares.get(2), shares.get(0), leyla, "");
        assertReaders(meanwhile, "anna", "leyla");
        assertEquals(1, accounts.recoveryOverview.untold(caller("anna")).size());

        // New shares, new keys; the ones that were typed in open nothing any more.
        accounts.shares(caller("leyla"), first, List.of("Leitung", "Datenschutz", "Tresor"));
        accounts.succession.renew(caller("leyla"), first);
        seal("leyla", first);
        assertReaders(before, "anna", "ion", "leyla");
        assertThrows(
                InvalidInput.class,
                () -> accounts.recovery.recover(caller("ion"), shares.get(0), shares.get(1), leyla, ""));
    }

    /** The page is right about everybody and every ticket after each of many random steps; and the keyring is asked, not a role. */
    @Test
    void whoReadsIsWhoOpens() {
        List<String> names = List.of("anna", "bela", "leyla", "ion");
        Caller admin = accounts.administrator("admin");
        UUID anna = accounts.invite(admin, "anna");
        UUID bela = accounts.invite(admin, "bela");
        accounts.invite(admin, "leyla", Role.LEAD);
        UUID ion = accounts.invite(admin, "ion", Role.LEAD);
        first = accounts.membership.found(caller("leyla"), "Erstkontakt", false);
        southEast = accounts.membership.found(caller("ion"), "Südosteuropa", false);
        accounts.pinning.pin(caller("leyla"), MAILBOX, first);
        admit("leyla", first, anna, false);
        List<UUID> tickets = new ArrayList<>();
        var random = new Random(11);
        WhoReads who = desk.whoReads();
        int asked = 0;
        for (int step = 0; step < 24; step++) {
            UUID ticket = tickets.isEmpty() ? null : tickets.get(random.nextInt(tickets.size()));
            switch (ticket == null ? 0 : random.nextInt(8)) {
                case 0, 1 -> tickets.add(mail());
                case 2 -> tried(() -> assign("leyla", ticket, names.get(random.nextInt(3))));
                case 3 ->
                    tried(() -> desk.rights(at -> at.add(
                            caller("leyla"),
                            ticket,
                            "ion",
                            ReadingRights.Reason.ASKED,
                            TODAY.plusDays(1 + random.nextInt(3)),
                            desk.version(ticket))));
                case 4 -> tried(() -> admit("leyla", first, random.nextBoolean() ? bela : ion, random.nextBoolean()));
                case 5 ->
                    tried(() -> accounts.succession.leave(caller("leyla"), first, random.nextBoolean() ? bela : ion));
                case 6 -> tried(() -> seal("leyla", first));
                default -> desk.days(1);
            }
            Map<UUID, List<String>> page = new HashMap<>();
            who.tickets(admin, null).tickets().forEach(row -> page.put(row.ticket(), row.names()));
            assertEquals(Set.copyOf(tickets), page.keySet());
            Map<String, Long> readable = new HashMap<>();
            for (UUID each : tickets) {
                for (String name : names) {
                    boolean reads = reads(name, each);
                    assertEquals(reads, page.get(each).contains(name), "step " + step + ": " + name);
                    readable.merge(name, reads ? 1L : 0L, Long::sum);
                    asked++;
                }
            }
            for (String name : names) {
                long opened = readable.getOrDefault(name, 0L);
                long counted = who.teams(admin).stream()
                        .flatMap(team -> team.readers().stream())
                        .filter(reader -> reader.name().equals(name))
                        .mapToLong(WhoReads.Reader::tickets)
                        .sum();
                assertEquals(opened, counted, name);
            }
        }
        System.out.println("who reads: " + asked + " answers of the page compared with keyrings");
        assertTrue(asked > 100, "asked " + asked);
        accounts.invite(admin, "koko");
        assertThrows(Refused.class, () -> who.teams(caller("koko")));
    }

    /** Steps that the state of now refuses are part of it. */
    private static void tried(Runnable step) {
        try {
            step.run();
        } catch (InvalidInput | Refused | TicketNotFound refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}
