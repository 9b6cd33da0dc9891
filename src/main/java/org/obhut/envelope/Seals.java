package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The seal rows. Part of the caller's transaction. */
@ApplicationScoped
public class Seals {

    /** Stores a seal; one that stood there for the same file and reader is replaced. */
    public void put(Seal seal) {
        throw new UnsupportedOperationException();
    }

    /** A seal of the file for one of these readers; empty where none of them may read it. */
    public Optional<Seal> find(UUID file, Set<UUID> readers) {
        throw new UnsupportedOperationException();
    }

    /** For each of the files that one of these readers may read, one seal. */
    public Map<UUID, Seal> find(Collection<UUID> files, Set<UUID> readers) {
        throw new UnsupportedOperationException();
    }

    /** Who may read a file. */
    public List<UUID> readers(UUID file) {
        throw new UnsupportedOperationException();
    }

    /** Ends a reader's right to a file. */
    public void remove(UUID file, UUID reader) {
        throw new UnsupportedOperationException();
    }

    /** Ends all rights to a file: the first step of its erasure. */
    public void removeAll(UUID file) {
        throw new UnsupportedOperationException();
    }
}
