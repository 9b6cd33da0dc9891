package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;
import org.obhut.platform.InvalidInput;

/**
 * Planned absences. Whoever will be away names a deputy in their own session, which holds the keys for it; where they can't, a lead
 * does. The deputy reads from the first day to the last, what is assigned later included; then it ends by itself.
 */
@ApplicationScoped
@Transactional
public class Absences {

    private static final int MOST_DAYS = 366;

    private final AbsenceRows rows;
    private final Teams teams;
    private final TicketAccess access;
    private final Tickets tickets;
    private final Readership readership;
    private final DeskNotice notice;
    private final Deadlines deadlines;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Absences() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Absences(
            AbsenceRows rows,
            Teams teams,
            TicketAccess access,
            Tickets tickets,
            Readership readership,
            DeskNotice notice,
            Deadlines deadlines) {
        this.rows = rows;
        this.teams = teams;
        this.access = access;
        this.tickets = tickets;
        this.readership = readership;
        this.notice = notice;
        this.deadlines = deadlines;
    }

    /** Those of the caller, and of the teams that the caller leads; what is over is not among them. */
    public List<Absence> list(Caller caller) {
        return rows.in(caller.counsels(), deadlines.now()).stream()
                .filter(row -> row.person().equals(caller.person()) || caller.leadOf(row.team()))
                .map(this::absence)
                .toList();
    }

    /** Who of a team is away today, and who stands in; needs no key. @throws Refused where the caller is not a member */
    public List<Absence> today(Caller caller, UUID team) {
        if (!caller.counsels().contains(team)) {
            throw new Refused("member of the team");
        }
        Instant now = deadlines.now();
        return rows.in(Set.of(team), now).stream()
                .filter(row -> !row.from().isAfter(now))
                .map(this::absence)
                .toList();
    }

    private Absence absence(AbsenceRows.Row row) {
        return new Absence(
                row.team(),
                teams.name(row.team()),
                teams.personName(row.person()),
                teams.personName(row.deputy()),
                deadlines.day(row.from()),
                deadlines.day(row.until()).minusDays(1));
    }

    /** Sign-in names of who can be away or deputise in a team. @throws Refused where the caller is not a member */
    public List<String> members(Caller caller, UUID team) {
        return List.copyOf(teams.roster(caller, team).keySet());
    }

    /**
     * Sets or changes an absence and seals what is assigned to the person to the deputy.
     *
     * @param to the last day, today or later, at most a year after the first
     * @throws Refused where the caller is neither the person nor leads the team
     * @throws InvalidInput where person or deputy is no member, the deputy is away at that time, or a day is out of range
     */
    public void set(Caller caller, UUID team, String person, String deputy, LocalDate from, LocalDate to) {
        Map<String, ReaderKey> roster = teams.roster(caller, team);
        UUID absent = permitted(caller, team, person, roster);
        UUID other = member(roster, "deputy", deputy);
        if (other.equals(absent)) {
            throw new InvalidInput("deputy", "same-person");
        }
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "before-from");
        }
        if (to.isBefore(deadlines.today())) {
            throw new InvalidInput("to", "past");
        }
        if (to.isAfter(from.plusDays(MOST_DAYS))) {
            throw new InvalidInput("to", "out-of-range");
        }
        AbsenceRows.Row row =
                new AbsenceRows.Row(absent, team, other, deadlines.startOf(from), deadlines.startOf(to.plusDays(1)));
        if (rows.in(Set.of(team), deadlines.now()).stream()
                .anyMatch(own -> own.person().equals(other) && own.overlaps(row))) {
            throw new InvalidInput("deputy", "deputy-away");
        }
        rows.put(row);
        seal(caller, team, absent);
    }

    /** Ends an absence before its time. @throws InvalidInput where there is none */
    public void end(Caller caller, UUID team, String person) {
        UUID absent = permitted(caller, team, person, teams.roster(caller, team));
        if (!rows.remove(absent, team)) {
            throw new InvalidInput("person", "not-away");
        }
        seal(caller, team, absent);
    }

    private static UUID permitted(Caller caller, UUID team, String person, Map<String, ReaderKey> roster) {
        if (!person.equals(caller.name()) && !caller.leadOf(team)) {
            throw new Refused("lead of the team");
        }
        return member(roster, "person", person);
    }

    private static UUID member(Map<String, ReaderKey> roster, String field, String name) {
        ReaderKey key = roster.get(name);
        if (key == null) {
            throw new InvalidInput(field, "not-a-member");
        }
        return key.reader();
    }

    private void seal(Caller caller, UUID team, UUID absent) {
        Circle circle = Circle.of(teams, caller, team);
        for (UUID ticket : tickets.assignedTo(absent, team)) {
            if (access.mayRead(caller, ticket)) {
                try (OpenTicket open = access.forChange(caller, ticket)) {
                    notice.tell(ticket, readership.seal(open, circle));
                }
            }
        }
    }
}
