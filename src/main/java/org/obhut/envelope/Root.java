package org.obhut.envelope;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The 32 random bytes from which all keys of one sealed file, person, team or team's leads are derived; wiped by
 * {@link #close()}, after which every use is refused: a wiped root must not seal anything under a key of zeros.
 */
public final class Root implements AutoCloseable {

    static final int LENGTH = 32;

    private final byte[] bytes;
    private boolean closed;

    private Root(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Root random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Root(bytes);
    }

    /** Takes the bytes over. */
    static Root of(byte[] bytes, Binding binding) {
        if (bytes.length != LENGTH) {
            throw new EnvelopeException(binding.words() + " holds no root");
        }
        return new Root(bytes);
    }

    /** Takes the bytes over, of which each 32 are a root. */
    static Root of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a root of " + bytes.length + " bytes");
        }
        return new Root(bytes);
    }

    /** The X-Wing public key derived from this root, under which others can seal to its holder. */
    public SealingKey sealingKey() {
        return with("x-wing", Hpke::publicKey);
    }

    /** HMAC-SHA-256 of a message under a key of this root and purpose; shows that its holder wrote the message. */
    public byte[] authenticate(String purpose, byte[] message) {
        return with("authentic/" + purpose, key -> Hmac.sha256(key, message));
    }

    /** Whether {@link #authenticate} gave this code; takes the same time whatever differs. */
    public boolean authentic(String purpose, byte[] message, byte[] code) {
        return MessageDigest.isEqual(authenticate(purpose, message), code);
    }

    /** Uses the X-Wing seed and wipes it. */
    <T> T withSeed(Function<byte[], T> use) {
        return with("x-wing", use);
    }

    /** Uses the symmetric key of a purpose and wipes it. */
    <T> T withKey(String purpose, Function<byte[], T> use) {
        return with("symmetric/" + purpose, use);
    }

    /** Uses the root itself, to seal it to a reader, and wipes the copy. */
    <T> T withBytes(Function<byte[], T> use) {
        return wiped(copy(), use);
    }

    private <T> T with(String label, Function<byte[], T> use) {
        return withBytes(root -> wiped(Hkdf.key(root, label), use));
    }

    private static <T> T wiped(byte[] key, Function<byte[], T> use) {
        try {
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private synchronized byte[] copy() {
        if (closed) {
            throw new EnvelopeException("root is wiped");
        }
        return bytes.clone();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }
}
