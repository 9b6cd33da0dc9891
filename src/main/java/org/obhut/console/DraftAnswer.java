package org.obhut.console;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.DraftElsewhere;

/** What a window is told whose draft was to be kept: which revision there is now. */
final class DraftAnswer {

    /** The revision, empty where there is no draft. */
    static final String REVISION = "X-Obhut-Draft";

    private DraftAnswer() {}

    static Response kept(@Nullable UUID revision) {
        return Response.noContent().header(REVISION, word(revision)).build();
    }

    static Response elsewhere(DraftElsewhere trouble) {
        return Response.status(409).header(REVISION, word(trouble.revision())).build();
    }

    static String word(@Nullable UUID revision) {
        return revision == null ? "" : revision.toString();
    }
}
