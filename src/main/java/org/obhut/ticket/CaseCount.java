package org.obhut.ticket;

/** How a ticket stands with the count of cases. */
public enum CaseCount {
    /** It counts when it is closed. */
    NOT_YET,
    /** It is counted; what is corrected takes the place of what was counted. */
    COUNTED,
    /** It is counted for good: its fact was moved and says nothing of it any more. Taken up again and closed it counts once more. */
    MOVED,
    /** Spam, or what no client has written or called about. */
    NO_CASE
}
