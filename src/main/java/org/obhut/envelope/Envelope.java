package org.obhut.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one format of everything sealed: {@code version (1) | suite (1) | key number (4) | suite's own bytes}. The header and the
 * {@link Binding} are associated data. The key number is an epoch or a day where keys of a kind follow each other, else 0.
 */
final class Envelope {

    static final byte VERSION = 1;
    static final int HEADER = 6;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    /** Looked for once: a page opens hundreds of envelopes. */
    private static final Provider PROVIDER = provider();

    private Envelope() {}

    static byte[] header(Suite suite, int keyNumber) {
        return ByteBuffer.allocate(HEADER)
                .put(VERSION)
                .put(suite.code())
                .putInt(keyNumber)
                .array();
    }

    /** The suite that an envelope names. @throws EnvelopeException where version or suite is unknown or the header is cut */
    static Suite suite(byte[] envelope, Binding binding) {
        if (envelope.length < HEADER) {
            throw new EnvelopeException(binding.words() + " is cut");
        }
        if (envelope[0] != VERSION) {
            throw new EnvelopeException(binding.words() + " has the unknown version " + (envelope[0] & 0xff));
        }
        for (Suite suite : Suite.values()) {
            if (suite.code() == envelope[1]) {
                return suite;
            }
        }
        throw new EnvelopeException(binding.words() + " has the unknown suite " + (envelope[1] & 0xff));
    }

    /** The number of the key that an envelope is under. */
    static int keyNumber(byte[] envelope, Binding binding) {
        suite(envelope, binding);
        return ByteBuffer.wrap(envelope).getInt(2);
    }

    /** Seals by AES-256-GCM under a key that no other kind of place uses. */
    static byte[] seal(byte[] key, int keyNumber, Binding binding, byte[] clear, SecureRandom random) {
        byte[] header = header(Suite.AES_256_GCM, keyNumber);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0);
            cipher.updateAAD(binding.associatedData(header));
            byte[] envelope = Arrays.copyOf(header, HEADER + NONCE + clear.length + TAG);
            System.arraycopy(nonce, 0, envelope, HEADER, NONCE);
            cipher.doFinal(clear, 0, clear.length, envelope, HEADER + NONCE);
            return envelope;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not at hand", e);
        }
    }

    /** @throws EnvelopeException where it was swapped, cut, altered or is under another key */
    static byte[] open(byte[] key, Binding binding, byte[] envelope) {
        if (suite(envelope, binding) != Suite.AES_256_GCM) {
            throw new EnvelopeException(binding.words() + " is of another suite than its place allows");
        }
        if (envelope.length < HEADER + NONCE + TAG) {
            throw new EnvelopeException(binding.words() + " is cut");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, envelope, HEADER);
            cipher.updateAAD(binding.associatedData(Arrays.copyOf(envelope, HEADER)));
            return cipher.doFinal(envelope, HEADER + NONCE, envelope.length - HEADER - NONCE);
        } catch (AEADBadTagException e) {
            throw refused(binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not at hand", e);
        }
    }

    static EnvelopeException refused(Binding binding) {
        return new EnvelopeException(binding.words() + " does not open: swapped, altered, or of another key");
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, int offset) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce, offset, NONCE));
        return cipher;
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not at hand", e);
        }
    }
}
