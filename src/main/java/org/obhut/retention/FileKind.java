package org.obhut.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One kind of sealed file, brought by the feature that makes such files: which of them there are and when they end. */
public interface FileKind {

    Kind kind();

    /**
     * Files that end by this day, those that are due longest first.
     *
     * @param except not these
     * @param most so many at once
     */
    List<UUID> due(LocalDate day, Collection<UUID> except, int most);

    /**
     * Locks the file's row until the transaction ends, if nobody else has it and it still ends by this day. Nothing can be added to
     * the file from then on.
     */
    boolean takeDue(UUID file, LocalDate day);

    /** Locks the file's row until the transaction ends; waits for whoever holds it. False where there is no such file. */
    boolean take(UUID file);

    /** The ids of all files of this kind. */
    Set<UUID> all();
}
