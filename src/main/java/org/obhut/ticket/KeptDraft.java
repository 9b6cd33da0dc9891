package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's draft as it is kept.
 *
 * @param revision names this very state of it: whoever writes on says which one they saw; null where there is no draft
 * @param at when it was kept, null where there is none
 * @param words what was written, {@link Draft#NONE} where there is none
 * @param files what is to go along, in the order it was added
 * @param discarded whether there is one that was discarded and can be brought back
 */
public record KeptDraft(
        @Nullable UUID revision, @Nullable Instant at, Draft words, List<File> files, boolean discarded) {

    /** No draft. */
    public static final KeptDraft NONE = new KeptDraft(null, null, Draft.NONE, List.of(), false);

    /** A file of a draft; size in bytes. */
    public record File(UUID id, String name, String type, long size) {}

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return revision == null;
    }

    /** Bytes of all files together. */
    public long size() {
        return files.stream().mapToLong(File::size).sum();
    }
}
