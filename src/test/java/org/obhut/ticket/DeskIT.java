package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;

/** What counsellors do at the desk, on a real database with real keys. */
class DeskIT {

    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private long assign(Caller caller, UUID ticket, String name) {
        Optional<String> assignee = Optional.ofNullable(name.isEmpty() ? null : name);
        return fixture.desk(desk -> desk.assign(caller, ticket, assignee, fixture.version(ticket)));
    }

    private void assertReads(Caller caller, UUID ticket) {
        assertEquals(ticket, fixture.open(caller, ticket).row().id(), caller.name());
        assertTrue(
                fixture.list(caller, Folder.TEAM).stream()
                        .anyMatch(row -> row.id().equals(ticket)),
                caller.name());
    }

    private void assertSeesNothing(Caller caller, UUID ticket) {
        long version = fixture.version(ticket);
        assertThrows(TicketNotFound.class, () -> fixture.open(caller, ticket));
        assertThrows(
                TicketNotFound.class, () -> fixture.desk(desk -> desk.note(caller, ticket, "x", Optional.empty())));
        assertThrows(
                TicketNotFound.class, () -> fixture.desk(desk -> desk.status(caller, ticket, Status.CLOSED, version)));
        assertThrows(TicketNotFound.class, () -> assign(caller, ticket, "bela"));
        assertThrows(TicketNotFound.class, () -> fixture.reply(caller, ticket, "x"));
        Map<Folder, Long> counts = fixture.desk(desk -> desk.counts(caller));
        assertEquals(0, counts.values().stream().mapToLong(Long::longValue).sum(), caller.name());
        assertEquals(version, fixture.version(ticket));
    }

    @Test
    void anUnassignedTicketIsReadByItsTeamAndNobodyElse() {
        UUID ticket = fixture.ticket(Mails.rosa());
        assertReads(fixture.anna, ticket);
        assertReads(fixture.bela, ticket);
        assertReads(fixture.leyla, ticket);
        assertSeesNothing(fixture.ion, ticket);
        assertSeesNothing(fixture.admin, ticket);
        assertThrows(Refused.class, () -> fixture.list(fixture.admin, Folder.TEAM));
    }

