package org.obhut.call;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
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
 * @param sequence counts what one window keeps, so that what arrives late undoes nothing; {@link #LAST} for what is put aside without
 *     a count, which is later than all that was kept before and earlier than what comes
 * @param fields names and values of the form; none of them has been checked
 */
public record CallDraft(UUID id, Instant began, long sequence, Map<String, List<String>> fields) {

    public static final long LAST = Long.MAX_VALUE;

    private static final int VERSION = 1;
    private static final int MOST_FIELDS = 1024;
    private static final int LONGEST = 200_000;
    private static final JsonProvider JSON = JsonProvider.provider();

    /** @throws InvalidInput where it is longer than any form that could be logged */
    CallDraft checked() {
        int length = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (length > LONGEST || fields.size() > MOST_FIELDS) {
            throw new InvalidInput("note", "too-long");
        }
        return this;
    }

    /** With a count that goes on from what was kept before, where it has none. */
    CallDraft after(long before) {
        return sequence == LAST ? new CallDraft(id, began, before + 1, fields) : this;
    }

    JsonObject json() {
        JsonObjectBuilder all = JSON.createObjectBuilder();
        new TreeMap<>(fields).forEach((name, values) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.forEach(array::add);
            all.add(name, array);
        });
        return JSON.createObjectBuilder()
                .add("v", VERSION)
                .add("began", began.toString())
                .add("sequence", sequence)
                .add("fields", all)
                .build();
    }

    static CallDraft of(UUID id, JsonObject json) {
        if (json.getInt("v", 0) != VERSION) {
            throw new EnvelopeException("unknown version of an envelope's content");
        }
        Map<String, List<String>> fields = new TreeMap<>();
        json.getJsonObject("fields")
                .forEach((name, values) -> fields.put(name, values.asJsonArray().getValuesAs(JsonString::getString)));
        return new CallDraft(
                id,
                Instant.parse(json.getString("began")),
                json.getJsonNumber("sequence").longValue(),
                fields);
    }
}
