package org.obhut.ticket;

/** A view of the desk that a caller can list and count. */
public enum Folder {
    /** Live tickets of the caller's teams that nobody is assigned to. */
    NEW,
    /** Live tickets assigned to the caller. */
    MINE,
    /** All live tickets the caller may read. */
    TEAM,
    /** Tickets that wait for the client. */
    WAITING,
    /** Tickets whose due time or follow-up day has come or comes within the day. */
    DUE,
    /** Tickets that are urgent and wait for us. */
    URGENT,
    /** Tickets of the teams that the caller leads, in which a client waits longer than the team's rule allows. */
    ESCALATED,
    /** Tickets in which the caller has an unsent draft. */
    DRAFTS,
    /** Tickets in which a reply waits for its second reader. */
    APPROVAL,
    CLOSED,
    SPAM,
    /** What is erased within the next 14 days, whatever else it is. */
    ENDING
}
