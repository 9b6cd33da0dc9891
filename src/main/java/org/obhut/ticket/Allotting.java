package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.IntakeCircles;
import org.obhut.account.Teams;
import org.obhut.allocation.Candidate;
import org.obhut.allocation.Enquiry;
import org.obhut.allocation.Mode;
import org.obhut.allocation.Rota;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.TopicWords;
import org.obhut.allocation.Turns;
import org.obhut.allocation.WorkProfile;
import org.obhut.allocation.WorkProfiles;
import org.obhut.envelope.RandomId;

/**
 * Finds by the team's rule who is to answer a new mail, while intake holds the new ticket's root; opens no key. Two mails at once
 * follow each other, as the turn of one decides on the other's.
 */
@Dependent
class Allotting {

    private final Teams teams;
    private final IntakeCircles circles;
    private final WorkProfiles profiles;
    private final Turns turns;
    private final TopicWords words;
    private final AbsenceRows absences;
    private final Tickets tickets;
    private final Items items;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Allotting(
            Teams teams,
            IntakeCircles circles,
            WorkProfiles profiles,
            Turns turns,
            TopicWords words,
            AbsenceRows absences,
            Tickets tickets,
            Items items,
            Deadlines deadlines,
            SecureRandom random) {
        this.teams = teams;
        this.circles = circles;
        this.profiles = profiles;
        this.turns = turns;
        this.words = words;
        this.absences = absences;
        this.tickets = tickets;
        this.items = items;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** Null where the team looks for nobody, or finds nobody: then the team sees it. */
    @Nullable
    Allotted find(UUID team, ClientMessage mail) {
        TeamRule rule = deadlines.rule(team);
        if (rule.allocation() == Mode.OFF) {
            return null;
        }
        Set<String> topics = words.in(mail.language(), mail.subject() + "\n" + mail.newText());
        return circles.of(team)
                .flatMap(circle -> find(team, rule, circle, mail.language(), topics))
                .orElse(null);
    }

    private Optional<Allotted> find(
            UUID team, TeamRule rule, IntakeCircles.Circle circle, String language, Set<String> topics) {
        turns.alone(team);
        // A mail of the night or the weekend is for those who work next.
        Instant begin = rule.hours().after(deadlines.now(), Duration.of(1, ChronoUnit.MINUTES));
        LocalDate day = deadlines.day(begin);
        List<AbsenceRows.Row> planned = absences.in(List.of(team), deadlines.now());
        List<Candidate> candidates = candidates(team, circle, planned, begin, day);
        return Rota.choose(new Enquiry(language, topics, day), candidates).map(choice -> {
            turns.taken(team, choice.person());
            return new Allotted(
                    rule.allocation() == Mode.AUTOMATIC,
                    choice,
                    topics,
                    circle.everyoneReads(),
                    Objects.requireNonNull(circle.members().get(choice.person())),
                    deputies(circle, planned, choice.person()));
        });
    }

    private List<Candidate> candidates(
            UUID team, IntakeCircles.Circle circle, List<AbsenceRows.Row> planned, Instant begin, LocalDate day) {
        Set<UUID> people = circle.members().keySet();
        Map<UUID, AbsenceRows.Row> away = new HashMap<>();
        planned.stream()
                .filter(row -> !row.from().isAfter(begin) && row.until().isAfter(begin))
                .forEach(row -> away.put(row.person(), row));
        turns.of(team, people, day);
        away.values().forEach(row -> turns.back(team, row.person(), deadlines.day(row.until())));
        Map<UUID, Turns.Turn> order = turns.of(team, people, day);
        Map<UUID, WorkProfile> profile = profiles.of(people);
        Map<UUID, Integer> load = tickets.load(people);
        return people.stream()
                .map(person -> new Candidate(
                        person,
                        profile.getOrDefault(person, WorkProfile.USUAL),
                        away.containsKey(person),
                        away.containsKey(person) ? away.get(person).deputy() : null,
                        load.getOrDefault(person, 0),
                        order.get(person).since(),
                        order.get(person).turn()))
                .toList();
    }

    private static List<Allotted.Granted> deputies(
            IntakeCircles.Circle circle, List<AbsenceRows.Row> planned, UUID person) {
        return planned.stream()
                .filter(row -> row.person().equals(person) && circle.members().containsKey(row.deputy()))
                .map(row -> new Allotted.Granted(
                        Objects.requireNonNull(circle.members().get(row.deputy())),
                        "{[" + row.from() + "," + row.until() + ")}"))
                .toList();
    }

    /** Writes into a ticket that is being opened who has it and why. */
    void note(NewTickets.Opened opened, Allotted allotted) {
        Ticket ticket = opened.ticket();
        if (allotted.automatic()) {
            tickets.assign(ticket, allotted.person());
        } else {
            tickets.propose(ticket, allotted.person());
        }
        Happening.What what = allotted.automatic() ? Happening.What.ALLOTTED : Happening.What.PROPOSED;
        ItemBody body = ItemBody.ruled(
                deadlines.now(), new Happening(what, teams.personName(allotted.person())), allotted.attributes());
        items.add(opened.file(), ticket.id(), RandomId.next(random), tickets.nextRank(), body, null, List.of());
    }
}
