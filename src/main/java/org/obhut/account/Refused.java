package org.obhut.account;

/** The caller lacks the right: 403. A ticket that may not be read is {@code TicketNotFound} instead. */
public class Refused extends RuntimeException {

    public Refused(String right) {
        super("lacks the right: " + right);
    }
}
