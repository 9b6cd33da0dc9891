package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes, opens, settles and advances seals; the only class that applies the epoch layer. */
@ApplicationScoped
public class Sealer {

    /** Seals a root to a reader by HPKE and under the current epoch. */
    public Seal seal(Root root, java.util.UUID file, ReaderKey reader) {
        throw new UnsupportedOperationException();
    }

    /** Opens a seal with the reader's own root. @throws EnvelopeException where it was swapped, cut, altered or its epoch is gone */
    public Root open(Seal seal, Root readerRoot) {
        throw new UnsupportedOperationException();
    }

    /** The same seal with its HPKE layer replaced by a symmetric one; empty where it is settled already. */
    public Optional<Seal> settled(Seal seal, Root readerRoot) {
        throw new UnsupportedOperationException();
    }

    /** The same seal under the current epoch; no reader's key is needed. */
    public Seal advanced(Seal seal) {
        throw new UnsupportedOperationException();
    }
}
