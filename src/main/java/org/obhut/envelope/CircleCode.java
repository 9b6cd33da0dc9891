package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;

/**
 * Authenticates, under a key of the key store, what intake has to believe though nobody is signed in: who belongs to a team. So
 * whoever has the database alone can't make intake seal to somebody else.
 */
@ApplicationScoped
public class CircleCode {

    private static final String LABEL = "circle";

    private final byte[] key;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CircleCode() {
        this.key = null;
    }

    @Inject
    public CircleCode(KeyStore keys) {
        this.key = keys.key(KeyStore.Permanent.PINS, LABEL);
    }

    /** HMAC-SHA-256. Who may have something authenticated is the caller's to check. */
    public byte[] of(byte[] message) {
        return Hmac.sha256(key, message);
    }

    /** Whether a code is of this message. */
    public boolean authentic(byte[] message, byte[] code) {
        return MessageDigest.isEqual(of(message), code);
    }
}
