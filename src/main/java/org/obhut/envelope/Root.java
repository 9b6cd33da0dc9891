package org.obhut.envelope;

import java.security.SecureRandom;

/** The 32 random bytes from which all keys of one sealed file, person, team or team's leads are derived; wiped by {@link #close()}. */
public final class Root implements AutoCloseable {

    private final byte[] bytes;

    private Root(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Root random(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new Root(bytes);
    }

    /** The X-Wing public key derived from this root, under which others can seal to its holder. */
    public SealingKey sealingKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        java.util.Arrays.fill(bytes, (byte) 0);
    }
}
