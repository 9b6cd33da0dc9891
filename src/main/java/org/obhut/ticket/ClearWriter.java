package org.obhut.ticket;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is about to be sealed: one JSON object (RFC 8259) that begins with its format version and is filled up with
 * blanks to whole blocks, so that the size of an envelope says little about the words in it. Absent values are left out.
 */
final class ClearWriter {

    static final int VERSION = 1;
    static final JsonProvider JSON = JsonProvider.provider();

    private static final int SMALL_BLOCK = 256;
    private static final int LARGE_BLOCK = 4096;

    private final JsonObjectBuilder json = JSON.createObjectBuilder();

    static ClearWriter begin() {
        return new ClearWriter().put("v", VERSION);
    }

    private static ClearWriter nested() {
        return new ClearWriter();
    }

    ClearWriter put(String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
        return this;
    }

    ClearWriter put(String name, long value) {
        json.add(name, value);
        return this;
    }

    ClearWriter put(String name, boolean value) {
        if (value) {
            json.add(name, true);
        }
        return this;
    }

    ClearWriter put(String name, @Nullable Address address) {
        if (address != null) {
            json.add(name, nested().put("name", address.name()).put("address", address.address()).json);
        }
        return this;
    }

    ClearWriter put(String name, List<String> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(array::add);
        json.add(name, array);
        return this;
    }

    ClearWriter put(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ClearWriter object = nested();
            values.forEach(object::put);
            json.add(name, object.json);
        }
        return this;
    }

    <T> ClearWriter each(String name, List<T> values, BiConsumer<ClearWriter, T> write) {
        if (!values.isEmpty()) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            for (T value : values) {
                ClearWriter object = nested();
                write.accept(object, value);
                array.add(object.json);
            }
            json.add(name, array);
        }
        return this;
    }

    <T> ClearWriter one(String name, @Nullable T value, BiConsumer<ClearWriter, T> write) {
        if (value != null) {
            ClearWriter object = nested();
            write.accept(object, value);
            json.add(name, object.json);
        }
        return this;
    }

    byte[] bytes() {
        StringWriter text = new StringWriter();
        try (var writer = JSON.createWriter(text)) {
            writer.writeObject(json.build());
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int block = bytes.length < LARGE_BLOCK ? SMALL_BLOCK : LARGE_BLOCK;
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + block - 1) / block * block);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }
}
