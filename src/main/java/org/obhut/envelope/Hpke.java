package org.obhut.envelope;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * Envelopes to a public key: HPKE base mode (RFC 9180) with X-Wing (draft-connolly-cfrg-xwing-kem). After the header come the
 * 1,120 bytes of encapsulation and the ciphertext.
 */
final class Hpke {

    static final int PUBLIC_KEY = 1216;

    private static final int ENCAPSULATION = 1120;
    private static final int ENCAPSULATION_SEED = 64;
    private static final int TAG = 16;
    private static final byte[] INFO = "org.obhut/1".getBytes(StandardCharsets.US_ASCII);

    private Hpke() {}

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** The public key of a 32-byte X-Wing seed. */
    static SealingKey publicKey(byte[] seed) {
        HPKE hpke = suite();
        return new SealingKey(hpke.serializePublicKey(keyPair(hpke, seed).getPublic()));
    }

    static byte[] seal(SealingKey to, Binding binding, byte[] clear, SecureRandom random) {
        HPKE hpke = suite();
        byte[] header = Envelope.header(Suite.HPKE_X_WING, 0);
        // The encapsulation's randomness comes from our own source, not from the library's.
        byte[] seed = new byte[ENCAPSULATION_SEED];
        random.nextBytes(seed);
        try {
            HPKEContextWithEncapsulation context = hpke.setupBaseS(hpke.deserializePublicKey(to.encoded()), INFO, seed);
            byte[] encapsulation = context.getEncapsulation();
            byte[] sealed = context.seal(binding.associatedData(header), clear);
            byte[] envelope = Arrays.copyOf(header, header.length + encapsulation.length + sealed.length);
            System.arraycopy(encapsulation, 0, envelope, header.length, encapsulation.length);
            System.arraycopy(sealed, 0, envelope, header.length + encapsulation.length, sealed.length);
            return envelope;
        } catch (InvalidCipherTextException | RuntimeException e) {
            // The library's words are not ours to repeat.
            throw new EnvelopeException(binding.words() + " can't be sealed: the public key is damaged");
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** @throws EnvelopeException where it was swapped, cut, altered or is to another key */
    static byte[] open(byte[] seed, Binding binding, byte[] envelope) {
        if (Envelope.suite(envelope, binding) != Suite.HPKE_X_WING) {
            throw new EnvelopeException(binding.words() + " is of another suite than its place allows");
        }
        int start = Envelope.HEADER + ENCAPSULATION;
        if (envelope.length < start + TAG) {
            throw new EnvelopeException(binding.words() + " is cut");
        }
        HPKE hpke = suite();
        byte[] header = Arrays.copyOf(envelope, Envelope.HEADER);
        byte[] encapsulation = Arrays.copyOfRange(envelope, Envelope.HEADER, start);
        byte[] sealed = Arrays.copyOfRange(envelope, start, envelope.length);
        try {
            return hpke.setupBaseR(encapsulation, keyPair(hpke, seed), INFO)
                    .open(binding.associatedData(header), sealed);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw Envelope.refused(binding);
        }
    }

    private static AsymmetricCipherKeyPair keyPair(HPKE hpke, byte[] seed) {
        return hpke.deserializePrivateKey(seed, null);
    }
}
