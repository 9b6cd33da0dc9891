package org.obhut.envelope;

/** An X-Wing public key (1,216 bytes) in its encoded form. */
public record SealingKey(byte[] encoded) {

    public Fingerprint fingerprint() {
        throw new UnsupportedOperationException();
    }
}
