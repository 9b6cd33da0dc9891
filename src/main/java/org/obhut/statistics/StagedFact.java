package org.obhut.statistics;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the envelope of a fact that waits holds. */
record StagedFact(Fact fact, FactHandle handle) {

    private static final int VERSION = 1;
    private static final JsonProvider JSON = JsonProvider.provider();

    byte[] bytes() {
        JsonObjectBuilder answers = JSON.createObjectBuilder();
        fact.answers().forEach((name, keys) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            keys.forEach(array::add);
            answers.add(name, array);
        });
        return JSON.createObjectBuilder()
                .add("v", VERSION)
                .add("fact", fact.kind().name().toLowerCase(Locale.ROOT))
                .add("month", fact.month().toString())
                .add("answers", answers)
                .add("handle", handle.value())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException where the bytes are none of ours, or of a later version */
    static StagedFact of(byte[] bytes) {
        try (var reader = JSON.createReaderFactory(Map.of())
                .createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            JsonObject json = reader.readObject();
            if (json.getInt("v") != VERSION) {
                throw new IllegalArgumentException("a staged fact of version " + json.getInt("v"));
            }
            Map<String, List<String>> answers = new TreeMap<>();
            json.getJsonObject("answers")
                    .forEach(
                            (name, keys) -> answers.put(name, keys.asJsonArray().getValuesAs(JsonString::getString)));
            // Of before there were handles, and before the channel was one of the answers.
            if (json.containsKey("channel")) {
                answers.put(Answers.CHANNEL, List.of(json.getString("channel")));
            }
            Fact.Kind kind = Fact.Kind.valueOf(json.getString("fact").toUpperCase(Locale.ROOT));
            return new StagedFact(
                    new Fact(kind, YearMonth.parse(json.getString("month")), new TreeMap<>(answers)),
                    new FactHandle(json.getString("handle", "")));
        }
    }
}
