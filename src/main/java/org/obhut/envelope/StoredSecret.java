package org.obhut.envelope;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/** 32 random bytes of the key store and when they were made: {@code version (1) | made (8, seconds) | secret (32) | check (8)}. */
record StoredSecret(Instant made, byte[] bytes) {

    private static final byte VERSION = 1;
    private static final int LENGTH = 32;
    private static final int CHECK = 8;

    static StoredSecret random(SecureRandom random, Instant now) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new StoredSecret(Instant.ofEpochSecond(now.getEpochSecond()), bytes);
    }

    byte[] encoded() {
        byte[] body = ByteBuffer.allocate(1 + 8 + LENGTH)
                .put(VERSION)
                .putLong(made.getEpochSecond())
                .put(bytes)
                .array();
        return ByteBuffer.allocate(body.length + CHECK)
                .put(body)
                .put(check(body))
                .array();
    }

    /** @throws KeyStoreRefused where a byte is damaged: a wrong secret would look like damaged tickets */
    static StoredSecret decoded(String name, byte[] encoded) {
        int end = 1 + 8 + LENGTH;
        byte[] body = Arrays.copyOf(encoded, end);
        boolean whole = encoded.length == end + CHECK
                && encoded[0] == VERSION
                && Arrays.equals(check(body), Arrays.copyOfRange(encoded, end, end + CHECK));
        if (!whole) {
            throw new KeyStoreRefused("the key store's file " + name + " is damaged");
        }
        Instant made = Instant.ofEpochSecond(ByteBuffer.wrap(encoded).getLong(1));
        return new StoredSecret(made, Arrays.copyOfRange(encoded, 9, end));
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    /** Against a damaged disk, not against a forger. Keyed by the secret, so that it tells nothing about it. */
    private static byte[] check(byte[] body) {
        return Arrays.copyOf(Hmac.sha256(Arrays.copyOfRange(body, 9, body.length), body), CHECK);
    }
}
