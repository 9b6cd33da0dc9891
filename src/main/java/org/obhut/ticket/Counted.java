package org.obhut.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What of a ticket has been counted already. Says nothing of the facts that it became. */
@Embeddable
public class Counted {

    /** Whether it has been counted as a case. */
    @Column(name = "counted")
    private boolean asCase;

    /** The last day with a mail of its client's that was counted. */
    @Column(name = "counted_on")
    private @Nullable LocalDate on;

    /** For JPA, and for a new ticket. */
    protected Counted() {}

    boolean asCase() {
        return asCase;
    }

    void asCase(boolean now) {
        asCase = now;
    }

    /** The day of a client's mail is counted once. False where it was. */
    boolean contact(LocalDate today) {
        boolean first = !today.equals(on);
        on = today;
        return first;
    }

    /** Whether a client ever wrote. */
    boolean written() {
        return on != null;
    }

    /** Takes in what was counted of a ticket that becomes part of this one, or from which this one comes. */
    void follow(Counted other) {
        if (on == null || other.on != null && other.on.isAfter(on)) {
            on = other.on;
        }
    }
}
