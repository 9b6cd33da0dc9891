package org.obhut.envelope;

/** How an envelope is sealed. Codes are stored and never reused. */
enum Suite {
    /** HPKE base mode (RFC 9180) with X-Wing, HKDF-SHA-256 and AES-256-GCM. */
    HPKE_X_WING(1),
    /** AES-256-GCM with a random 96-bit nonce. */
    AES_256_GCM(2);

    private final byte code;

    Suite(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
