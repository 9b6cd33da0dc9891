package org.obhut.envelope;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * One sealed file as a writer or reader sees it. Made with the root it reads and writes symmetrically; made with the public
 * key alone it can only add items, each of whose content keys is sealed by HPKE.
 */
public final class SealedFile {

    private SealedFile() {}

    /** A file whose root is at hand. The root stays the caller's to close. */
    public static SealedFile open(UUID file, Root root, SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    /** A file into which items can be put but nothing read. */
    public static SealedFile appendOnly(UUID file, SealingKey key, SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    public ItemKey newItem(UUID item) {
        throw new UnsupportedOperationException();
    }

    /** Opens an item's content key from its stored wrap. @throws EnvelopeException where the wrap is not of this file and item */
    public ItemKey item(UUID item, byte[] wrap) {
        throw new UnsupportedOperationException();
    }
}
