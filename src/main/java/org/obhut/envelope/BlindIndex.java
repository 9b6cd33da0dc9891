package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Lookup values: 16 bytes, HMAC-SHA-256 of label and value under the index key, encrypted as one AES block under the epoch's key,
 * so that the weekly change of keys needs no clear value.
 */
@ApplicationScoped
public class BlindIndex {

    /** What a value is; part of the hash, so that equal texts of two kinds do not meet. */
    public enum Label {
        MESSAGE_ID,
        REPLY_TOKEN,
        IDENTITY,
        PARTICIPANT
    }

    /** A lookup value and the epoch whose key it is under. */
    public record Value(int epoch, byte[] bytes) {}

    /** The value to store, under the current epoch. */
    public Value value(Label label, String... parts) {
        throw new UnsupportedOperationException();
    }

    /** The values under every epoch that rows may still have, newest first; to search with. */
    public List<Value> candidates(Label label, String... parts) {
        throw new UnsupportedOperationException();
    }

    /** The same value under the current epoch. */
    public Value advanced(Value value) {
        throw new UnsupportedOperationException();
    }

    /** A version-4 UUID that is the same for the same parts: the id of an item whose request may come twice. */
    public java.util.UUID id(String... parts) {
        throw new UnsupportedOperationException();
    }
}
