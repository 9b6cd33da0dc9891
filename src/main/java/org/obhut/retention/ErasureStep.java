package org.obhut.retention;

import java.util.UUID;

/** What one feature has to do when a sealed file ends. Seals and lookups go after all steps, in the same transaction. */
public interface ErasureStep {

    /** Whether something of the file must not be lost yet, such as a reply on its way: it is asked again at the next run. */
    default boolean holds(UUID file) {
        return false;
    }

    /** Deletes whatever the feature has of the file, and tells those who see it. Nothing happens where it has nothing. */
    void erase(UUID file);
}
