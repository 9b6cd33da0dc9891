package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/** What a person writes at a ticket and has not sent yet. A boundary like {@link Desk}, with the same rules. */
@ApplicationScoped
@Transactional
public class Composing {

    private final TicketAccess access;
    private final OwnDraft draft;
    private final Replies replies;
    private final DeskNotice notice;

    @Inject
    Composing(TicketAccess access, OwnDraft draft, Replies replies, DeskNotice notice) {
        this.access = access;
        this.draft = draft;
        this.replies = replies;
        this.notice = notice;
    }

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Composing() {
        this(null, null, null, null);
    }

    /**
     * Keeps the caller's unsent texts, sealed; empty ones without a file discard the draft. Does not move the ticket's version.
     *
     * @return the new revision, null where there is no draft now
     * @throws DraftElsewhere where another window wrote on it meanwhile
     */
    public @Nullable UUID keep(Caller caller, UUID ticket, Draft words, DraftOrigin origin) {
        return keep(caller, ticket, words, origin, List.of());
    }

    /**
     * As the other one, with files that are added to the draft's.
     *
     * @throws InvalidInput naming {@code attachments} where they are too many, or too large together
     */
    public @Nullable UUID keep(
            Caller caller, UUID ticket, Draft words, DraftOrigin origin, List<AttachmentContent> files) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            OwnDraft.Change change = draft.keep(open, words, origin, files);
            if (change.appeared()) {
                notice.tellOnly(ticket, caller.person());
            }
            return change.revision();
        }
    }

    /** Puts a text below what the caller has written so far. */
    public void insert(Caller caller, UUID ticket, String text) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            KeptDraft kept = draft.of(open);
            OwnDraft.Change change =
                    draft.keep(open, kept.words().above(text), DraftOrigin.page(kept.revision()), List.of());
            if (change.appeared()) {
                notice.tellOnly(ticket, caller.person());
            }
        }
    }

    /** Takes a file out of the caller's draft; nothing happens where it is gone. */
    public void detach(Caller caller, UUID ticket, UUID file) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            draft.detach(open, file);
        }
    }

    /** Hides the caller's draft with its files, to be brought back until the session ends. */
    public void discard(Caller caller, UUID ticket) {
        discarded(caller, ticket, true);
    }

    /** Brings a discarded draft back, unless another was begun. */
    public void bringBack(Caller caller, UUID ticket) {
        discarded(caller, ticket, false);
    }

    private void discarded(Caller caller, UUID ticket, boolean discarded) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            if (draft.discarded(open, discarded)) {
                notice.tellOnly(ticket, caller.person());
            }
        }
    }

    /**
     * Sends a reply with files of the caller's draft. What else was written in another window since stays.
     *
     * @param base the draft's revision that the writer saw, null where there was none
     * @param files of the draft, to go along with those that the reply brings
     * @throws TicketChanged where more came in since {@code reply.version()}
     * @throws InvalidInput naming {@code attachments} where one of the files is gone
     */
    public AcceptedReply send(Caller caller, UUID ticket, NewReply reply, @Nullable UUID base, List<UUID> files) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            List<AttachmentContent> kept = draft.contents(open, files);
            if (kept.size() < files.size() && !replies.known(open, reply)) {
                throw new InvalidInput("attachments", "file-gone");
            }
            AcceptedReply accepted = replies.accept(open, with(reply, kept));
            draft.sent(open, base, files);
            notice.tell(ticket);
            return accepted;
        }
    }

    private static NewReply with(NewReply reply, List<AttachmentContent> kept) {
        Writing own = reply.writing();
        var files = new ArrayList<AttachmentContent>(kept);
        files.addAll(own.attachments());
        return new NewReply(
                new Writing(own.subject(), own.text(), own.quote(), own.html(), files),
                reply.answers(),
                reply.then(),
                reply.version(),
                reply.wish(),
                reply.idempotencyKey());
    }
}
