package org.obhut.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The draft was written on, sent or discarded in another window. Nothing was kept. */
public final class DraftElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable UUID revision;

    DraftElsewhere(@Nullable UUID revision) {
        super("draft written elsewhere", null, false, false);
        this.revision = revision;
    }

    /** What is kept now, null where there is none. */
    public @Nullable UUID revision() {
        return revision;
    }
}
