package org.obhut.envelope;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Version-4 UUIDs (RFC 9562, 5.4) of bytes that are random already. */
final class RandomId {

    private RandomId() {}

    static UUID of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long high = (buffer.getLong() & ~0xf000L) | 0x4000L;
        long low = (buffer.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
