package org.obhut.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.retention.Kind;
import org.obhut.ticket.RetentionPolicy;

/**
 * How long tickets are kept, mailbox by mailbox, and what the erasure did lately.
 *
 * @param lastRun of the erasure, null before the first
 * @param late whether it should have come again by now
 * @param lately what ended within 30 days, by number
 */
public record PeriodsPage(List<Mailbox> mailboxes, @Nullable Instant lastRun, boolean late, Map<Kind, Long> lately) {

    /**
     * A mailbox and its periods.
     *
     * @param wrong the field that was refused, null where none was
     */
    public record Mailbox(
            String address,
            RetentionPolicy policy,
            @Nullable String wrong) {}
}
