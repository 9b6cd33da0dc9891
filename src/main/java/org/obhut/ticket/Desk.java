package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;

/**
 * What a counsellor can do with tickets: the boundary for console and API. Each method is one transaction, checks the
 * caller's rights itself and answers {@link TicketNotFound} for a ticket that the caller may not read.
 */
@ApplicationScoped
public class Desk {

    /** @param limit 1 to 200; @param after cursor of the page before, empty for the first */
    public TicketPage list(Caller caller, Folder folder, int limit, Optional<String> after) {
        throw new UnsupportedOperationException();
    }

    /** How many tickets each folder holds for the caller; needs no key. */
    public Map<Folder, Long> counts(Caller caller) {
        throw new UnsupportedOperationException();
    }

    public TicketView open(Caller caller, UUID ticket) {
        throw new UnsupportedOperationException();
    }

    /** Writes an attachment's bytes. Its name and type are in the timeline. */
    public void attachment(Caller caller, UUID ticket, UUID attachment, OutputStream to) {
        throw new UnsupportedOperationException();
    }

    /** Assigns to a member of the ticket's team, or to nobody. Returns the new version. @throws TicketChanged */
    public long assign(Caller caller, UUID ticket, Optional<String> assignee, long version) {
        throw new UnsupportedOperationException();
    }

    public long status(Caller caller, UUID ticket, Status status, long version) {
        throw new UnsupportedOperationException();
    }

    public long followUp(Caller caller, UUID ticket, Optional<LocalDate> day, long version) {
        throw new UnsupportedOperationException();
    }

    /** Seals the reply into the ticket and the outbox. The ticket then waits for the client. @throws TicketChanged where more came in since {@code reply.version()} */
    public AcceptedReply reply(Caller caller, UUID ticket, NewReply reply) {
        throw new UnsupportedOperationException();
    }

    /** Takes back a reply that is still held; its text becomes the caller's draft again. @throws TicketChanged where it is on its way already */
    public void withdraw(Caller caller, UUID ticket, UUID message) {
        throw new UnsupportedOperationException();
    }

    /** Sends a failed reply again, with the same bytes' text as a new mail. */
    public AcceptedReply sendAgain(Caller caller, UUID ticket, UUID message) {
        throw new UnsupportedOperationException();
    }

    /** Adds an internal note and returns its id. */
    public UUID note(Caller caller, UUID ticket, String text, Optional<String> idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the caller's unsent text, sealed; an empty text discards it. Does not move the version. */
    public void draft(Caller caller, UUID ticket, String text) {
        throw new UnsupportedOperationException();
    }

    /** Opens a ticket that began with a call. Note and call-back number are sealed. Used by the call log. */
    public UUID openCall(Caller caller, UUID team, CallEntry call) {
        throw new UnsupportedOperationException();
    }

    /** Adds a call to a ticket. */
    public UUID addCall(Caller caller, UUID ticket, CallEntry call) {
        throw new UnsupportedOperationException();
    }
}
