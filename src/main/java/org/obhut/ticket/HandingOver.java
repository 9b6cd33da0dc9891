package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;

/**
 * Gives a ticket to somebody else, with a word for whoever gets it: the boundary for console and API, as {@link Desk#assign} and
 * {@link ReadingRights#move} without one. The word is an internal note, and whoever gets the ticket is told that something waits.
 */
@ApplicationScoped
@Transactional
public class HandingOver {

    private final TicketAccess access;
    private final Assignment assignment;
    private final ReadingRights rights;
    private final Notes notes;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected HandingOver() {
        this(null, null, null, null, null);
    }

    @Inject
    HandingOver(TicketAccess access, Assignment assignment, ReadingRights rights, Notes notes, DeskNotice notice) {
        this.access = access;
        this.assignment = assignment;
        this.rights = rights;
        this.notes = notes;
        this.notice = notice;
    }

    /**
     * Assigns to a member of the ticket's team, or to nobody. Returns the new version.
     *
     * @param note for whoever gets it, blank for none
     * @throws TicketChanged where it is not of this version
     */
    public long assign(Caller caller, UUID ticket, Optional<String> assignee, String note, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            note(open, note);
            Set<UUID> former = assignment.assign(open, assignee);
            notice.tell(ticket, former);
            @Nullable UUID receiver = open.ticket().assignee();
            if (receiver != null && !receiver.equals(caller.person())) {
                notice.handedTo(receiver);
            }
            return open.ticket().version();
        }
    }

    /**
     * Hands a ticket to another team, as {@link ReadingRights#move} does. Returns the new version.
     *
     * @param note for the other team, blank for none
     * @throws TicketChanged where it is not of this version
     */
    public long move(Caller caller, UUID ticket, String team, String note, long version) {
        long noted;
        boolean urgent;
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            note(open, note);
            noted = open.ticket().version();
            urgent = open.ticket().urgent();
        }
        long moved = rights.move(caller, ticket, team, noted);
        notice.handedToTeam(ticket, urgent);
        return moved;
    }

    private void note(OpenTicket open, String note) {
        if (!note.isBlank()) {
            notes.along(open, note);
        }
    }
}
