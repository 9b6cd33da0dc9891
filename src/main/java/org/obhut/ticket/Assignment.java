package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;
import org.obhut.platform.InvalidInput;

/** Who is responsible for a ticket. Who can read it follows from that: {@link Readership}. */
@Dependent
class Assignment {

    private final Tickets tickets;
    private final Teams teams;
    private final Readership readership;
    private final Entries entries;

    @Inject
    Assignment(Tickets tickets, Teams teams, Readership readership, Entries entries) {
        this.tickets = tickets;
        this.teams = teams;
        this.readership = readership;
        this.entries = entries;
    }

    /** Sign-in names that the ticket can be assigned to; none where the caller can't check the roster. */
    List<String> candidates(OpenTicket open) {
        if (!open.caller().counsels().contains(open.ticket().team())) {
            return List.of();
        }
        return teams.roster(open.caller(), open.ticket().team()).keySet().stream()
                .sorted()
                .toList();
    }

    /** Assigns and seals anew. Returns who could read the ticket before. */
    Set<UUID> assign(OpenTicket open, Optional<String> name) {
        Circle circle = readership.circle(open);
        @Nullable ReaderKey person = name.map(wanted -> member(circle, wanted)).orElse(null);
        tickets.assign(open.ticket(), person == null ? null : person.reader());
        Set<UUID> before = readership.seal(open, circle);
        entries.tell(
                open,
                new Happening(person == null ? Happening.What.UNASSIGNED : Happening.What.ASSIGNED, name.orElse(null)));
        return before;
    }

    private static ReaderKey member(Circle circle, String name) {
        if (!circle.inside()) {
            throw new Refused("member of the team");
        }
        ReaderKey key = circle.members().get(name);
        if (key == null) {
            throw new InvalidInput("assignee", "unknown-value");
        }
        return key;
    }
}
