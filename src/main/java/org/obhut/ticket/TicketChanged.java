package org.obhut.ticket;

/** The ticket has changed since the caller saw it: 409. */
public class TicketChanged extends RuntimeException {

    private final long version;

    public TicketChanged(long version) {
        super("ticket has changed");
        this.version = version;
    }

    /** The version it has now. */
    public long version() {
        return version;
    }
}
