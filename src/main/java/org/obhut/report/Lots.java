package org.obhut.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secret lots that fall the same way whenever they are drawn: HMAC-SHA256 under a random key, over what is drawn for. */
final class Lots {

    private final Mac mac;
    private final String quarter;

    /** @param seed random, known to the database alone */
    Lots(UUID seed, Period quarter) {
        byte[] key = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(seed.getMostSignificantBits())
                .putLong(seed.getLeastSignificantBits())
                .array();
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.quarter = quarter.toString();
    }

    /** A number from 0 up to, and without, a bound. The bias by the remainder is below 2^-30 for any number of contacts. */
    long draw(String what, long bound) {
        byte[] lot = mac.doFinal((quarter + '\n' + what).getBytes(StandardCharsets.UTF_8));
        return Long.remainderUnsigned(ByteBuffer.wrap(lot).getLong(), bound);
    }

    /** A place in an order that says nothing. */
    long place(String what) {
        return draw(what, Long.MAX_VALUE);
    }
}
