package org.obhut.ticket;

/** Where a ticket stands. */
public enum Status {
    /** Something is to be done here. */
    OPEN,
    /** The client is to answer next. */
    WAITING,
    /** Done; erased when its period is over, opened again by the client's answer. */
    CLOSED
}
