package org.obhut.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.allocation.Ground.Kind;

class RotaTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LONG_AGO = MONDAY.minusYears(1);
    private static final int TICKETS = 1000;

    /** A team at work: what {@link Rota} says is done. */
    private static final class Team {

        private final Map<UUID, Candidate> people = new HashMap<>();
        private final Map<UUID, Integer> given = new HashMap<>();
        private long turn;

        UUID with(int number, Set<String> languages, int load, LocalDate since) {
            UUID id = new UUID(0, number);
            WorkProfile profile = new WorkProfile(languages, EnumSet.allOf(DayOfWeek.class), Set.of());
            people.put(id, new Candidate(id, profile, false, null, load, since, turn));
            given.put(id, 0);
            return id;
        }

        void change(UUID id, boolean away, int load, LocalDate since, long turnOf) {
            Candidate old = people.get(id);
            people.put(id, new Candidate(id, old.profile(), away, null, load, since, turnOf));
        }

        void away(UUID id, boolean away) {
            Candidate old = people.get(id);
            change(id, away, old.load(), old.since(), old.turn());
        }

        Optional<UUID> next(String language, LocalDate day, int weight) {
            Optional<Choice> choice = Rota.choose(new Enquiry(language, Set.of(), day), List.copyOf(people.values()));
            choice.ifPresent(made -> {
                Candidate old = people.get(made.person());
                change(made.person(), old.away(), old.load() + weight, old.since(), ++turn);
                given.merge(made.person(), 1, Integer::sum);
            });
            return choice.map(Choice::person);
        }

        int spread(Collection<UUID> among) {
            List<Integer> counts = among.stream().map(given::get).toList();
            return Collections.max(counts) - Collections.min(counts);
        }
    }

    /** However many they are: at no time has one got two more than another, whether tickets stay open or are closed at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 12})
    void equalPeopleGetAsManyAsEachOther(int size) {
        for (int weight : List.of(0, 2)) {
            Team team = new Team();
            for (int i = 1; i <= size; i++) {
                team.with(i, Set.of("de"), 0, LONG_AGO);
            }
            for (int i = 0; i < TICKETS; i++) {
                assertTrue(team.next(i % 5 == 0 ? "und" : "de", MONDAY, weight).isPresent());
                assertTrue(team.spread(team.people.keySet()) <= 1, "after " + (i + 1));
            }
        }
    }

    /** With open tickets ending at random nobody has more than two to do that another has not. */
    @Test
    void whoeverClosesSlowlyIsNotBuried() {
        Team team = new Team();
        for (int i = 1; i <= 5; i++) {
            team.with(i, Set.of("de"), 0, LONG_AGO);
        }
        Random closes = new Random(17);
        for (int i = 0; i < TICKETS; i++) {
            int before = team.people.values().stream()
                    .mapToInt(Candidate::load)
                    .min()
                    .orElseThrow();
            UUID chosen = team.next("de", MONDAY, 2).orElseThrow();
            assertEquals(before + 2, team.people.get(chosen).load(), "it went to one of those with the least");
            List<UUID> ids = new ArrayList<>(new java.util.TreeSet<>(team.people.keySet()));
            UUID done = ids.get(closes.nextInt(ids.size()));
            Candidate at = team.people.get(done);
            team.change(done, false, Math.max(0, at.load() - 2), at.since(), at.turn());
        }
    }

    /** Whoever speaks a rarer language gets those, and is spared others as long as that keeps all even. */
    @Test
    void differentLanguagesLeaveNobodyWithMoreThanTwoAboveTheRest() {
        Team team = new Team();
        UUID both = team.with(1, Set.of("de", "ro"), 0, LONG_AGO);
        List<UUID> all = List.of(
                both,
                team.with(2, Set.of("de"), 0, LONG_AGO),
                team.with(3, Set.of("de"), 0, LONG_AGO),
                team.with(4, Set.of("de", "bg"), 0, LONG_AGO));
        for (int i = 0; i < TICKETS; i++) {
            String language = i % 5 == 0 ? "ro" : i % 7 == 0 ? "bg" : "de";
            UUID chosen = team.next(language, MONDAY, 2).orElseThrow();
            if (language.equals("ro")) {
                assertEquals(both, chosen);
            }
            assertTrue(team.spread(all) <= 2, "after " + (i + 1));
        }
        assertEquals(Optional.empty(), team.next("es", MONDAY, 2), "nobody speaks it");
    }

    /** On the first day a newcomer is one among all, though the others have much to do and they nothing. */
    @Test
    void whoeverJoinsIsNotFlooded() {
        Team team = new Team();
        for (int i = 1; i <= 4; i++) {
            team.with(i, Set.of("de"), 40, LONG_AGO);
        }
        team.turn = 99;
        UUID newcomer = team.with(5, Set.of("de"), 0, MONDAY);
        for (int i = 0; i < 100; i++) {
            team.next("de", MONDAY, 2);
        }
        assertEquals(20, team.given.get(newcomer), 1, "a fifth of them");
    }

    /** Day by day, while the others close as many as come in: never more than the even share and one. */
    @Test
    void whoeverJoinsIsNotFloodedInTheWeeksThatFollow() {
        Team team = new Team();
        List<UUID> all = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            all.add(team.with(i, Set.of("de"), 40, LONG_AGO));
        }
        UUID newcomer = team.with(5, Set.of("de"), 0, MONDAY);
        for (int day = 0; day < 40; day++) {
            int before = team.given.get(newcomer);
            for (int i = 0; i < 5; i++) {
                team.next("de", MONDAY.plusDays(day), 2);
            }
            assertTrue(team.given.get(newcomer) - before <= 2, "on day " + day);
            for (UUID id : all) {
                Candidate old = team.people.get(id);
                team.change(id, false, Math.max(0, old.load() - 2), old.since(), old.turn());
            }
        }
        assertTrue(team.given.get(newcomer) >= 20, "nor forgotten: " + team.given.get(newcomer));
    }

    @Test
    void whoeverIsAwayGetsNothingAndIsNotFloodedOnComingBack() {
        Team team = new Team();
        List<UUID> all = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            all.add(team.with(i, Set.of("de"), 0, LONG_AGO));
        }
        UUID away = all.get(0);
        team.away(away, true);
        for (int i = 0; i < 90; i++) {
            team.next("de", MONDAY, 2);
        }
        assertEquals(0, team.given.get(away));
        assertTrue(team.spread(all.subList(1, 4)) <= 1);
        LocalDate back = MONDAY.plusDays(14);
        Candidate old = team.people.get(away);
        team.change(away, false, old.load(), back, old.turn());
        for (int i = 0; i < 40; i++) {
            team.next("de", back, 2);
        }
        assertEquals(10, team.given.get(away), 1, "a quarter of what came since");
    }

    @Test
    void aDeputyStandsInWhereNobodyElseSpeaksTheLanguage() {
        UUID anna = new UUID(0, 1);
        UUID bela = new UUID(0, 2);
        WorkProfile german = WorkProfile.USUAL;
        WorkProfile romanian = new WorkProfile(Set.of("de", "ro"), german.days(), Set.of());
        List<Candidate> team = List.of(
                new Candidate(anna, romanian, true, bela, 0, LONG_AGO, 1),
                new Candidate(bela, german, false, null, 9, LONG_AGO, 2),
                new Candidate(new UUID(0, 3), german, false, null, 0, LONG_AGO, 3));
        Choice choice = Rota.choose(new Enquiry("ro", Set.of(), MONDAY), team).orElseThrow();
        assertEquals(new Choice(bela, List.of(Ground.of(Kind.DEPUTY))), choice);
        assertEquals(
                Optional.empty(),
                Rota.choose(new Enquiry("ro", Set.of(), MONDAY.minusDays(1)), team),
                "nobody works on Sunday");
    }

    @Test
    void whoKnowsMostOfATopicComesFirstAndTheReasonsAreNamed() {
        UUID anna = new UUID(0, 1);
        UUID bela = new UUID(0, 2);
        WorkProfile housing = new WorkProfile(Set.of("de", "ro"), WorkProfile.USUAL.days(), Set.of("housing"));
        WorkProfile romanian = new WorkProfile(Set.of("de", "ro"), WorkProfile.USUAL.days(), Set.of());
        List<Candidate> team = List.of(
                new Candidate(anna, housing, false, null, 50, LONG_AGO, 9),
                new Candidate(bela, romanian, false, null, 2, LONG_AGO, 1),
                new Candidate(new UUID(0, 3), romanian, false, null, 4, LONG_AGO, 0));
        assertEquals(
                new Choice(anna, List.of(new Ground(Kind.LANGUAGE, "ro"), new Ground(Kind.TOPIC, "housing"))),
                Rota.choose(new Enquiry("ro", Set.of("debts", "housing"), MONDAY), team)
                        .orElseThrow());
        assertEquals(
                new Choice(bela, List.of(new Ground(Kind.LANGUAGE, "ro"), Ground.of(Kind.LOAD))),
                Rota.choose(new Enquiry("ro-RO", Set.of(), MONDAY), team)
                        .map(choice -> new Choice(
                                choice.person(),
                                List.of(
                                        new Ground(Kind.LANGUAGE, "ro"),
                                        choice.grounds().get(1))))
                        .orElseThrow());
    }
}
