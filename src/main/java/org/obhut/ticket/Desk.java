package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.ticket.TimelineEntry.Attachment;

/**
 * What a counsellor can do with tickets: the boundary for console and API. Each method is one transaction, checks the
 * caller's rights itself and answers {@link TicketNotFound} for a ticket that the caller may not read.
 */
@ApplicationScoped
@Transactional
public class Desk {

    private final TicketAccess access;
    private final Folders folders;
    private final FolderCounts counts;
    private final TicketViews views;
    private final TicketFiles files;
    private final Assignment assignment;
    private final Progress progress;
    private final Notes notes;
    private final OwnDraft draft;
    private final Replies replies;
    private final Calls calls;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Desk() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Desk(
            TicketAccess access,
            Folders folders,
            FolderCounts counts,
            TicketViews views,
            TicketFiles files,
            Assignment assignment,
            Progress progress,
            Notes notes,
            OwnDraft draft,
            Replies replies,
            Calls calls,
            DeskNotice notice) {
        this.access = access;
        this.folders = folders;
        this.counts = counts;
        this.views = views;
        this.files = files;
        this.assignment = assignment;
        this.progress = progress;
        this.notes = notes;
        this.draft = draft;
        this.replies = replies;
        this.calls = calls;
        this.notice = notice;
    }

    /**
     * A page of a folder, by last activity, newest first.
     *
     * @param limit 1 to 200
     * @param after cursor of the page before, empty for the first
     * @throws Refused where the caller is in no team
     */
    public TicketPage list(Caller caller, Folder folder, int limit, Optional<String> after) {
        return list(caller, Listing.of(folder), limit, after.orElse(null), null);
    }

    /**
     * A page of a list.
     *
     * @param limit 1 to 200
     * @param after where the page before ends, null for the first
     * @param before where the page after begins; at most one of the two
     * @throws Refused where the caller is in no team
     */
    public TicketPage list(Caller caller, Listing listing, int limit, @Nullable String after, @Nullable String before) {
        refuseOutsiders(caller);
        return folders.page(caller, listing, limit, after, before);
    }

    /** How many tickets each folder holds for the caller; needs no key. Nothing for whoever is in no team. */
    public Map<Folder, Long> counts(Caller caller) {
        return counts.of(caller);
    }

    /** How many tickets a list holds for the caller. */
    public long count(Caller caller, Listing listing) {
        return listing.filter().none()
                ? counts.of(caller).getOrDefault(listing.folder(), 0L)
                : counts.of(caller, listing);
    }

    /** The whole ticket, which the caller has read from then on. */
    public TicketView open(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            return views.of(open);
        }
    }

    /** One message of a ticket. */
    public TimelineEntry message(Caller caller, UUID ticket, UUID message) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            return views.message(open, message);
        }
    }

    /**
     * What the ticket says of a file.
     *
     * @throws Refused where a scanner found something in it and the caller does not lead the ticket's team
     */
    public Attachment file(Caller caller, UUID ticket, UUID attachment) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            return files.find(open, attachment);
        }
    }

    /**
     * Writes an attachment's bytes. Outside any transaction, as the receiver may be slow.
     *
     * @throws Refused where a scanner found something in it and the caller does not lead the ticket's team
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void attachment(Caller caller, UUID ticket, UUID attachment, OutputStream to) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            files.write(open, attachment, to);
        }
    }

    /**
     * Assigns to a member of the ticket's team, or to nobody, and seals anew: the caller may be unable to read it afterwards.
     * Returns the new version.
     *
     * @throws TicketChanged where it is not of this version
     */
    public long assign(Caller caller, UUID ticket, Optional<String> assignee, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            Set<UUID> former = assignment.assign(open, assignee);
            notice.tell(ticket, former);
            return open.ticket().version();
        }
    }

    /** Sets where the ticket stands. Returns the new version. @throws TicketChanged where it is not of this version */
    public long status(Caller caller, UUID ticket, Status status, long version) {
        return change(caller, ticket, version, open -> progress.status(open, status));
    }

    /** Moves the ticket among the spam or back. Returns the new version. @throws TicketChanged where it is not of this version */
    public long spam(Caller caller, UUID ticket, boolean spam, long version) {
        return change(caller, ticket, version, open -> progress.spam(open, spam));
    }

    /** Sets or removes the day the ticket comes up again. Returns the new version. @throws TicketChanged where it is not of this version */
    public long followUp(Caller caller, UUID ticket, Optional<LocalDate> day, long version) {
        return change(caller, ticket, version, open -> progress.followUp(open, day));
    }

    private long change(Caller caller, UUID ticket, long version, Consumer<OpenTicket> change) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            change.accept(open);
            notice.tell(ticket);
            return open.ticket().version();
        }
    }

    /**
     * Seals the reply into the ticket and the outbox, and discards the caller's draft. The ticket then waits for the client.
     *
     * @throws TicketChanged where more came in since {@code reply.version()}
     */
    public AcceptedReply reply(Caller caller, UUID ticket, NewReply reply) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            AcceptedReply accepted = replies.accept(open, reply);
            draft.replied(open);
            notice.tell(ticket);
            return accepted;
        }
    }

    /**
     * Takes back a mail that is still held; a reply's text becomes the caller's draft again, a forward's is only returned.
     *
     * @throws TicketChanged where it is on its way already
     */
    public Withdrawn withdraw(Caller caller, UUID ticket, UUID message) {
        if (!access.mayRead(caller, ticket)) {
            throw new TicketNotFound();
        }
        replies.recall(ticket, message);
        try (OpenTicket open = access.forChange(caller, ticket)) {
            Withdrawn withdrawn = replies.withdrawn(open, message);
            notice.tell(ticket);
            return withdrawn;
        }
    }

    /** Sends a failed reply again, with the same text and files as a new mail. @throws TicketChanged where it did not fail */
    public AcceptedReply sendAgain(Caller caller, UUID ticket, UUID message) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            AcceptedReply accepted = replies.again(open, message);
            notice.tell(ticket);
            return accepted;
        }
    }

    /** Adds an internal note of 1 to 100,000 characters and returns its id. */
    public UUID note(Caller caller, UUID ticket, String text, Optional<String> idempotencyKey) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            UUID note = notes.add(open, text, idempotencyKey);
            notice.tell(ticket);
            return note;
        }
    }

    /** Opens a ticket that began with a call. Note and call-back number are sealed. Used by the call log. @throws Refused where the caller is not in the team */
    public UUID openCall(Caller caller, UUID team, CallEntry call) {
        if (!caller.counsels().contains(team)) {
            throw new Refused("member of the team");
        }
        UUID ticket = calls.open(caller, team, call);
        notice.tell(ticket);
        return ticket;
    }

    /** Adds a call to a ticket and returns the ticket's id. */
    public UUID addCall(Caller caller, UUID ticket, CallEntry call) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            if (calls.add(open, call)) {
                notice.tell(ticket);
            }
            return ticket;
        }
    }

    private static void refuseOutsiders(Caller caller) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
    }
}
