package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lookup values: 16 bytes, HMAC-SHA-256 of label and value under the index key, encrypted as one AES block under the epoch's key,
 * so that the weekly change of keys needs no clear value.
 */
@ApplicationScoped
public class BlindIndex {

    /** What a value is; part of the hash, so that equal texts of two kinds do not meet. */
    public enum Label {
        MESSAGE_ID(1),
        REPLY_TOKEN(2),
        IDENTITY(3),
        PARTICIPANT(4),
        CENTRE(5),
        REPLACED(6),
        SPOKEN(7);

        private final byte code;

        Label(int code) {
            this.code = (byte) code;
        }

        /** An address, which is hashed with its file's id: there is no index of addresses across files. */
        boolean withinFile() {
            return this == PARTICIPANT || this == CENTRE || this == REPLACED;
        }

        /** The number in hashes and rows; never reused. */
        byte code() {
            return code;
        }
    }

    /** A lookup value and the epoch whose key it is under. */
    public record Value(int epoch, byte[] bytes) {}

    private static final int BLOCK = 16;
    private static final byte ID = 0;

    private final KeyStore keys;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected BlindIndex() {
        this.keys = null;
    }

    @Inject
    public BlindIndex(KeyStore keys) {
        this.keys = keys;
    }

    /** The value to store, under the current epoch. */
    public Value value(Label label, String... parts) {
        return under(keys.currentEpoch(), hash(label.code(), parts));
    }

    /** The values under every epoch that rows may still have, newest first; to search with. */
    public List<Value> candidates(Label label, String... parts) {
        byte[] hash = hash(label.code(), parts);
        return keys.epochs().numbers().descendingSet().stream()
                .map(epoch -> under(epoch, hash))
                .toList();
    }

    /** The same value under the current epoch. */
    public Value advanced(Value value) {
        return under(keys.currentEpoch(), block(Cipher.DECRYPT_MODE, value.epoch(), value.bytes()));
    }

    /** A version-4 UUID that is the same for the same parts: the id of an item whose request may come twice. */
    public UUID id(String... parts) {
        return RandomId.of(hash(ID, parts));
    }

    private Value under(int epoch, byte[] hash) {
        return new Value(epoch, block(Cipher.ENCRYPT_MODE, epoch, hash));
    }

    /** One block that is a hash already, so no two values share a pattern: the bare permutation is what is wanted. */
    private byte[] block(int mode, int epoch, byte[] bytes) {
        byte[] key = keys.epochs().key(epoch, "lookups");
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not at hand, or a value is not of 16 bytes", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] hash(byte label, String... parts) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(message)) {
            out.writeByte(label);
            for (String part : parts) {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps ("ab", "c") and ("a", "bc") apart.
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] key = keys.key(KeyStore.Permanent.INDEX, "lookups");
        try {
            return Arrays.copyOf(Hmac.sha256(key, message.toByteArray()), BLOCK);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
