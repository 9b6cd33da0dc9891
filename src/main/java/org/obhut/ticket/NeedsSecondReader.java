package org.obhut.ticket;

import org.obhut.platform.InvalidInput;

/** A mail that must not go out before somebody else has read it. */
public final class NeedsSecondReader extends InvalidInput {

    private static final long serialVersionUID = 1;

    NeedsSecondReader() {
        super("approval", "needs-second-reader");
    }
}
