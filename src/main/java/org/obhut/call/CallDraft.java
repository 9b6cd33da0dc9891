package org.obhut.call;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.obhut.envelope.EnvelopeException;
import org.obhut.platform.InvalidInput;

/**
 * A call that is not logged yet, as far as its form is filled in.
 *
 * @param id chosen when the form was first shown
 * @param began when the call began
 * @param sequence counts what one window keeps, so that what arrives late undoes nothing
 * @param fields names and values of the form; none of them has been checked
 */
public record CallDraft(UUID id, Instant began, long sequence, Map<String, List<String>> fields) {

    private static final int VERSION = 1;
    private static final int BLOCK = 1024;
    private static final int LONGEST = 200_000;
    private static final JsonProvider JSON = JsonProvider.provider();

    /** @throws InvalidInput where it is longer than any form that could be logged */
    CallDraft checked() {
        int length = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (length > LONGEST || fields.size() > BLOCK) {
            throw new InvalidInput("note", "too-long");
        }
        return this;
    }

    /** Filled up with blanks to whole blocks, so that the size of the envelope says little. */
    byte[] bytes() {
        JsonObjectBuilder all = JSON.createObjectBuilder();
        new TreeMap<>(fields).forEach((name, values) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.forEach(array::add);
            all.add(name, array);
        });
        byte[] bytes = JSON.createObjectBuilder()
                .add("v", VERSION)
                .add("began", began.toString())
                .add("sequence", sequence)
                .add("fields", all)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    static CallDraft of(UUID id, byte[] bytes) {
        try (var reader = JSON.createReaderFactory(Map.of())
                .createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            JsonObject json = reader.readObject();
            if (json.getInt("v", 0) != VERSION) {
                throw new EnvelopeException("unknown version of an envelope's content");
            }
            Map<String, List<String>> fields = new TreeMap<>();
            json.getJsonObject("fields")
                    .forEach((name, values) ->
                            fields.put(name, values.asJsonArray().getValuesAs(JsonString::getString)));
            return new CallDraft(
                    id,
                    Instant.parse(json.getString("began")),
                    json.getJsonNumber("sequence").longValue(),
                    fields);
        }
    }
}
