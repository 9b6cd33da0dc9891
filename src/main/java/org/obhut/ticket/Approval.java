package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket's replies stand with second readers.
 *
 * @param needed whether the caller's own replies need one
 * @param mayApprove whether the caller may be the second reader of others
 * @param waits whether the caller's own draft waits for one
 * @param returned with which words it came back, null where it did not
 * @param others what waits for somebody else than its writer
 */
public record Approval(
        boolean needed,
        boolean mayApprove,
        boolean waits,
        @Nullable String returned,
        List<Submitted> others) {

    /** Nobody has to read anything. */
    public static final Approval NONE = new Approval(false, false, false, null, List.of());

    /**
     * A reply that waits.
     *
     * @param author sign-in name of who wrote it
     * @param at when it was handed over
     */
    public record Submitted(UUID person, String author, Instant at, Draft words, List<KeptDraft.File> files) {}
}
