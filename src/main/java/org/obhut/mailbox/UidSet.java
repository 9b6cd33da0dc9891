package org.obhut.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** UIDs in the form of RFC 9051's sequence-set: {@code 4:7,9}. */
final class UidSet {

    /** Longer command lines are refused by some servers. */
    private static final int MOST_RANGES = 200;

    private UidSet() {}

    /** The UIDs as few sets, each short enough for one command. */
    static List<String> of(Collection<Long> uids) {
        List<String> ranges = new ArrayList<>();
        Long first = null;
        Long last = null;
        for (Long uid : new TreeSet<>(uids)) {
            if (last != null && uid == last + 1) {
                last = uid;
                continue;
            }
            if (last != null) {
                ranges.add(range(first, last));
            }
            first = uid;
            last = uid;
        }
        if (last != null) {
            ranges.add(range(first, last));
        }
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i += MOST_RANGES) {
            sets.add(String.join(",", ranges.subList(i, Math.min(ranges.size(), i + MOST_RANGES))));
        }
        return sets;
    }

    private static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + ":" + last;
    }
}
