package org.obhut.ticket;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.EnvelopeException;

/** Reads what {@link ClearWriter} has written. The bytes come out of an envelope, so they are ours; a later version is refused. */
final class ClearReader {

    private final JsonObject json;

    private ClearReader(JsonObject json) {
        this.json = json;
    }

    /** @throws EnvelopeException where the content is of a version this program does not know */
    static ClearReader of(byte[] bytes) {
        try (var reader = ClearWriter.JSON
                .createReaderFactory(Map.of())
                .createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            JsonObject json = reader.readObject();
            if (json.getInt("v", 0) != ClearWriter.VERSION) {
                throw new EnvelopeException("unknown version of an envelope's content");
            }
            return new ClearReader(json);
        }
    }

    /** A value that was written as its text. */
    <T> @Nullable T valueOrNull(String name, Function<String, T> as) {
        return json.get(name) instanceof JsonString text ? as.apply(text.getString()) : null;
    }

    @Nullable
    String textOrNull(String name) {
        return valueOrNull(name, Function.identity());
    }

    String text(String name) {
        String text = textOrNull(name);
        return text == null ? "" : text;
    }

    @Nullable
    Instant instantOrNull(String name) {
        return valueOrNull(name, Instant::parse);
    }

    Instant instant(String name) {
        return Instant.parse(json.getString(name));
    }

    @Nullable
    LocalDate dayOrNull(String name) {
        return valueOrNull(name, LocalDate::parse);
    }

    LocalDate day(String name) {
        return LocalDate.parse(json.getString(name));
    }

    @Nullable
    UUID idOrNull(String name) {
        return valueOrNull(name, UUID::fromString);
    }

    UUID id(String name) {
        return UUID.fromString(json.getString(name));
    }

    boolean flag(String name) {
        return json.getBoolean(name, false);
    }

    long number(String name) {
        return json.getJsonNumber(name).longValue();
    }

    @Nullable
    Address addressOrNull(String name) {
        return one(name, address -> new Address(address.textOrNull("name"), address.text("address")));
    }

    /** For a list that older content lacks. */
    List<String> textsOrNone(String name) {
        return json.containsKey(name) ? texts(name) : List.of();
    }

    List<String> texts(String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        if (json.get(name) instanceof JsonObject object) {
            object.forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
        }
        return map;
    }

    <T> @Nullable T one(String name, Function<ClearReader, T> read) {
        return json.get(name) instanceof JsonObject object ? read.apply(new ClearReader(object)) : null;
    }

    <T> List<T> each(String name, Function<ClearReader, T> read) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(value -> read.apply(new ClearReader(value.asJsonObject())))
                .toList();
    }
}
