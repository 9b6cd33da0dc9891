package org.obhut.envelope;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Someone who holds database and key store and knows no passphrase, and who does not care whether an envelope is authentic: each
 * sealed value is decrypted with every key that the key store yields under every label there is, whatever its place, and what
 * comes out is tried again, layer by layer.
 */
public final class KeyStoreAlone {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    /** Every label under which a key is derived anywhere in the product. */
    private static final List<String> LABELS = List.of(
            "operating",
            "lookups",
            "passphrases",
            "pins",
            "seals",
            "x-wing",
            "symmetric/item keys",
            "symmetric/seals",
            "passphrase/root",
            "passphrase/verifier",
            "part/1",
            "part/2",
            "part/3",
            "part/4",
            "part/5");

    private final List<byte[]> keys = new ArrayList<>();

    public KeyStoreAlone(KeyStore store) {
        for (String name : store.files().names()) {
            Optional<byte[]> secret = secret(name, store.files().read(name).orElseThrow());
            secret.ifPresent(bytes -> {
                keys.add(bytes);
                LABELS.forEach(label -> keys.add(Hkdf.key(bytes, label)));
            });
        }
    }

    /** All that a stored value can be made to say. */
    public List<byte[]> readings(byte[] stored) {
        List<byte[]> readings = new ArrayList<>();
        read(stored, readings);
        return readings;
    }

    /** Whether one of the readings contains these bytes. */
    public boolean reads(byte[] stored, byte[] wanted) {
        return readings(stored).stream().anyMatch(reading -> contains(reading, wanted));
    }

    private void read(byte[] stored, List<byte[]> readings) {
        if (stored.length < Envelope.HEADER + NONCE + TAG
                || stored[0] != Envelope.VERSION
                || stored[1] != Suite.AES_256_GCM.code()) {
            return;
        }
        for (byte[] key : keys) {
            byte[] reading = decrypted(key, stored);
            readings.add(reading);
            read(reading, readings);
        }
    }

    /** GCM without its tag: counter mode from block 2 on (NIST SP 800-38D, 7.2). */
    private static byte[] decrypted(byte[] key, byte[] envelope) {
        byte[] counter = Arrays.copyOf(Arrays.copyOfRange(envelope, Envelope.HEADER, Envelope.HEADER + NONCE), 16);
        counter[15] = 2;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            int start = Envelope.HEADER + NONCE;
            return cipher.doFinal(envelope, start, envelope.length - start - TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> secret(String name, byte[] content) {
        boolean secret = name.matches("(epoch|dispatch)-[0-9]+")
                || Stream.of(KeyStore.Permanent.values())
                        .anyMatch(permanent -> permanent.file().equals(name));
        return secret ? Optional.of(StoredSecret.decoded(name, content).bytes()) : Optional.empty();
    }

    private static boolean contains(byte[] where, byte[] what) {
        for (int i = 0; i + what.length <= where.length; i++) {
            if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }
}
