package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/**
 * Makes one ticket of two: the boundary for console and API. All of the one goes into the other, sealed anew under its root, and
 * whatever led to the one leads to the other. It is read by those who read the one that stays. Whoever can read both may do so; each
 * method answers {@link TicketNotFound} to all others.
 */
@ApplicationScoped
@Transactional
public class Merging {

    /** In place of a day: the ticket ends by its mailbox's periods. */
    public static final String USUAL = "usual";

    private final TicketAccess access;
    private final Tickets tickets;
    private final MergedTickets merged;
    private final Merger merger;
    private final ErasureRequests requests;
    private final TicketContents contents;
    private final Summaries summaries;
    private final Entries entries;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Merging() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Merging(
            TicketAccess access,
            Tickets tickets,
            MergedTickets merged,
            Merger merger,
            ErasureRequests requests,
            TicketContents contents,
            Summaries summaries,
            Entries entries,
            DeskNotice notice) {
        this.access = access;
        this.tickets = tickets;
        this.merged = merged;
        this.merger = merger;
        this.requests = requests;
        this.contents = contents;
        this.summaries = summaries;
        this.entries = entries;
        this.notice = notice;
    }

    /**
     * What has to be known before.
     *
     * @param counted the day on which the ticket would end by its mailbox's periods
     * @param days days that people chose for either, to be asked for; empty where nobody did
     * @param drafts unsent texts, of anybody, in the ticket that ends
     * @param erasureAsked whether somebody wants one of them erased, which has to be decided first
     */
    public record Prospect(LocalDate counted, List<LocalDate> days, long drafts, boolean erasureAsked) {}

    /**
     * A wish.
     *
     * @param ticket the one that ends
     * @param into the one that stays
     * @param version of the one that ends, as it was seen
     * @param intoVersion of the one that stays
     * @param end a day of {@link Prospect#days} (ISO 8601), {@link #USUAL}, or empty where there is none to choose from
     * @param along whether those who read along in the one that ends read along in the other
     */
    public record Wish(UUID ticket, UUID into, long version, long intoVersion, String end, boolean along) {}

    public Prospect prospect(Caller caller, UUID ticket, UUID into) {
        try (OpenTicket ends = access.forReading(caller, ticket);
                OpenTicket stays = access.forReading(caller, into)) {
            stays.ticket().life().under(contents.policy(stays.ticket()));
            boolean closed = stays.ticket().with(ends.ticket()) == Status.CLOSED;
            return new Prospect(
                    stays.ticket().life().countedWith(ends.ticket().life(), closed),
                    days(ends, stays),
                    contents.drafts(ticket),
                    asked(ticket, into));
        }
    }

    /**
     * Makes the two one. Returns the version of the one that stays.
     *
     * @throws TicketChanged where one of them is not of the version that was seen
     * @throws InvalidInput where it is one ticket, where an erasure has to be decided first, or the day has to be chosen
     * @throws org.obhut.retention.FileHeld where a mail of the one that ends is being sent just now
     */
    public long merge(Caller caller, Wish wish) {
        if (wish.ticket().equals(wish.into())) {
            throw new InvalidInput("into", "same-ticket");
        }
        tickets.lockBoth(wish.ticket(), wish.into());
        try (OpenTicket ends = access.forChange(caller, wish.ticket());
                OpenTicket stays = access.forChange(caller, wish.into())) {
            ends.ticket().expect(wish.version());
            stays.ticket().expect(wish.intoVersion());
            if (asked(wish.ticket(), wish.into())) {
                throw new InvalidInput("into", "erasure-asked");
            }
            Set<UUID> readers = merger.merge(ends, stays, chosen(wish.end(), days(ends, stays)), wish.along());
            notice.tell(wish.into(), readers);
            return stays.ticket().version();
        }
    }

    private static List<LocalDate> days(OpenTicket ends, OpenTicket stays) {
        return Stream.of(stays, ends)
                .flatMap(open -> open.ticket().life().chosenDay().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable LocalDate chosen(String end, List<LocalDate> days) {
        if (days.isEmpty() || end.equals(USUAL)) {
            return null;
        }
        if (end.isEmpty()) {
            throw new InvalidInput("end", "required");
        }
        try {
            return Optional.of(LocalDate.parse(end))
                    .filter(days::contains)
                    .orElseThrow(() -> new InvalidInput("end", "unknown-value"));
        } catch (DateTimeParseException e) {
            throw new InvalidInput("end", "unknown-value");
        }
    }

    private boolean asked(UUID... both) {
        return Stream.of(both).anyMatch(ticket -> requests.of(ticket).isPresent());
    }

    /** Says that a ticket does not belong to the one that its first mail named. Returns the new version. */
    public long apart(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            summaries.update(open, before -> before.related(null, before.links()));
            entries.changed(open);
            notice.tell(ticket);
            return open.ticket().version();
        }
    }

    /** The ticket that has become of one, where the caller may read it; empty where it was never merged. */
    public Optional<UUID> successor(Caller caller, UUID ticket) {
        return Optional.of(merged.now(ticket)).filter(now -> !now.equals(ticket) && access.mayRead(caller, now));
    }
}
