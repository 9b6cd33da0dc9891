package org.obhut.envelope;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The opened roots of one signed-in person (own, teams', leads'), in memory only; every root is wiped by {@link #close()}. */
public final class Keyring implements AutoCloseable {

    private final Map<UUID, Root> roots = new HashMap<>();
    private boolean closed;

    /** Takes over the root and wipes it with the keyring. @throws EnvelopeException where the keyring is wiped already; so is the root then */
    public synchronized void add(UUID reader, Root root) {
        if (closed) {
            root.close();
            throw new EnvelopeException("keyring is wiped");
        }
        Root former = roots.put(reader, root);
        if (former != null && former != root) {
            former.close();
        }
    }

    /** The readers whose seals this keyring opens. */
    public synchronized Set<UUID> readers() {
        return Set.copyOf(roots.keySet());
    }

    /** The root of a reader. @throws EnvelopeException where it is not held or the keyring is wiped. Not to be closed by the caller. */
    public synchronized Root root(UUID reader) {
        if (closed) {
            throw new EnvelopeException("keyring is wiped");
        }
        Root root = roots.get(reader);
        if (root == null) {
            throw new EnvelopeException("keyring holds no root of reader " + reader);
        }
        return root;
    }

    @Override
    public synchronized void close() {
        closed = true;
        roots.values().forEach(Root::close);
        roots.clear();
    }
}
