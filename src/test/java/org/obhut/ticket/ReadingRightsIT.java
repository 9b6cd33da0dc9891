package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.envelope.RightsEnded;
import org.obhut.ticket.ReadingRights.Reason;

/** Who reads a ticket beside its team: asked colleagues and another team; and that it ends when it is to end. */
class ReadingRightsIT extends RightsCase {

    private long remove(Caller by, String name) {
        return fixture.rights(rights -> rights.remove(by, ticket, name, fixture.version(ticket)));
    }

    private long move(Caller by, String team) {
        return fixture.rights(rights -> rights.move(by, ticket, team, fixture.version(ticket)));
    }

    private List<String> events() {
        return fixture.open(fixture.leyla, ticket).timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.EVENT)
                .map(entry -> entry.event() + " " + entry.eventValue())
                .toList();
    }

    @Test
    void aColleagueOfAnotherTeamReadsAlongUntilTheEndOfTheDay() {
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        ask(fixture.anna, "ion", TODAY.plusDays(1));
        assertReads(fixture.anna, fixture.bela, fixture.leyla, fixture.ion);
        fixture.clock.move(Duration.ofHours(34));
        assertReads(fixture.anna, fixture.bela, fixture.leyla, fixture.ion);
        // 23:00 UTC is midnight in Berlin. No job has run.
        fixture.clock.move(Duration.ofHours(1));
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals(4, readersInDatabase(), "the row is still there");
        assertEquals(List.of("reader-added ion"), events());
    }

    private long readersInDatabase() {
        return fixture.statements
                        .list("SELECT count(*) FROM seal WHERE file = ?", row -> row.getLong(1), ticket)
                        .get(0)
                + fixture.statements
                        .list("SELECT count(*) FROM co_reader WHERE ticket_id = ?", row -> row.getLong(1), ticket)
                        .get(0);
    }

    @Test
    void whoIsAskedCanWriteAndAskOthersAndBeSentAway() {
        assign(fixture.anna, "anna");
        ask(fixture.anna, "ion", TODAY);
        fixture.desk(desk -> desk.note(fixture.ion, ticket, "Das Formular gibt es auf Rumänisch.", Optional.empty()));
        ask(fixture.ion, "bela", TODAY);
        assertReads(fixture.anna, fixture.bela, fixture.leyla, fixture.ion);
        remove(fixture.bela, "ion");
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals(List.of("assigned anna", "reader-added ion", "reader-added bela", "reader-removed ion"), events());
    }

    @Test
    void theDetailsSayWhoReadsBecauseTheSealsDo() {
        assertEquals(List.of("TEAM Erstkontakt", "LEADS Erstkontakt"), shown(fixture.anna));
        assign(fixture.anna, "anna");
        ask(fixture.anna, "ion", TODAY.plusDays(2));
        fixture.rights(rights ->
                rights.add(fixture.anna, ticket, "bela", Reason.SECOND_READER, TODAY, fixture.version(ticket)));
        assertEquals(List.of("LEADS Erstkontakt", "RESPONSIBLE anna", "SECOND bela", "ASKED ion"), shown(fixture.anna));
        assertEquals(shown(fixture.anna), shown(fixture.ion));

        // A ground without a seal is a wish and is not shown; a seal without a ground is shown.
        fixture.statements.run("DELETE FROM seal WHERE file = ? AND reader = ?", ticket, fixture.ion.person());
        fixture.statements.run("DELETE FROM co_reader WHERE person_id = ?", fixture.bela.person());
        assertEquals(List.of("LEADS Erstkontakt", "RESPONSIBLE anna", "UNKNOWN bela"), shown(fixture.anna));
        fixture.statements.run(
                "UPDATE seal SET reader = ? WHERE file = ? AND reader = ?",
                fixture.admin.person(),
                ticket,
                fixture.bela.person());
        assertEquals(List.of("LEADS Erstkontakt", "RESPONSIBLE anna", "UNKNOWN null"), shown(fixture.anna));
    }

    @Test
    void whoCannotReadCanLetNobodyRead() {
        assign(fixture.anna, "anna");
        assertThrows(TicketNotFound.class, () -> ask(fixture.bela, "bela", TODAY));
        assertThrows(TicketNotFound.class, () -> ask(fixture.ion, "ion", TODAY));
        assertThrows(TicketNotFound.class, () -> remove(fixture.ion, "anna"));
        assertThrows(TicketNotFound.class, () -> move(fixture.ion, "Südosteuropa"));
        assertReads(fixture.anna, fixture.leyla);
    }

    @Test
    void badInputNamesTheFieldAndChangesNothing() {
        long version = assign(fixture.anna, "anna");
        assertField("until", () -> ask(fixture.anna, "ion", TODAY.minusDays(1)));
        assertField("until", () -> ask(fixture.anna, "ion", TODAY.plusDays(367)));
        assertField("reader", () -> ask(fixture.anna, "nobody", TODAY));
        assertField("reader", () -> ask(fixture.anna, "admin", TODAY));
        assertField("reader", () -> ask(fixture.anna, "anna", TODAY));
        assertField("reader", () -> remove(fixture.anna, "ion"));
        assertField("team", () -> move(fixture.anna, "Erstkontakt"));
        assertField("team", () -> move(fixture.anna, "Ministerium"));
        assertThrows(
                TicketChanged.class,
                () -> fixture.rights(rights -> rights.move(fixture.anna, ticket, "Südosteuropa", version - 1)));
        assertEquals(version, fixture.version(ticket));
        assertReads(fixture.anna, fixture.leyla);
    }

    @Test
    void movingSealsToTheOtherTeamAndEndsTheFormersSeals() {
        assign(fixture.anna, "anna");
        ask(fixture.anna, "bela", TODAY.plusDays(5));
        move(fixture.leyla, "Südosteuropa");
        fixture.clock.move(ReadingRights.UNDO);
        assertReads(fixture.ion);
        TicketView view = fixture.open(fixture.ion, ticket);
        assertEquals("Südosteuropa", view.row().team());
        assertEquals(null, view.row().assignee());
        assertEquals(List.of("TEAM Südosteuropa", "LEADS Südosteuropa"), shown(fixture.ion));
        TimelineEntry last = view.timeline().get(view.timeline().size() - 1);
        assertEquals("moved Südosteuropa", last.event() + " " + last.eventValue());
        assertTrue(fixture.changes.get(fixture.changes.size() - 1).readers().contains(fixture.anna.person()));
        fixture.append(ticket, Mails.rosa().text("Noch eine Frage"));
        assertEquals(2, fixture.open(fixture.ion, ticket).row().messageCount());
    }

    @Test
    void aMoveIsTakenBackWithinAMinuteByWhoMadeIt() {
        move(fixture.anna, "Südosteuropa");
        assertReads(fixture.anna, fixture.ion);
        assertEquals("MOVED anna", shown(fixture.ion).get(2));
        assertEquals(
                "Erstkontakt",
                fixture.open(fixture.anna, ticket).sharing().readers().get(2).movedFrom());
        fixture.clock.move(ReadingRights.UNDO.minusSeconds(1));
        move(fixture.anna, "Erstkontakt");
        assertReads(fixture.anna, fixture.bela, fixture.leyla);

        move(fixture.anna, "Südosteuropa");
        fixture.clock.move(ReadingRights.UNDO);
        assertThrows(TicketNotFound.class, () -> move(fixture.anna, "Erstkontakt"));
        assertReads(fixture.ion);
    }

    @Test
    void whatHasEndedIsForgotten() {
        assign(fixture.anna, "anna");
        ask(fixture.anna, "ion", TODAY);
        away(fixture.anna, "anna", "bela", TODAY, TODAY);
        fixture.endedRights.forget(new RightsEnded(fixture.clock.instant()));
        assertEquals(2, grounds());
        fixture.days(1);
        fixture.endedRights.forget(new RightsEnded(fixture.clock.instant()));
        assertEquals(0, grounds());
    }

    private long grounds() {
        return fixture.statements
                .list("SELECT (SELECT count(*) FROM co_reader) + (SELECT count(*) FROM absence)", row -> row.getLong(1))
                .get(0);
    }

    @Test
    void theRuleIsBroughtToWhatExists() {
        assign(fixture.anna, "anna");
        assertReads(fixture.anna, fixture.leyla);
        fixture.teams.everyoneReads.add(fixture.team);
        assertEquals(1, deviations());
        settle();
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals(0, deviations());
        fixture.teams.everyoneReads.clear();
        settle();
        assertReads(fixture.anna, fixture.leyla);
    }

    private long deviations() {
        return fixture.transactions.run(() -> fixture.teamSeals.deviations(fixture.leyla, fixture.team));
    }

    private void settle() {
        List<UUID> deviating =
                fixture.transactions.run(() -> fixture.teamSeals.deviating(fixture.leyla, fixture.team, 10));
        assertEquals(List.of(ticket), deviating);
        fixture.transactions.run(() -> {
            fixture.teamSeals.settle(fixture.leyla, fixture.team, ticket);
            return true;
        });
    }

    @Test
    void aCoReaderOutsideTheTeamLeavesTheTeamsRuleAlone() {
        fixture.teams.everyoneReads.add(fixture.team);
        assign(fixture.anna, "anna");
        ask(fixture.anna, "ion", TODAY);
        ask(fixture.ion, "bela", TODAY);
        assertReads(fixture.anna, fixture.bela, fixture.leyla, fixture.ion);
        assertTrue(shown(fixture.ion).contains("TEAM Erstkontakt"));
        assertTrue(shown(fixture.ion).stream().noneMatch(Objects::isNull));
    }
}
