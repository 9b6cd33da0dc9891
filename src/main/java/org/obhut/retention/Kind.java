package org.obhut.retention;

import org.obhut.audit.Act;

/** What a sealed file is, as far as its end is told: by number, in the log and the audit trail. */
public enum Kind {
    TICKET(Act.TICKETS_ERASED),
    QUARANTINED_MAIL(Act.QUARANTINED_MAILS_ERASED),
    UNSENT_MAIL(Act.UNSENT_MAILS_ERASED),
    UNFINISHED_CALL(Act.UNFINISHED_CALLS_ERASED);

    private final Act act;

    Kind(Act act) {
        this.act = act;
    }

    Act act() {
        return act;
    }
}
