package org.obhut.call;

import java.time.Duration;

/** A telephone system logs calls faster than telephones ring. */
public final class TooManyCalls extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Duration retryAfter;

    TooManyCalls(Duration retryAfter) {
        super("too many calls", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
