package org.obhut.envelope;

import java.util.Set;
import java.util.UUID;

/** The opened roots of one signed-in person (own, teams', leads'), in memory only; every root is wiped by {@link #close()}. */
public final class Keyring implements AutoCloseable {

    /** Takes over the root and wipes it with the keyring. */
    public void add(UUID reader, Root root) {
        throw new UnsupportedOperationException();
    }

    /** The readers whose seals this keyring opens. */
    public Set<UUID> readers() {
        throw new UnsupportedOperationException();
    }

    /** The root of a reader. @throws EnvelopeException where it is not held or the keyring is wiped. Not to be closed by the caller. */
    public Root root(UUID reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
