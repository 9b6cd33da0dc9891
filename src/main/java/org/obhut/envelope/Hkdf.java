package org.obhut.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HKDF-SHA-256 (RFC 5869). Every key that seals or verifies comes out of here under a label of its own. */
public final class Hkdf {

    /** Names product and format, so that no other program's derivation from the same secret meets ours. */
    private static final byte[] SALT = ascii("org.obhut/1");

    private static final int BLOCK = 32;

    private Hkdf() {}

    /** 32 bytes for a label. The caller wipes them. */
    public static byte[] key(byte[] secret, String label) {
        return derive(secret, SALT, ascii(label), 32);
    }

    /** At most 255 blocks of 32 bytes. By the JDK's HMAC, which runs on the processor's own instructions. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] pseudorandom = Hmac.sha256(salt, secret);
        byte[] out = new byte[length];
        byte[] block = {};
        try {
            for (int at = 0, number = 1; at < length; at += BLOCK, number++) {
                byte[] message = Arrays.copyOf(block, block.length + info.length + 1);
                System.arraycopy(info, 0, message, block.length, info.length);
                message[message.length - 1] = (byte) number;
                Arrays.fill(block, (byte) 0);
                block = Hmac.sha256(pseudorandom, message);
                Arrays.fill(message, (byte) 0);
                System.arraycopy(block, 0, out, at, Math.min(BLOCK, length - at));
            }
            return out;
        } finally {
            Arrays.fill(pseudorandom, (byte) 0);
            Arrays.fill(block, (byte) 0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
