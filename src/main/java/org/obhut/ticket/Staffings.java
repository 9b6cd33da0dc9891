package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Teams;

/** Who is proposed and who stands in, for tickets as they are now. */
@Dependent
class Staffings {

    private final AbsenceRows absences;
    private final Teams teams;
    private final Deadlines deadlines;

    @Inject
    Staffings(AbsenceRows absences, Teams teams, Deadlines deadlines) {
        this.absences = absences;
        this.teams = teams;
        this.deadlines = deadlines;
    }

    /** By the tickets' ids. */
    Map<UUID, Staffing> of(Collection<Ticket> tickets) {
        Instant now = deadlines.now();
        Map<UUID, List<AbsenceRows.Row>> away = tickets.isEmpty()
                ? Map.of()
                : absences.in(tickets.stream().map(Ticket::team).distinct().toList(), now).stream()
                        .filter(row -> !row.from().isAfter(now))
                        .collect(Collectors.groupingBy(AbsenceRows.Row::team));
        Map<UUID, Staffing> staffings = new HashMap<>();
        tickets.forEach(ticket -> staffings.put(ticket.id(), of(ticket, away.getOrDefault(ticket.team(), List.of()))));
        return staffings;
    }

    /** Who hears of a mail: who is responsible, or their deputy today, or else who is proposed; null where nobody is. */
    @Nullable
    UUID listener(Ticket ticket) {
        if (ticket.assignee() == null) {
            return ticket.proposed();
        }
        Instant now = deadlines.now();
        List<AbsenceRows.Row> away = absences.in(List.of(ticket.team()), now).stream()
                .filter(row -> !row.from().isAfter(now))
                .toList();
        return absence(ticket, away).map(AbsenceRows.Row::deputy).orElse(ticket.assignee());
    }

    private Staffing of(Ticket ticket, List<AbsenceRows.Row> away) {
        @Nullable UUID proposed = ticket.assignee() == null ? ticket.proposed() : null;
        @Nullable String name = proposed == null ? null : teams.personName(proposed);
        return absence(ticket, away)
                .map(row -> new Staffing(
                        name,
                        teams.personName(row.deputy()),
                        deadlines.day(row.until()).minusDays(1)))
                .orElse(name == null ? Staffing.NONE : new Staffing(name, null, null));
    }

    private static Optional<AbsenceRows.Row> absence(Ticket ticket, List<AbsenceRows.Row> away) {
        return away.stream()
                .filter(row -> row.person().equals(ticket.assignee()))
                .findFirst();
    }
}
