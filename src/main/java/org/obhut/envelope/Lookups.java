package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that find a file by a keyed hash. Part of the caller's transaction; every method first takes the epoch lock shared,
 * so that no row is written beside a change of keys.
 */
@ApplicationScoped
public class Lookups {

    /** What a lookup value leads to. Scope is a mailbox for {@link BlindIndex.Label#IDENTITY}, else whatever the writer chose. */
    public record Hit(UUID file, UUID item, @Nullable UUID scope) {}

    /**
     * Stores a lookup value.
     *
     * @return false where the same {@link BlindIndex.Label#IDENTITY} is already there for this scope: the mail is a duplicate
     */
    public boolean add(BlindIndex.Label label, UUID file, UUID item, @Nullable UUID scope, String... parts) {
        throw new UnsupportedOperationException();
    }

    /** Everything stored under the same label and parts. */
    public List<Hit> find(BlindIndex.Label label, String... parts) {
        throw new UnsupportedOperationException();
    }

    /** Whether the file has this value, e.g. this participant. */
    public boolean has(UUID file, BlindIndex.Label label, String... parts) {
        throw new UnsupportedOperationException();
    }

    /** Removes a file's values; identities stay, they outlive the ticket until the mail is gone from the server. */
    public void removeAll(UUID file) {
        throw new UnsupportedOperationException();
    }

    /** Removes an item's value. */
    public void remove(BlindIndex.Label label, UUID item) {
        throw new UnsupportedOperationException();
    }
}
