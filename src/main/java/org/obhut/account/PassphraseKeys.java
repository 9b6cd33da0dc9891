package org.obhut.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.obhut.envelope.Hkdf;

/**
 * What one run of Argon2id makes of a passphrase: the key under which the person's root is sealed, and the verifier of which the
 * database keeps a hash. Neither tells anything about the other.
 */
record PassphraseKeys(byte[] rootKey, byte[] verifier) implements AutoCloseable {

    private static final int LENGTH = 32;

    /** @param pepper Argon2's secret value (RFC 9106, 3.1); stays the caller's to wipe, as does the passphrase */
    static PassphraseKeys derive(char[] passphrase, byte[] salt, byte[] pepper, Argon2Cost cost) {
        byte[] text = utf8(passphrase);
        byte[] secret = new byte[LENGTH];
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .withSecret(pepper)
                    .build());
            argon2.generateBytes(text, secret);
            return new PassphraseKeys(Hkdf.key(secret, "passphrase/root"), Hkdf.key(secret, "passphrase/verifier"));
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** What the database keeps. The verifier is as random as its input is hard to guess, so a plain hash will do. */
    byte[] verifierHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(verifier);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not at hand", e);
        }
    }

    boolean verifiedBy(byte[] hash) {
        return MessageDigest.isEqual(verifierHash(), hash);
    }

    @Override
    public void close() {
        Arrays.fill(rootKey, (byte) 0);
        Arrays.fill(verifier, (byte) 0);
    }

    /** In the composed form (NFC), so that an umlaut is the same from every keyboard. */
    private static byte[] utf8(char[] passphrase) {
        CharBuffer chars = CharBuffer.wrap(passphrase);
        if (!Normalizer.isNormalized(chars, Normalizer.Form.NFC)) {
            chars = CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC));
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(chars);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
