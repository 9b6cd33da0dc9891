package org.obhut.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where an envelope belongs. Goes into its associated data, so that it opens nowhere else. Each kind has fields of fixed
 * length (text comes last), so no two places read the same.
 *
 * @param words the place in ids alone, for error messages
 */
record Binding(byte kind, byte[] place, String words) {

    private static final int ITEM_KEY = 1;
    private static final int ITEM_PART = 2;
    private static final int SEGMENT = 3;
    private static final int SEAL = 4;
    private static final int EPOCH_SEAL = 5;
    private static final int SETTING = 6;
    private static final int DISPATCH = 7;
    private static final int FACT = 8;
    private static final int PERSON_ROOT = 9;

    static Binding itemKey(UUID file, UUID item) {
        return new Binding(ITEM_KEY, buffer(32, file, item), "key of item " + item + " in file " + file);
    }

    static Binding part(UUID file, UUID item, Part part) {
        ByteBuffer place = buffer(33, file, item).put(part.code());
        return new Binding(ITEM_PART, place, part + " of item " + item + " in file " + file);
    }

    static Binding segment(UUID file, UUID item, Part part, UUID stream, int index, boolean last) {
        ByteBuffer place = buffer(54, file, item, stream).put(part.code()).putInt(index);
        place.put((byte) (last ? 1 : 0));
        String end = last ? " (the last)" : "";
        return new Binding(
                SEGMENT, place, part + " segment " + index + end + " of stream " + stream + " in file " + file);
    }

    static Binding seal(UUID file, UUID reader) {
        return new Binding(SEAL, buffer(32, file, reader), "seal of file " + file + " for reader " + reader);
    }

    static Binding epochSeal(UUID file, UUID reader, int epoch) {
        ByteBuffer place = buffer(36, file, reader).putInt(epoch);
        return new Binding(
                EPOCH_SEAL, place, "seal of file " + file + " for reader " + reader + " under epoch " + epoch);
    }

    static Binding setting(String context) {
        return new Binding(SETTING, ByteBuffer.wrap(context.getBytes(StandardCharsets.UTF_8)), "setting");
    }

    static Binding dispatch(UUID row) {
        return new Binding(DISPATCH, buffer(16, row), "outgoing mail " + row);
    }

    /** An outgoing mail of which only the envelope is at hand. */
    static Binding dispatch() {
        return new Binding(DISPATCH, ByteBuffer.allocate(0), "outgoing mail");
    }

    static Binding fact() {
        return new Binding(FACT, ByteBuffer.allocate(0), "staged fact");
    }

    static Binding personRoot(UUID person) {
        return new Binding(PERSON_ROOT, buffer(16, person), "root of person " + person);
    }

    private Binding(int kind, ByteBuffer place, String words) {
        this((byte) kind, place.array(), words);
    }

    /** Header and place: everything that is authenticated beside the content. */
    byte[] associatedData(byte[] header) {
        return ByteBuffer.allocate(header.length + 1 + place.length)
                .put(header)
                .put(kind)
                .put(place)
                .array();
    }

    private static ByteBuffer buffer(int size, UUID... ids) {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (UUID id : ids) {
            buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return buffer;
    }
}
