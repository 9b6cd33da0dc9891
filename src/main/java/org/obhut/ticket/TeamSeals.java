package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.ticket.Happening.What;

/** The seals of all tickets of a team, brought by a lead to what they are to be, one ticket a transaction. */
@ApplicationScoped
@Transactional
public class TeamSeals {

    private final TicketAccess access;
    private final Tickets tickets;
    private final Readership readership;
    private final Teams teams;
    private final Entries entries;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TeamSeals() {
        this(null, null, null, null, null, null);
    }

    @Inject
    TeamSeals(
            TicketAccess access,
            Tickets tickets,
            Readership readership,
            Teams teams,
            Entries entries,
            DeskNotice notice) {
        this.access = access;
        this.tickets = tickets;
        this.readership = readership;
        this.teams = teams;
        this.entries = entries;
        this.notice = notice;
    }

    /** Tickets whose seals, or whose person responsible, are not as the team's roster and rule want it; at most so many. */
    List<UUID> deviating(Caller lead, UUID team, int limit) {
        Circle circle = Circle.of(teams, lead, team);
        List<UUID> abandoned = tickets.assignedToOthers(circle.memberIds(), team, limit);
        return abandoned.isEmpty() ? readership.deviating(circle, limit) : abandoned;
    }

    /** How many tickets {@link #deviating} would name without a limit. */
    long deviations(Caller lead, UUID team) {
        Circle circle = Circle.of(teams, lead, team);
        return readership.deviations(circle)
                + tickets.assignedToOthers(circle.memberIds(), team, Integer.MAX_VALUE)
                        .size();
    }

    /** Takes a ticket from whoever is no member any more, and seals it to those who are to read it. */
    void settle(Caller lead, UUID team, UUID ticket) {
        try (OpenTicket open = access.forChange(lead, ticket)) {
            if (!open.ticket().team().equals(team)) {
                return;
            }
            Circle circle = readership.circle(open);
            UUID assignee = open.ticket().assignee();
            boolean abandoned = assignee != null && !circle.memberIds().contains(assignee);
            if (abandoned) {
                tickets.assign(open.ticket(), null);
            }
            Set<UUID> before = readership.seal(open, circle);
            if (abandoned) {
                entries.tell(open, new Happening(What.UNASSIGNED));
            }
            notice.tell(ticket, before);
        }
    }
}
