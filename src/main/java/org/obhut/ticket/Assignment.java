package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.TeamReaders;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;

/**
 * Who is responsible for a ticket, and with it who can read it: the team while nobody is, else the person; the leads always. In
 * a team where everyone reads, the team's seal stays.
 */
@Dependent
class Assignment {

    private final Tickets tickets;
    private final Teams teams;
    private final Seals seals;
    private final Sealer sealer;
    private final Entries entries;

    @Inject
    Assignment(Tickets tickets, Teams teams, Seals seals, Sealer sealer, Entries entries) {
        this.tickets = tickets;
        this.teams = teams;
        this.seals = seals;
        this.sealer = sealer;
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
        Ticket ticket = open.ticket();
        @Nullable ReaderKey person = name.map(wanted -> member(open, wanted)).orElse(null);
        Set<UUID> before = new HashSet<>(seals.readers(ticket.id()));
        tickets.assign(ticket, person == null ? null : person.reader());
        Map<UUID, ReaderKey> after = readers(open.caller(), ticket, person);
        after.forEach((reader, key) -> {
            if (!before.contains(reader)) {
                seals.put(sealer.seal(open.root(), ticket.id(), key));
            }
        });
        before.stream()
                .filter(reader -> !after.containsKey(reader))
                .forEach(reader -> seals.remove(ticket.id(), reader));
        entries.tell(
                open,
                new Happening(person == null ? Happening.What.UNASSIGNED : Happening.What.ASSIGNED, name.orElse(null)));
        return before;
    }

    private ReaderKey member(OpenTicket open, String name) {
        ReaderKey key = teams.roster(open.caller(), open.ticket().team()).get(name);
        if (key == null) {
            throw new InvalidInput("assignee", "unknown-value");
        }
        return key;
    }

    private Map<UUID, ReaderKey> readers(Caller caller, Ticket ticket, @Nullable ReaderKey person) {
        TeamReaders team = teams.readers(ticket.team());
        Map<UUID, ReaderKey> readers = new LinkedHashMap<>();
        readers.put(team.leadsKey().reader(), team.leadsKey());
        if (person != null) {
            readers.put(person.reader(), person);
        }
        if (person == null || teams.everyoneReads(caller, ticket.team())) {
            readers.put(team.teamKey().reader(), team.teamKey());
        }
        return readers;
    }
}
