package org.obhut.textblock;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The blocks of {@code config/text-blocks} that a team can begin with. */
final class StarterSet {

    private static final String PLACE = "/text-blocks/starter.json";
    private static final UUID NONE = new UUID(0, 0);

    private StarterSet() {}

    /** All of them; their ids say nothing. */
    static List<TextBlock> blocks() {
        try (InputStream file = StarterSet.class.getResourceAsStream(PLACE);
                var reader = Json.createReader(file)) {
            return reader.readObject().getJsonArray("blocks").stream()
                    .map(JsonValue::asJsonObject)
                    .flatMap(StarterSet::languages)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<TextBlock> languages(JsonObject block) {
        String prefix = block.getString("prefix");
        return block.getJsonObject("languages").entrySet().stream().map(entry -> {
            JsonObject words = entry.getValue().asJsonObject();
            return new TextBlock(NONE, prefix, entry.getKey(), words.getString("title"), words.getString("text"))
                    .checked();
        });
    }
}
