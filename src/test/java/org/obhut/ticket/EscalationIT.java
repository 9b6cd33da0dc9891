package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.allocation.Mode;
import org.obhut.allocation.TeamRule;
import org.obhut.platform.WorkingHours;

/** It is Monday, 2 March 2026, 13:00 in Berlin; an answer is due on Wednesday, 13:00. */
class EscalationIT extends RightsCase {

    private static final Instant DUE = Instant.parse("2026-03-04T12:00:00Z");

    private Light light(Caller caller) {
        return fixture.open(caller, ticket).row().light();
    }

    private List<UUID> escalatedTo(Caller caller) {
        return fixture.list(caller, Folder.ESCALATED).stream()
                .map(TicketRow::id)
                .toList();
    }

    @Test
    void leadsAreToldOnceThatAClientWaitsTooLongAndAnAnswerTakesItAway() {
        assertEquals(DUE, fixture.open(fixture.anna, ticket).row().dueAt());
        assertEquals(Light.GREEN, light(fixture.anna));
        fixture.clock.move(Duration.ofHours(27));
        assertEquals(Light.GREEN, light(fixture.anna), "five hours of work are left");
        fixture.clock.move(Duration.ofHours(18));
        assertEquals(Light.YELLOW, light(fixture.anna));
        fixture.clock.move(Duration.ofHours(3));
        assertEquals(0, fixture.escalate(), "until the end of the hour it is in time");
        fixture.clock.move(Duration.ofMinutes(1));
        assertEquals(Light.ESCALATED, light(fixture.anna));
        assertEquals(1, fixture.escalate());
        assertEquals(0, fixture.escalate());
        UUID leads = fixture.teams.readers(fixture.team).leadsKey().reader();
        assertEquals(List.of(new Escalated(leads, false)), fixture.escalated());
        assertTrue(fixture.changes.contains(new DeskChanged(ticket, Set.of(leads))));

        assertEquals(List.of(ticket), escalatedTo(fixture.leyla));
        assertEquals(1, fixture.desk(desk -> desk.counts(fixture.leyla)).get(Folder.ESCALATED));
        assertEquals(List.of(), escalatedTo(fixture.anna), "who does not lead");
        assertEquals(List.of(), escalatedTo(fixture.ion), "who leads another team");

        fixture.append(ticket, Mails.rosa().text("Hallo?"));
        assertEquals(0, fixture.escalate(), "a client who waits still is one who waited already");
        fixture.reply(fixture.anna, ticket, "Guten Tag.");
        assertEquals(List.of(), escalatedTo(fixture.leyla));
        assertEquals(Light.NONE, light(fixture.anna));

        fixture.append(ticket, Mails.rosa().text("Danke, und noch etwas."));
        assertEquals(0, fixture.escalate());
        fixture.days(7);
        assertEquals(1, fixture.escalate(), "another mail, another time");
    }

    @Test
    void aFollowUpThatWasForgottenIsLateButNothingForTheLeads() {
        fixture.reply(fixture.anna, ticket, "Guten Tag.");
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.OPEN, fixture.version(ticket)));
        fixture.desk(desk ->
                desk.followUp(fixture.anna, ticket, Optional.of(LocalDate.of(2026, 3, 4)), fixture.version(ticket)));
        fixture.days(4);
        assertEquals(Light.RED, light(fixture.anna));
        assertEquals(0, fixture.escalate());
        assertEquals(List.of(), escalatedTo(fixture.leyla));
    }

    @Test
    void spamIsNobodysDelay() {
        fixture.desk(desk -> desk.spam(fixture.anna, ticket, true, fixture.version(ticket)));
        fixture.days(7);
        assertEquals(0, fixture.escalate());
        assertEquals(List.of(), escalatedTo(fixture.leyla));
    }

    @Test
    void aTeamSetsItsOwnHours() {
        TeamRule rule = new TeamRule(Mode.OFF, 3, 1, WorkingHours.parse("Mo 09:00-15:00; Sa 10:00-12:00"));
        assertThrows(Refused.class, () -> fixture.rule(fixture.anna, fixture.team, rule));
        assertThrows(Refused.class, () -> fixture.rule(fixture.ion, fixture.team, rule));
        fixture.rule(fixture.leyla, fixture.team, rule);
        ticket = fixture.ticket(Mails.rosa().text("zweite"));
        assertEquals(
                Instant.parse("2026-03-07T10:00:00Z"),
                fixture.open(fixture.anna, ticket).row().dueAt(),
                "two hours on Monday and one on Saturday");
    }
}
