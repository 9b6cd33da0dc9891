package org.obhut.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the administrator sees of a poller: how it stands and, in our own words, what is wrong and since when. */
final class MailboxWatch {

    static final String CONNECTING = "connecting";
    static final String POLLING = "polling";
    static final String IDLE = "idle";
    static final String WAITING_FOR_CHOICE = "waiting-for-choice";
    static final String STANDBY = "standby";
    static final String FAILED = "failed";

    /**
     * All that is seen, changed together.
     *
     * @param next when it is tried again, null where that is not waited for
     */
    record Now(String state, Condition condition, @Nullable Instant next, OnServer onServer) {

        /** As long as nothing has been tried. */
        static final Now BEFORE = new Now(CONNECTING, Condition.UNKNOWN, null, OnServer.NOTHING);

        @Nullable
        String error() {
            return condition.error();
        }
    }

    private final Clock clock;
    private volatile Now now = Now.BEFORE;

    MailboxWatch(Clock clock) {
        this.clock = clock;
    }

    Now now() {
        return now;
    }

    /** On the way; what was wrong before still counts until it has gone well. */
    void connecting() {
        now = new Now(now.error() == null ? CONNECTING : FAILED, now.condition(), null, now.onServer());
    }

    /** Another node has it. */
    void standby() {
        now = new Now(STANDBY, Condition.UNKNOWN, null, OnServer.NOTHING);
    }

    /** Connected, and nothing is done before someone has chosen. */
    void waiting() {
        now = new Now(WAITING_FOR_CHOICE, now.condition().worked(clock.instant()), null, OnServer.NOTHING);
    }

    /** The mailbox was looked through. @param warning null where all is well */
    void looked(String state, @Nullable String warning, OnServer onServer) {
        Instant at = clock.instant();
        Condition condition =
                warning == null ? now.condition().worked(at) : now.condition().warned(warning, at);
        now = new Now(state, condition, null, onServer);
    }

    /**
     * It does not work.
     *
     * @param error a text key
     * @param pause until it is tried again, null where it is not
     */
    void failed(String error, @Nullable Duration pause) {
        Instant at = clock.instant();
        Instant next = pause == null ? null : at.plus(pause);
        now = new Now(FAILED, now.condition().failed(error, at), next, now.onServer());
    }
}
