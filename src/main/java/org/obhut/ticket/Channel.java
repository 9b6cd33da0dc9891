package org.obhut.ticket;

/** How a ticket began. */
public enum Channel {
    MAIL,
    PHONE
}
