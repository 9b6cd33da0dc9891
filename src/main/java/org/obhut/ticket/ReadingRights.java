package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Happening.What;

/**
 * Who else reads a ticket, and which team it belongs to: the boundary for console and API. Whoever can read a ticket can ask
 * others to read along and can hand it to another team; each method answers {@link TicketNotFound} to all others.
 */
@ApplicationScoped
@Transactional
public class ReadingRights {

    /** How long whoever moved a ticket can still take it back. */
    public static final Duration UNDO = Duration.ofMinutes(1);

    private static final int MOST_DAYS = 366;

    private final TicketAccess access;
    private final Tickets tickets;
    private final Readership readership;
    private final CoReaders coReaders;
    private final Teams teams;
    private final Entries entries;
    private final Deadlines deadlines;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected ReadingRights() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadingRights(
            TicketAccess access,
            Tickets tickets,
            Readership readership,
            CoReaders coReaders,
            Teams teams,
            Entries entries,
            Deadlines deadlines,
            DeskNotice notice) {
        this.access = access;
        this.tickets = tickets;
        this.readership = readership;
        this.coReaders = coReaders;
        this.teams = teams;
        this.entries = entries;
        this.deadlines = deadlines;
        this.notice = notice;
    }

    /** Why somebody reads along. */
    public enum Reason {
        SECOND_READER,
        DEPUTY,
        ASKED;

        private CoReaders.Reason stored() {
            return this == SECOND_READER ? CoReaders.Reason.SECOND : CoReaders.Reason.valueOf(name());
        }
    }

    /**
     * Lets a colleague of any team read along, and write, until the end of a day. Returns the new version.
     *
     * @param until today or later, at most a year ahead
     * @throws TicketChanged where it is not of this version
     * @throws InvalidInput where nobody with a known key has this name, or the day is out of range
     */
    public long add(Caller caller, UUID ticket, String name, Reason reason, LocalDate until, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            requireWithinAYear(until);
            Circle circle = readership.circle(open);
            ReaderKey reader = person(circle, name);
            if (reader.reader().equals(open.ticket().assignee())) {
                throw new InvalidInput("reader", "reads-already");
            }
            coReaders.put(ticket, reader.reader(), reason.stored(), deadlines.startOf(until.plusDays(1)));
            return sealed(open, circle, new Happening(What.READER_ADDED, name));
        }
    }

    private void requireWithinAYear(LocalDate until) {
        LocalDate today = deadlines.today();
        if (until.isBefore(today)) {
            throw new InvalidInput("until", "past");
        }
        if (until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new InvalidInput("until", "out-of-range");
        }
    }

    /** Ends that someone reads along. Returns the new version. @throws InvalidInput where they do not */
    public long remove(Caller caller, UUID ticket, String name, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            Circle circle = readership.circle(open);
            if (!coReaders.remove(ticket, person(circle, name).reader())) {
                throw new InvalidInput("reader", "does-not-read-along");
            }
            return sealed(open, circle, new Happening(What.READER_REMOVED, name));
        }
    }

    /**
     * Hands a ticket to another team: sealed to that team and its leads, to nobody else, and assigned to nobody. The caller goes on
     * reading it for {@link #UNDO}, so as to take it back. Returns the new version.
     *
     * @throws TicketChanged where it is not of this version
     * @throws InvalidInput where there is no other team of this name
     * @throws org.obhut.account.PinMismatch where the team's keys are not the pinned ones; nothing is changed then
     */
    public long move(Caller caller, UUID ticket, String team, long version) {
        UUID target = teams.byName(team).orElseThrow(() -> new InvalidInput("team", "unknown-value"));
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            UUID former = open.ticket().team();
            if (former.equals(target)) {
                throw new InvalidInput("team", "same-team");
            }
            tickets.move(open.ticket(), target);
            coReaders.removeAll(ticket);
            if (!caller.counsels().contains(target)) {
                coReaders.moved(ticket, caller.person(), former, deadlines.now().plus(UNDO));
            }
            return sealed(open, readership.circle(open), new Happening(What.MOVED, team));
        }
    }

    private long sealed(OpenTicket open, Circle circle, Happening event) {
        Set<UUID> before = readership.seal(open, circle);
        entries.tell(open, event);
        notice.tell(open.id(), before);
        return open.ticket().version();
    }

    private static ReaderKey person(Circle circle, String name) {
        Optional<ReaderKey> person = circle.person(name);
        return person.orElseThrow(() -> new InvalidInput("reader", "unknown-value"));
    }
}
