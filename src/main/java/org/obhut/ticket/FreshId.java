package org.obhut.ticket;

import java.security.SecureRandom;
import java.util.UUID;

/** Random version-4 UUIDs (RFC 9562 section 5.4) from the one injected source of randomness. */
final class FreshId {

    private FreshId() {}

    static UUID from(SecureRandom random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
