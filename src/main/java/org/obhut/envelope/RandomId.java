package org.obhut.envelope;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Version-4 UUIDs (RFC 9562, 5.4) from a given source. */
public final class RandomId {

    private RandomId() {}

    public static UUID next(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return of(bytes);
    }

    static UUID of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long high = (buffer.getLong() & ~0xf000L) | 0x4000L;
        long low = (buffer.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
