package org.obhut.attachment;

import java.io.Serial;

/** Metadata can't be taken out of these bytes; carries no byte of them. */
final class CannotClean extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Metadata state;

    private CannotClean(Metadata state) {
        super(state.name(), null, false, false);
        this.state = state;
    }

    /** The picture is cut off, or not what its first bytes say. */
    static CannotClean damaged() {
        return new CannotClean(Metadata.DAMAGED);
    }

    /** The picture may be sound, but is built in a way that this program would rather not touch. */
    static CannotClean unsafe() {
        return new CannotClean(Metadata.KEPT);
    }

    Metadata state() {
        return state;
    }
}
