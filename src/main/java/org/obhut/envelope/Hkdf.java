package org.obhut.envelope;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF-SHA-256 (RFC 5869). Every key that seals or verifies comes out of here under a label of its own. */
public final class Hkdf {

    /** Names product and format, so that no other program's derivation from the same secret meets ours. */
    private static final byte[] SALT = ascii("org.obhut/1");

    private Hkdf() {}

    /** 32 bytes for a label. The caller wipes them. */
    public static byte[] key(byte[] secret, String label) {
        return derive(secret, SALT, ascii(label), 32);
    }

    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(secret, salt, info));
        byte[] out = new byte[length];
        generator.generateBytes(out, 0, length);
        return out;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
