package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.account.Teams;
import org.obhut.ticket.ReaderQuery.Count;
import org.obhut.ticket.ReaderQuery.KeyHolder;

/**
 * Who can read what, computed from the seals. It says too much rather than too little: a seal that somebody damaged is counted
 * though it opens for nobody. Administrators see all teams, others theirs; nobody sees a word of a ticket here.
 */
@ApplicationScoped
public class WhoReads {

    /** How many tickets a page has. */
    public static final int PAGE = 50;

    private final ReaderQuery query;
    private final Teams teams;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected WhoReads() {
        this(null, null);
    }

    @Inject
    public WhoReads(ReaderQuery query, Teams teams) {
        this.query = query;
        this.teams = teams;
    }

    /**
     * @param team whether they hold the key of the team, and so read what is assigned to nobody
     * @param leads whether they hold the key of its leads
     * @param tickets how many of the team's tickets they open; of other teams' people those that they were asked for
     */
    public record Reader(String name, boolean team, boolean leads, long tickets, long quarantined) {}

    /** A team, how much it has, and everybody who opens any of it, by name. */
    public record OfTeam(UUID team, String name, long tickets, long quarantined, List<Reader> readers) {}

    /** A ticket and the names of all who open it. */
    public record OfTicket(UUID ticket, String team, List<String> names) {}

    /** @param next where the following page begins; null after the last */
    public record Page(List<OfTicket> tickets, @Nullable Long next) {}

    /** @throws Refused where the caller has no team and does not administer the system */
    public List<OfTeam> teams(Caller caller) {
        Set<UUID> seen = seen(caller);
        List<KeyHolder> holders = query.keyHolders();
        List<Count> tickets = query.tickets();
        List<Count> quarantined = query.quarantined();
        List<Count> allTickets = query.all("ticket");
        List<Count> allQuarantined = query.all("quarantine");
        return teams.all().stream()
                .filter(seen::contains)
                .map(team -> new OfTeam(
                        team,
                        teams.name(team),
                        files(allTickets, team, null),
                        files(allQuarantined, team, null),
                        readers(team, holders, tickets, quarantined)))
                .toList();
    }

    private List<Reader> readers(UUID team, List<KeyHolder> holders, List<Count> tickets, List<Count> quarantined) {
        Stream<UUID> byKey =
                holders.stream().filter(holder -> holder.team().equals(team)).map(KeyHolder::person);
        Stream<UUID> byFile = Stream.concat(tickets.stream(), quarantined.stream())
                .filter(count -> count.team().equals(team) && count.person() != null)
                .map(Count::person);
        TreeMap<String, UUID> persons = Stream.concat(byKey, byFile)
                .distinct()
                .collect(Collectors.toMap(teams::personName, person -> person, (one, same) -> one, TreeMap::new));
        List<Reader> readers = new ArrayList<>();
        persons.forEach((name, person) -> readers.add(new Reader(
                name,
                holds(holders, team, person, false),
                holds(holders, team, person, true),
                files(tickets, team, person),
                files(quarantined, team, person))));
        return readers;
    }

    private static boolean holds(List<KeyHolder> holders, UUID team, UUID person, boolean leads) {
        return holders.contains(new KeyHolder(team, person, leads));
    }

    private static long files(List<Count> counts, UUID team, @Nullable UUID person) {
        return counts.stream()
                .filter(count -> count.team().equals(team))
                .filter(count -> person == null ? count.person() == null : person.equals(count.person()))
                .mapToLong(Count::files)
                .sum();
    }

    /**
     * Tickets, the latest first, with all who open each: for an administrator all, for others what they open themselves.
     *
     * @param before where the page begins; null for the first
     * @throws Refused where the caller has no team and does not administer the system
     */
    public Page tickets(Caller caller, @Nullable Long before) {
        Set<UUID> seen = seen(caller);
        boolean all = caller.has(Role.ADMINISTRATOR);
        var found = query.page(
                all ? seen : Set.copyOf(teams.all()),
                all ? null : caller.keyring().readers(),
                before == null ? Long.MAX_VALUE : before,
                PAGE);
        List<OfTicket> tickets = found.stream()
                .map(ticket -> new OfTicket(
                        ticket.ticket(),
                        teams.name(ticket.team()),
                        ticket.persons().stream()
                                .map(teams::personName)
                                .sorted()
                                .toList()))
                .toList();
        return new Page(
                tickets, found.size() < PAGE ? null : found.get(PAGE - 1).rank());
    }

    private Set<UUID> seen(Caller caller) {
        if (caller.has(Role.ADMINISTRATOR)) {
            return Set.copyOf(teams.all());
        }
        if (!caller.counsellor()) {
            throw new Refused("belongs to a team");
        }
        return caller.counsels();
    }
}
