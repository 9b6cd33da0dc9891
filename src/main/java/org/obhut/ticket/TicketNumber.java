package org.obhut.ticket;

import java.util.Locale;
import java.util.UUID;

/** A short name for a ticket that people can say to each other: the first six digits of its random id. */
public final class TicketNumber {

    /** Digits of a number. */
    public static final int LENGTH = 6;

    private TicketNumber() {}

    public static String of(UUID ticket) {
        return ticket.toString().substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }
}
