package org.obhut.console;

import java.util.List;
import java.util.UUID;

/**
 * What became of a wish for several tickets.
 *
 * @param act what was wished, ending of the texts' keys
 * @param undo what to post so as to take it back, empty where it can't be
 */
public record BulkResult(String act, int done, List<Left> left, List<String> undo) {

    /** A ticket that is as it was. @param reason ending of the text's key */
    public record Left(UUID ticket, String reason) {}
}
