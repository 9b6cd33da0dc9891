package org.obhut.envelope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An X-Wing public key (1,216 bytes) in its encoded form. Its bytes are public; equal bytes are equal keys. */
public record SealingKey(byte[] encoded) {

    /** @throws EnvelopeException where the length is not that of an X-Wing key */
    public SealingKey {
        if (encoded.length != Hpke.PUBLIC_KEY) {
            throw new EnvelopeException("public key has " + encoded.length + " bytes, not " + Hpke.PUBLIC_KEY);
        }
        encoded = encoded.clone();
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    public Fingerprint fingerprint() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("org.obhut/1 fingerprint".getBytes(StandardCharsets.US_ASCII));
            return new Fingerprint(HexFormat.of().formatHex(sha256.digest(encoded)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not at hand", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealingKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "SealingKey[" + fingerprint().hex().substring(0, 16) + "]";
    }
}
