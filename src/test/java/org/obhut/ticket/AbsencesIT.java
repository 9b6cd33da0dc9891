package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.account.Refused;

/** Deputies of colleagues who are away: they read from the first day to the last. */
class AbsencesIT extends RightsCase {

    @Test
    void aDeputyReadsWhatIsAssignedFromTheFirstDayToTheLast() {
        assign(fixture.anna, "anna");
        away(fixture.anna, "anna", "bela", TODAY.plusDays(1), TODAY.plusDays(3));
        assertReads(fixture.anna, fixture.leyla);
        assertEquals("DEPUTY bela", shown(fixture.anna).get(2));
        fixture.days(1);
        assertReads(fixture.anna, fixture.bela, fixture.leyla);

        UUID later = fixture.ticket(Mails.rosa());
        fixture.desk(desk -> desk.assign(fixture.leyla, later, Optional.of("anna"), 1));
        assertEquals(2, fixture.list(fixture.bela, Folder.TEAM).size());

        fixture.days(3);
        assertReads(fixture.anna, fixture.leyla);
        assertEquals(0, fixture.list(fixture.bela, Folder.TEAM).size());
        assertEquals(List.of(), fixture.absences(absences -> absences.list(fixture.anna)));
    }

    @Test
    void anAbsenceIsChangedAndEndedByThePersonOrALead() {
        assign(fixture.anna, "anna");
        away(fixture.leyla, "anna", "bela", TODAY, TODAY.plusDays(3));
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals(
                List.of(new Absence(fixture.team, "Erstkontakt", "anna", "bela", TODAY, TODAY.plusDays(3))),
                fixture.absences(absences -> absences.list(fixture.leyla)));
        assertEquals(List.of(), fixture.absences(absences -> absences.list(fixture.bela)));
        away(fixture.anna, "anna", "leyla", TODAY, TODAY.plusDays(3));
        assertReads(fixture.anna, fixture.leyla);
        away(fixture.anna, "anna", "bela", TODAY, TODAY.plusDays(3));
        fixture.absences(absences -> {
            absences.end(fixture.anna, fixture.team, "anna");
            return true;
        });
        assertReads(fixture.anna, fixture.leyla);
    }

    @Test
    void onlyThePersonOrALeadSetsAnAbsenceAndOnlyWithinTheTeam() {
        assertThrows(Refused.class, () -> away(fixture.bela, "anna", "bela", TODAY, TODAY), "not one's own");
        assertThrows(Refused.class, () -> away(fixture.ion, "anna", "ion", TODAY, TODAY), "not one's own team");
        assertField("deputy", () -> away(fixture.anna, "anna", "ion", TODAY, TODAY));
        assertField("deputy", () -> away(fixture.anna, "anna", "anna", TODAY, TODAY));
        assertField("person", () -> away(fixture.leyla, "ion", "bela", TODAY, TODAY));
        assertField("to", () -> away(fixture.anna, "anna", "bela", TODAY, TODAY.minusDays(1)));
        assertField("to", () -> away(fixture.anna, "anna", "bela", TODAY.minusDays(9), TODAY.minusDays(1)));
        assertField("to", () -> away(fixture.anna, "anna", "bela", TODAY, TODAY.plusDays(400)));
        assertField(
                "person",
                () -> fixture.absences(absences -> {
                    absences.end(fixture.anna, fixture.team, "anna");
                    return true;
                }));
    }

    @Test
    void aDeputyWhoIsAlsoAskedReadsAsLongAsEitherHolds() {
        assign(fixture.anna, "anna");
        away(fixture.anna, "anna", "bela", TODAY.plusDays(4), TODAY.plusDays(4));
        ask(fixture.anna, "bela", TODAY);
        boolean[] wanted = {true, false, false, false, true, false};
        for (int day = 0; day < wanted.length; day++) {
            assertEquals(wanted[day], reads(fixture.bela), "day " + day);
            fixture.days(1);
        }
    }

    @Test
    void whoeverIsAwayStandsInForNobodyAndTheTeamSeesWhoIsAwayToday() {
        away(fixture.bela, "bela", "leyla", TODAY.plusDays(2), TODAY.plusDays(4));
        assertField("deputy", () -> away(fixture.anna, "anna", "bela", TODAY, TODAY.plusDays(2)));
        away(fixture.anna, "anna", "bela", TODAY, TODAY.plusDays(1));
        assertEquals(
                List.of(new Absence(fixture.team, "Erstkontakt", "anna", "bela", TODAY, TODAY.plusDays(1))),
                fixture.absences(absences -> absences.today(fixture.bela, fixture.team)));
        assertThrows(Refused.class, () -> fixture.absences(absences -> absences.today(fixture.ion, fixture.team)));
    }
}
