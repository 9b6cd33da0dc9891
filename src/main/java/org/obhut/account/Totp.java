package org.obhut.account;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, steps of 30 seconds, 6 digits. A code of the
 * step before or after is taken too, for clocks that are a little off (section 5.2).
 */
final class Totp {

    /** Bytes of a secret, as long as the hash (RFC 4226, section 4, R6). */
    static final int SECRET = 20;

    private static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    /** The step of now, or a neighbouring one, to which a code belongs; empty where to none. Takes the same time for every code. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> same(code(secret, step), code))
                .max();
    }

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // Dynamic truncation: RFC 4226, section 5.3.
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is not at hand", e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret as people type it into an app: base32 (RFC 4648, section 6), 32 characters. */
    static String text(byte[] secret) {
        BigInteger number = new BigInteger(1, secret);
        StringBuilder text = new StringBuilder();
        for (int shift = SECRET * Byte.SIZE - BITS; shift >= 0; shift -= BITS) {
            text.append(BASE32.charAt(number.shiftRight(shift).intValue() & (BASE32.length() - 1)));
        }
        return text.toString();
    }

    /** The secret of such a text, blanks and case aside. @throws IllegalArgumentException where it is none */
    static byte[] secret(String text) {
        String letters = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!letters.matches("[A-Z2-7]{32}")) {
            throw new IllegalArgumentException("no secret of 160 bits");
        }
        BigInteger number = BigInteger.ZERO;
        for (char letter : letters.toCharArray()) {
            number = number.shiftLeft(BITS).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        byte[] bytes = new byte[SECRET];
        byte[] found = number.toByteArray();
        int length = Math.min(SECRET, found.length);
        System.arraycopy(found, found.length - length, bytes, SECRET - length, length);
        return bytes;
    }
}
