package org.obhut.codelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a list.
 *
 * @param before null where it is a new value, or the order
 * @param after null where it is the order
 */
public record CodeListChange(
        Kind kind, @Nullable Code before, @Nullable Code after) {

    public enum Kind {
        ADDED,
        RENAMED,
        RETIRED,
        /** Offered again. */
        OFFERED,
        /** Those that both have stand in another order. */
        ORDERED
    }

    /** What makes a list of an earlier version the later one. */
    public static List<CodeListChange> between(CodeList before, CodeList after) {
        List<CodeListChange> changes = new ArrayList<>();
        for (Code now : after.codes()) {
            Optional<Code> then = before.find(now.key());
            if (then.isEmpty()) {
                changes.add(new CodeListChange(Kind.ADDED, null, now));
                continue;
            }
            if (!now.equals(then.get().named(now.german(), now.english()))) {
                changes.add(new CodeListChange(now.retired() ? Kind.RETIRED : Kind.OFFERED, then.get(), now));
            }
            if (!now.german().equals(then.get().german())
                    || !now.english().equals(then.get().english())) {
                changes.add(new CodeListChange(Kind.RENAMED, then.get(), now));
            }
        }
        if (!order(before, after).equals(order(after, before))) {
            changes.add(new CodeListChange(Kind.ORDERED, null, null));
        }
        return changes;
    }

    /** The keys that both offer, in the order of the one. */
    private static List<String> order(CodeList one, CodeList other) {
        return one.offered().stream().map(Code::key).filter(other::offers).toList();
    }
}
