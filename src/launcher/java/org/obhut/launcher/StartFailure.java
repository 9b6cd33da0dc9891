package org.obhut.launcher;

import org.jspecify.annotations.Nullable;

/** A start that cannot go on. The message is for the person at the terminal: what is wrong, and what to change. */
public final class StartFailure extends Exception {

    private static final long serialVersionUID = 1;

    StartFailure(String message) {
        this(message, null);
    }

    StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
