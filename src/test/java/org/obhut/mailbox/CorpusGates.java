package org.obhut.mailbox;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The least share of each expectation of the corpus that must hold, of the rows that nothing is known against: the one place for
 * it. What gets through a running Obhut is held to the same rows, as each that differs is listed ({@link CorpusMisses}).
 */
public final class CorpusGates {

    private static final double USUAL = 0.97;

    /** Where a reply's own text ends people differ, too. */
    private static final double REPLY = 0.92;

    private static final Map<String, Double> SHARES = Map.ofEntries(
            Map.entry("parsed", 1.0),
            Map.entry("subject", USUAL),
            Map.entry("from_addr", USUAL),
            Map.entry("from_name", USUAL),
            Map.entry("text_contains", USUAL),
            Map.entry("attachments", USUAL),
            Map.entry("attachment_count", USUAL),
            Map.entry("leaf_parts", USUAL),
            Map.entry("nested_messages", USUAL),
            Map.entry("is_auto_reply", USUAL),
            Map.entry("is_bounce", USUAL),
            Map.entry("is_dsn", USUAL),
            Map.entry("is_feedback_report", USUAL),
            Map.entry("kept", REPLY),
            Map.entry("folded", REPLY),
            Map.entry("reply_starts_with", REPLY),
            Map.entry("reply_not_contains", REPLY));

    private CorpusGates() {}

    /** The expectations that have a gate. */
    public static Set<String> names() {
        return SHARES.keySet();
    }

    /** Whether so many of all are enough. */
    public static boolean passes(String name, int held, int all) {
        return held >= Objects.requireNonNull(SHARES.get(name), name) * all;
    }
}
