package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.allocation.Mode;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.WorkProfile;
import org.obhut.platform.WorkingHours;

/** It is Monday, 2 March 2026, 13:00 in Berlin. Anna and Bela speak German, Bela Romanian too; Leyla, the lead, takes nothing. */
class AllottingIT extends RightsCase {

    private static final WorkingHours OFFICE = WorkingHours.parse("Mo-Fr 09:00-17:00");
    private static final Set<java.time.DayOfWeek> WEEK = WorkProfile.USUAL.days();

    @BeforeEach
    void profiles() {
        profile("anna", Set.of("de"), Set.of());
        profile("bela", Set.of("de", "ro"), Set.of("housing"));
        profile("leyla", Set.of("de", "ro"), EnumSet.noneOf(java.time.DayOfWeek.class), Set.of());
    }

    private void profile(String person, Set<String> languages, Set<String> topics) {
        profile(person, languages, WEEK, topics);
    }

    private void profile(String person, Set<String> languages, Set<java.time.DayOfWeek> days, Set<String> topics) {
        fixture.profiles(profiles -> {
            profiles.set(fixture.leyla, fixture.team, person, new WorkProfile(languages, days, topics));
            return true;
        });
    }

    private void mode(Mode mode) {
        fixture.rule(fixture.leyla, fixture.team, new TeamRule(mode, 16, 4, OFFICE));
    }

    private void romanian() {
        ticket = fixture.ticket(Mails.rosa().language("ro").text("Buna ziua"));
    }

    private TimelineEntry event(Caller caller) {
        List<TimelineEntry> events = fixture.open(caller, ticket).timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.EVENT)
                .toList();
        return events.get(events.size() - 1);
    }

    @Test
    void anAutomaticTicketIsSealedToWhoeverHasItAndTheLeadsAlone() {
        mode(Mode.AUTOMATIC);
        romanian();
        assertReads(fixture.bela, fixture.leyla);
        assertEquals("bela", fixture.open(fixture.bela, ticket).row().assignee());
        assertEquals("allotted", event(fixture.bela).event());
        assertEquals(Map.of("grounds", "language:ro"), event(fixture.bela).attributes());
        assertEquals(0, deviations(), "seals are as the rule of readers wants them");
        assertEquals(
                fixture.bela.person(),
                fixture.waiting.get(fixture.waiting.size() - 1).responsible());
    }

    private int deviations() {
        return fixture.transactions.run(() ->
                fixture.teamSeals.deviating(fixture.leyla, fixture.team, 100).size());
    }

    @Test
    void whereEveryoneReadsTheTeamGoesOnReading() {
        fixture.teams.everyoneReads.add(fixture.team);
        mode(Mode.AUTOMATIC);
        romanian();
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals(0, deviations());
    }

    @Test
    void aProposalLeavesTheTicketToTheTeamUntilItIsAcceptedOrDeclined() {
        mode(Mode.PROPOSAL);
        romanian();
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals("bela", fixture.open(fixture.anna, ticket).row().staffing().proposed());
        assertNull(fixture.open(fixture.anna, ticket).row().assignee());
        assertEquals("proposed", event(fixture.anna).event());
        fixture.decline(fixture.anna, ticket);
        assertNull(fixture.open(fixture.anna, ticket).row().staffing().proposed());
        assertEquals("declined", event(fixture.anna).event());
        romanian();
        assign(fixture.anna, "bela");
        assertNull(fixture.open(fixture.bela, ticket).row().staffing().proposed());
        assertReads(fixture.bela, fixture.leyla);
    }

    @Test
    void aTopicsWordsAreProposedSealedAndDecideBeforeTheLoad() {
        mode(Mode.AUTOMATIC);
        fixture.ticket(Mails.rosa().language("ro").text("Buna"));
        ticket = fixture.ticket(Mails.rosa().text("Mein Vermieter kündigt mir die Wohnung."));
        assertEquals("bela", fixture.open(fixture.bela, ticket).row().assignee());
        assertEquals(
                "language:de topic:housing", event(fixture.bela).attributes().get("grounds"));
        assertEquals("housing registration", event(fixture.bela).attributes().get("topics"));
    }

    @Test
    void nobodyIsFoundWhereNobodySpeaksTheLanguageOrAMachineWrites() {
        mode(Mode.AUTOMATIC);
        ticket = fixture.ticket(Mails.rosa().language("es").text("Hola"));
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertNull(fixture.open(fixture.anna, ticket).row().assignee());
        ticket = fixture.ticket(Mails.rosa().autoReply());
        assertNull(fixture.open(fixture.anna, ticket).row().assignee());
        mode(Mode.OFF);
        romanian();
        assertNull(fixture.open(fixture.anna, ticket).row().assignee());
    }

    @Test
    void aDeputyOfThePlannedAbsenceReadsFromItsFirstDay() {
        mode(Mode.AUTOMATIC);
        away(fixture.bela, "bela", "anna", TODAY.plusDays(1), TODAY.plusDays(2));
        romanian();
        assertReads(fixture.bela, fixture.leyla);
        assertEquals(0, deviations());
        fixture.days(1);
        assertReads(fixture.anna, fixture.bela, fixture.leyla);
        assertEquals(
                new Staffing(null, "anna", LocalDate.of(2026, 3, 4)),
                fixture.open(fixture.bela, ticket).row().staffing());
        fixture.append(ticket, Mails.rosa().text("Und noch etwas"));
        assertEquals(
                fixture.anna.person(),
                fixture.waiting.get(fixture.waiting.size() - 1).responsible());
        romanian();
        assertEquals("anna", fixture.open(fixture.anna, ticket).row().assignee(), "who stands in for the only one");
        assertEquals("deputy", event(fixture.anna).attributes().get("grounds"));
    }

    @Test
    void whatComesAtTheWeekendIsForWhoeverWorksNext() {
        mode(Mode.AUTOMATIC);
        profile("anna", Set.of("de"), EnumSet.of(java.time.DayOfWeek.MONDAY), Set.of());
        profile("bela", Set.of("de"), EnumSet.of(java.time.DayOfWeek.FRIDAY), Set.of());
        fixture.days(5);
        ticket = fixture.ticket(Mails.rosa().text("Samstag"));
        assertEquals("anna", fixture.open(fixture.anna, ticket).row().assignee());
    }

    /** Twenty mails in four threads: who sees the turn of another only after it is committed would be given two. */
    @Test
    void mailsThatComeAtOnceAreDividedEvenly() throws Exception {
        profile("bela", Set.of("de"), Set.of());
        mode(Mode.AUTOMATIC);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<UUID>> mails = IntStream.range(0, 20)
                    .<Callable<UUID>>mapToObj(
                            i -> () -> fixture.ticket(Mails.rosa().text("Guten Tag " + i)))
                    .toList();
            for (var done : threads.invokeAll(mails)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Map<Optional<String>, Long> given = fixture.list(fixture.leyla, Folder.TEAM).stream()
                .filter(row -> !row.id().equals(ticket))
                .collect(Collectors.groupingBy(row -> Optional.ofNullable(row.assignee()), Collectors.counting()));
        assertEquals(Map.of(Optional.of("anna"), 10L, Optional.of("bela"), 10L), given);
    }
}