    @Test
    void anAssignedTicketIsReadByAssigneeAndLeadsUntilItIsGivenBack() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.changes.clear();
        assertEquals(2, assign(fixture.anna, ticket, "anna"));
        assertTrue(
                fixture.changes.get(0).readers().contains(fixture.teams.readerOf(fixture.team)),
                "the team loses it from its folders");
        assertReads(fixture.anna, ticket);
        assertReads(fixture.leyla, ticket);
        assertSeesNothing(fixture.bela, ticket);
        assertSeesNothing(fixture.ion, ticket);
        assign(fixture.leyla, ticket, "bela");
        assertReads(fixture.bela, ticket);
        assertSeesNothing(fixture.anna, ticket);
        assign(fixture.bela, ticket, "");
        assertReads(fixture.anna, ticket);
        assertEquals(
                List.of("assigned", "assigned", "unassigned"),
                fixture.open(fixture.anna, ticket).timeline().stream()
                        .filter(entry -> entry.kind() == TimelineEntry.Kind.EVENT)
                        .map(TimelineEntry::event)
                        .toList());
        assertEquals(
                "bela", fixture.open(fixture.anna, ticket).timeline().get(2).eventValue());
    }

    @Test
    void whereEveryoneReadsTheTeamKeepsAnAssignedTicket() {
        fixture.teams.everyoneReads.add(fixture.team);
        UUID ticket = fixture.ticket(Mails.rosa());
        assign(fixture.anna, ticket, "anna");
        assertEquals("anna", fixture.open(fixture.bela, ticket).row().assignee());
    }

    @Test
    void onlyMembersOfTheTeamCanBeAssigned() {
        UUID ticket = fixture.ticket(Mails.rosa());
        assertEquals(
                List.of("anna", "bela", "leyla"),
                fixture.open(fixture.anna, ticket).assignable());
        InvalidInput refused = assertThrows(InvalidInput.class, () -> assign(fixture.anna, ticket, "ion"));
        assertEquals("assignee", refused.field());
        assertEquals(1, fixture.version(ticket));
    }

    @Test
    void aChangeToAnotherVersionIsRefusedAndSaysTheNewOne() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.append(ticket, Mails.rosa());
        TicketChanged changed = assertThrows(
                TicketChanged.class, () -> fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, 1)));
        assertEquals(2, changed.version());
        assertEquals(Status.OPEN, fixture.open(fixture.anna, ticket).row().status());
    }

    @Test
    void foldersHoldWhatTheirNamesSay() {
        UUID fresh = fixture.ticket(Mails.rosa());
        UUID mine = fixture.ticket(Mails.rosa());
        UUID waiting = fixture.ticket(Mails.rosa());
        UUID closed = fixture.ticket(Mails.rosa());
        assign(fixture.anna, mine, "anna");
        fixture.desk(desk -> desk.status(fixture.anna, waiting, Status.WAITING, 1));
        fixture.desk(desk -> desk.status(fixture.anna, closed, Status.CLOSED, 1));
        assertFolder(fixture.anna, Folder.NEW, waiting, fresh);
        assertFolder(fixture.anna, Folder.MINE, mine);
        assertFolder(fixture.anna, Folder.TEAM, waiting, mine, fresh);
        assertFolder(fixture.anna, Folder.WAITING, waiting);
        assertFolder(fixture.anna, Folder.CLOSED, closed);
        assertFolder(fixture.anna, Folder.DUE);
        assertFolder(fixture.anna, Folder.SPAM);
        fixture.days(2);
        assertFolder(fixture.anna, Folder.DUE, mine, fresh);
        assertFolder(fixture.bela, Folder.DUE, fresh);
    }

    private void assertFolder(Caller caller, Folder folder, UUID... tickets) {
        assertEquals(
                List.of(tickets).stream().sorted().toList(),
                fixture.list(caller, folder).stream()
                        .map(TicketRow::id)
                        .sorted()
                        .toList(),
                folder.name());
        assertEquals(tickets.length, fixture.desk(desk -> desk.counts(caller)).get(folder), folder.name());
    }

    @Test
    void pagesFollowEachOtherWithoutGapsNewestFirst() {
        UUID first = fixture.ticket(Mails.rosa());
        UUID second = fixture.ticket(Mails.rosa());
        UUID third = fixture.ticket(Mails.rosa());
        fixture.append(first, Mails.rosa());
        TicketPage page = fixture.desk(desk -> desk.list(fixture.anna, Folder.NEW, 2, Optional.empty()));
        assertEquals(
                List.of(first, third), page.items().stream().map(TicketRow::id).toList());
        TicketPage next =
                fixture.desk(desk -> desk.list(fixture.anna, Folder.NEW, 2, Optional.ofNullable(page.next())));
        assertEquals(List.of(second), next.items().stream().map(TicketRow::id).toList());
        assertNull(next.next());
        assertField("limit", () -> fixture.desk(desk -> desk.list(fixture.anna, Folder.NEW, 201, Optional.empty())));
        assertField("after", () -> fixture.desk(desk -> desk.list(fixture.anna, Folder.NEW, 2, Optional.of("?"))));
    }

    private static void assertField(String field, Runnable use) {
        assertEquals(field, assertThrows(InvalidInput.class, use::run).field());
    }

    @Test
    void aTicketIsUnreadUntilOpenedAndAfterOthersChanges() {
        UUID ticket = fixture.ticket(Mails.rosa());
        assertTrue(fixture.list(fixture.anna, Folder.NEW).get(0).unread());
        fixture.open(fixture.anna, ticket);
        assertFalse(fixture.list(fixture.anna, Folder.NEW).get(0).unread());
        assertTrue(fixture.list(fixture.bela, Folder.NEW).get(0).unread());
        fixture.desk(desk -> desk.note(fixture.anna, ticket, "Rückruf?", Optional.empty()));
        assertFalse(fixture.list(fixture.anna, Folder.NEW).get(0).unread(), "one's own note");
        fixture.append(ticket, Mails.rosa());
        fixture.desk(desk -> desk.note(fixture.anna, ticket, "Nachtrag", Optional.empty()));
        assertTrue(fixture.list(fixture.anna, Folder.NEW).get(0).unread(), "an unseen mail below one's own note");
    }

    @Test
    void aNoteNeedsNoVersionAndARepeatedRequestAddsOne() {
        UUID ticket = fixture.ticket(Mails.rosa());
        UUID note = fixture.desk(desk -> desk.note(fixture.anna, ticket, "Eins\r\nzwei", Optional.of("k1")));
        assertEquals(note, fixture.desk(desk -> desk.note(fixture.anna, ticket, "Eins", Optional.of("k1"))));
        fixture.desk(desk -> desk.note(fixture.bela, ticket, "Drei", Optional.of("k1")));
        List<TimelineEntry> timeline = fixture.open(fixture.anna, ticket).timeline();
        assertEquals(3, timeline.size());
        assertEquals("Eins\nzwei", timeline.get(1).text());
        assertEquals("anna", timeline.get(1).author());
        assertEquals(TimelineEntry.Kind.NOTE, timeline.get(1).kind());
        assertEquals("bela", timeline.get(2).author());
        assertEquals(3, fixture.version(ticket));
        assertField("text", () -> fixture.desk(desk -> desk.note(fixture.anna, ticket, " ", Optional.empty())));
        String tooLong = "x".repeat(100_001);
        assertField("text", () -> fixture.desk(desk -> desk.note(fixture.anna, ticket, tooLong, Optional.empty())));
    }

    @Test
    void closingEndsTheTicketInThirtyDaysAndReopeningTakesThatBack() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.days(10);
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, 1));
        TicketRow closed = fixture.open(fixture.anna, ticket).row();
        assertEquals(LocalDate.of(2026, 4, 11), closed.eraseOn());
        assertNull(closed.dueAt());
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.OPEN, 2));
        assertEquals(
                LocalDate.of(2026, 5, 31),
                fixture.open(fixture.anna, ticket).row().eraseOn());
        fixture.days(65);
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, 3));
        assertEquals(
                LocalDate.of(2026, 5, 31),
                fixture.open(fixture.anna, ticket).row().eraseOn(),
                "at the latest 90 days after the last contact");
    }

    @Test
    void aFollowUpDayIsDueFromItsFirstHourUnlessAnAnswerIsDueEarlier() {
        UUID ticket = fixture.ticket(Mails.rosa());
        LocalDate day = LocalDate.of(2026, 3, 9);
        fixture.desk(desk -> desk.followUp(fixture.anna, ticket, Optional.of(day), 1));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(day, view.followUp());
        assertEquals(Instant.parse("2026-03-04T12:00:00Z"), view.row().dueAt());
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.WAITING, 2));
        assertEquals(
                Instant.parse("2026-03-08T23:00:00Z"),
                fixture.open(fixture.anna, ticket).row().dueAt());
        fixture.desk(desk -> desk.followUp(fixture.anna, ticket, Optional.empty(), 3));
        assertNull(fixture.open(fixture.anna, ticket).row().dueAt());
        Optional<LocalDate> past = Optional.of(LocalDate.of(2026, 3, 1));
        assertField("followUp", () -> fixture.desk(desk -> desk.followUp(fixture.anna, ticket, past, 4)));
    }

    @Test
    void aDraftIsThePersonsOwnAndMovesNoVersion() {
        UUID ticket = fixture.ticket(Mails.rosa());
        draft(fixture.anna, ticket, "Guten T");
        draft(fixture.anna, ticket, "Guten Tag");
        assertEquals(
                "Guten Tag", fixture.open(fixture.anna, ticket).draft().words().text());
        assertEquals("", fixture.open(fixture.bela, ticket).draft().words().text());
        assertFolder(fixture.anna, Folder.DRAFTS, ticket);
        assertFolder(fixture.bela, Folder.DRAFTS);
        draft(fixture.anna, ticket, "");
        assertFolder(fixture.anna, Folder.DRAFTS);
        assertEquals(1, fixture.version(ticket));
    }

    private void draft(Caller caller, UUID ticket, String text) {
        UUID base = fixture.open(caller, ticket).draft().revision();
        fixture.composing(at -> at.keep(caller, ticket, Draft.of(text), DraftOrigin.page(base)));
    }
}
