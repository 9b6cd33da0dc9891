package org.obhut.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obhut.allocation.TeamRule;

/** How a ticket stands to its due time, in its team's working hours. */
public enum Light {
    /** Nothing is due. */
    NONE,
    GREEN,
    /** Nearly too late, by the team's rule. */
    YELLOW,
    /** Too late. */
    RED,
    /** Too late for a client who waits for an answer: the leads know. */
    ESCALATED;

    static Light of(Ticket ticket, TeamRule rule, Instant now) {
        @Nullable Instant due = ticket.dueAt();
        if (due == null || ticket.status() != Status.OPEN) {
            return NONE;
        }
        @Nullable Instant answerBy = ticket.answerBy();
        if (answerBy != null && answerBy.isBefore(now)) {
            return ESCALATED;
        }
        if (due.isBefore(now)) {
            return RED;
        }
        return rule.warns(now, due) ? YELLOW : GREEN;
    }
}
