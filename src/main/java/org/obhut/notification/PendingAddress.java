package org.obhut.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An address that waits for the code that was mailed to it. Sealed as {@code seconds since 1970 LF code LF address}.
 *
 * @param code six digits
 * @param until when the code ends
 */
record PendingAddress(String address, String code, Instant until) {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int CODES = 1_000_000;

    static PendingAddress of(String address, Instant now, SecureRandom random) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        return new PendingAddress(address, code, now.plus(LIFE));
    }

    byte[] packed() {
        return (until.getEpochSecond() + "\n" + code + "\n" + address).getBytes(StandardCharsets.UTF_8);
    }

    static PendingAddress unpacked(byte[] packed) {
        String[] parts = new String(packed, StandardCharsets.UTF_8).split("\n", 3);
        return new PendingAddress(parts[2], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    /** Takes the same time for every wrong code. */
    boolean confirmedBy(String typed, Instant now) {
        byte[] digits = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        return now.isBefore(until) && MessageDigest.isEqual(digits, code.getBytes(StandardCharsets.UTF_8));
    }

    /** Neither address nor code in a log. */
    @Override
    public String toString() {
        return "PendingAddress[until " + until + "]";
    }
}
