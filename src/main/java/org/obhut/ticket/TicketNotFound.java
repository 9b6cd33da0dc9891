package org.obhut.ticket;

/** There is no such ticket, or the caller may not read it; the two are never told apart. */
public class TicketNotFound extends RuntimeException {

    public TicketNotFound() {
        super("no such ticket");
    }
}
