package org.obhut.mailbox;

import org.jspecify.annotations.Nullable;

/** What the administrator sees of a poller: how it stands and, in our own words, what is wrong. */
final class MailboxWatch {

    static final String CONNECTING = "connecting";
    static final String POLLING = "polling";
    static final String IDLE = "idle";
    static final String WAITING_FOR_CHOICE = "waiting-for-choice";
    static final String STANDBY = "standby";
    static final String FAILED = "failed";

    /** State and error, changed together. */
    record Now(String state, @Nullable String error) {}

    private volatile Now now = new Now(CONNECTING, null);

    Now now() {
        return now;
    }

    /** On the way; what was wrong before still counts until it has gone well. */
    void connecting() {
        now = new Now(now.error() == null ? CONNECTING : FAILED, now.error());
    }

    /** All is well. */
    void state(String state) {
        now = new Now(state, null);
    }

    /** Working, with a warning. */
    void warn(String state, String warning) {
        now = new Now(state, warning);
    }

    /** @param error a text key */
    void failed(String error) {
        now = new Now(FAILED, error);
    }
}
