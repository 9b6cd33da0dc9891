package org.obhut.envelope;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** The same bytes at every run: SHA-256 of a counter. For tests of the format only. */
public final class FixedRandom extends SecureRandom {

    private final String seed;
    private long counter;

    public FixedRandom(String seed) {
        this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            byte[] block = block();
            out.put(block, 0, Math.min(block.length, out.remaining()));
        }
    }

    private byte[] block() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest((seed + "/" + counter++).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
