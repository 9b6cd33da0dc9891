package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.Erasure;

/** Periods by mailbox, exceptions by ticket, and the end at once, with one person or two. */
class KeepingIT {

    @TempDir
    Path keys;

    private DeskFixture fixture;
    private Erasure erasure;
    private EarlyErasure early;
    private LocalDate today;

    @BeforeEach
    void start() {
        fixture = new DeskFixture(keys);
        erasure = fixture.erasing().begun();
        early = fixture.early(erasure);
        today = LocalDate.ofInstant(fixture.clock.instant(), Deadlines.ZONE);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private OptionalLong erase(Caller caller, UUID ticket, long version) {
        return early.erase(caller, ticket, ErasureGround.WISH, version);
    }

    private LocalDate end(UUID ticket) {
        return fixture.statements
                .list("SELECT erase_on FROM ticket WHERE id = ?", row -> row.getObject(1, LocalDate.class), ticket)
                .get(0);
    }

    private boolean isThere(UUID ticket) {
        return !fixture.statements
                .list("SELECT 1 FROM ticket WHERE id = ?", row -> 1, ticket)
                .isEmpty();
    }

    private long keep(Caller caller, UUID ticket, LocalDate day, String reason) {
        return fixture.keeping(
                desk -> desk.keep(caller, ticket, Optional.ofNullable(day), reason, fixture.version(ticket)));
    }

    private void status(UUID ticket, Status status) {
        fixture.desk(desk -> desk.status(fixture.anna, ticket, status, fixture.version(ticket)));
    }

    @Test
    void aMailboxsPeriodsHoldForWhatComesAndForWhatIsThere() {
        UUID open = fixture.ticket();
        UUID closed = fixture.ticket();
        status(closed, Status.CLOSED);
        UUID spam = fixture.ticket();
        fixture.desk(desk -> desk.spam(fixture.anna, spam, true, fixture.version(spam)));
        UUID phone = fixture.desk(desk -> desk.openCall(fixture.anna, fixture.team, Callers.call(fixture.random)));
        assertEquals(List.of(today.plusDays(90), today.plusDays(30), today.plusDays(14)), ends(open, closed, spam));

        fixture.transactions.run(() -> {
            fixture.periods.set(administrator(), DeskFixture.MAILBOX, new RetentionPolicy(10, 20, 5, 60));
            return true;
        });

        assertEquals(List.of(today.plusDays(20), today.plusDays(10), today.plusDays(5)), ends(open, closed, spam));
        assertEquals(today.plusDays(20), end(fixture.ticket()));
        assertEquals(today.plusDays(90), end(phone), "no mailbox, the usual periods");
        status(closed, Status.OPEN);
        assertEquals(today.plusDays(20), end(closed));
    }

    @Test
    void aCallThatGetsAnAddressEndsByThePeriodsOfItsMailbox() {
        fixture.transactions.run(() -> {
            fixture.periods.set(administrator(), DeskFixture.MAILBOX, new RetentionPolicy(10, 20, 5, 60));
            return true;
        });
        UUID phone = fixture.desk(desk -> desk.openCall(fixture.anna, fixture.team, Callers.call(fixture.random)));

        fixture.writing(desk -> desk.clientAddress(
                fixture.anna, phone, "rosa@client.example", Optional.empty(), fixture.version(phone)));

        assertEquals(today.plusDays(20), end(phone));
    }

    private Caller administrator() {
        Caller admin = fixture.admin;
        return new Caller(
                admin.person(),
                admin.name(),
                admin.counsels(),
                admin.leads(),
                java.util.Set.of(org.obhut.account.Role.ADMINISTRATOR),
                admin.keyring());
    }

    private List<LocalDate> ends(UUID... tickets) {
        return java.util.stream.Stream.of(tickets).map(this::end).toList();
    }

    @Test
    void periodsAreSetByAdministratorsWithinBounds() {
        assertThrows(
                Refused.class, () -> fixture.periods.set(fixture.leyla, DeskFixture.MAILBOX, RetentionPolicy.USUAL));
        for (RetentionPolicy wrong : List.of(
                new RetentionPolicy(0, 90, 14, 180),
                new RetentionPolicy(30, 366, 14, 180),
                new RetentionPolicy(30, 90, 91, 180),
                new RetentionPolicy(30, 90, 14, 0))) {
            assertThrows(InvalidInput.class, () -> fixture.periods.set(administrator(), DeskFixture.MAILBOX, wrong));
        }
    }

    @Test
    void aTicketIsKeptLongerWithAReasonThatIsSealed() {
        UUID ticket = fixture.ticket();
        LocalDate later = today.plusDays(200);
        assertEquals(
                "reason",
                assertThrows(InvalidInput.class, () -> keep(fixture.anna, ticket, later, " "))
                        .field());
        assertEquals(
                "until",
                assertThrows(InvalidInput.class, () -> keep(fixture.anna, ticket, today.plusDays(366), "x"))
                        .field());
        assertEquals(
                "until",
                assertThrows(InvalidInput.class, () -> keep(fixture.anna, ticket, today, "x"))
                        .field());
        assertThrows(TicketNotFound.class, () -> keep(fixture.ion, ticket, later, "x"));

        keep(fixture.anna, ticket, later, "Verfahren läuft");

        assertEquals(later, end(ticket));
        TimelineEntry event = last(ticket);
        assertEquals("kept", event.event());
        assertEquals("Verfahren läuft", event.attributes().get("note"));
        status(ticket, Status.CLOSED);
        assertEquals(later, end(ticket), "closing does not end the exception");
        fixture.append(ticket, Mails.rosa());
        assertEquals(later, end(ticket));
        keep(fixture.anna, ticket, null, "");
        assertEquals(today.plusDays(90), end(ticket));
    }

    private TimelineEntry last(UUID ticket) {
        List<TimelineEntry> timeline = fixture.open(fixture.anna, ticket).timeline();
        return timeline.get(timeline.size() - 1);
    }

    @Test
    void aNewMailEndsAnEarlyEnd() {
        UUID ticket = fixture.ticket();
        keep(fixture.anna, ticket, today.plusDays(2), "");
        assertEquals(today.plusDays(2), end(ticket));
        fixture.append(ticket, Mails.rosa());
        assertEquals(today.plusDays(90), end(ticket), "nobody has read it yet");
    }

    @Test
    void theFolderHoldsWhatEndsWithinFourteenDays() {
        UUID ticket = fixture.ticket();
        assertEquals(List.of(), fixture.list(fixture.anna, Folder.ENDING));
        keep(fixture.anna, ticket, today.plusDays(15), "");
        assertEquals(0, fixture.desk(desk -> desk.counts(fixture.anna)).get(Folder.ENDING));
        keep(fixture.anna, ticket, today.plusDays(14), "");
        assertEquals(1, fixture.desk(desk -> desk.counts(fixture.anna)).get(Folder.ENDING));
        assertEquals(ticket, fixture.list(fixture.anna, Folder.ENDING).get(0).id());
        assertEquals(List.of(), fixture.list(fixture.ion, Folder.ENDING));
    }

    @Test
    void aLeadErasesAtOnceWhatTheySaw() {
        UUID ticket = fixture.ticket();
        long seen = fixture.version(ticket);
        assertThrows(Refused.class, () -> erase(fixture.anna, ticket, seen));
        assertThrows(TicketNotFound.class, () -> erase(fixture.ion, ticket, seen));
        fixture.append(ticket, Mails.rosa());
        assertThrows(TicketChanged.class, () -> erase(fixture.leyla, ticket, seen));
        assertTrue(isThere(ticket));

        assertTrue(erase(fixture.leyla, ticket, fixture.version(ticket)).isPresent());

        assertFalse(isThere(ticket));
        assertThrows(TicketNotFound.class, () -> fixture.open(fixture.leyla, ticket));
    }

    @Test
    void twoPeopleHaveToAgreeWhereTheTeamWantsIt() {
        assertThrows(Refused.class, () -> needTwo(fixture.anna));
        needTwo(fixture.leyla);
        UUID ticket = fixture.ticket();
        assertThrows(Refused.class, () -> erase(fixture.anna, ticket, fixture.version(ticket)), "not first");
        assertTrue(erase(fixture.leyla, ticket, fixture.version(ticket)).isEmpty());
        assertEquals("erasure-asked", last(ticket).event());
        assertTrue(erase(fixture.leyla, ticket, fixture.version(ticket)).isEmpty(), "one person is not two");
        assertTrue(isThere(ticket));
        assertThrows(TicketNotFound.class, () -> erase(fixture.ion, ticket, fixture.version(ticket)));

        var prospect = fixture.keeping(desk -> desk.prospect(fixture.anna, ticket));
        assertEquals("leyla", prospect.asked());
        assertTrue(prospect.mayAgree());
        assertTrue(erase(fixture.anna, ticket, fixture.version(ticket)).isPresent());
        assertFalse(isThere(ticket));
    }

    private void needTwo(Caller caller) {
        fixture.keeping(desk -> {
            desk.needsTwo(caller, fixture.team, true);
            return true;
        });
    }

    @Test
    void aWishForErasureCanBeTakenBack() {
        needTwo(fixture.leyla);
        UUID ticket = fixture.ticket();
        erase(fixture.leyla, ticket, fixture.version(ticket));
        assertThrows(
                Refused.class,
                () -> fixture.keeping(desk -> desk.withdraw(fixture.anna, ticket, fixture.version(ticket))));
        fixture.keeping(desk -> desk.withdraw(fixture.leyla, ticket, fixture.version(ticket)));
        assertNull(fixture.keeping(desk -> desk.prospect(fixture.anna, ticket)).asked());
        assertThrows(Refused.class, () -> erase(fixture.anna, ticket, fixture.version(ticket)));
    }

    @Test
    void anOldEntryEndsWhileItsTicketLives() {
        UUID ticket = fixture.ticket();
        UUID second = fixture.append(ticket, Mails.rosa());
        UUID first = fixture.open(fixture.anna, ticket).timeline().get(0).id();
        assertNotEquals(first, second);
        long version = fixture.version(ticket);
        fixture.statements.run("UPDATE ticket_item SET added_on = ? WHERE id = ?", today.minusDays(180), first);
        fixture.statements.run("UPDATE ticket_item SET added_on = ? WHERE id = ?", today.minusDays(179), second);

        erasure.run();

        assertEquals(
                List.of(second),
                fixture.open(fixture.anna, ticket).timeline().stream()
                        .map(TimelineEntry::id)
                        .toList());
        assertTrue(fixture.version(ticket) > version, "whoever has it open sees that it changed");
        assertEquals(
                0L,
                fixture.statements
                        .list("SELECT count(*) FROM lookup WHERE item = ?", row -> row.getLong(1), first)
                        .get(0));
        assertEquals(
                Party.CLIENT, fixture.reception(at -> at.party(ticket, Mails.ROSA.address())), "still known there");
    }
}
