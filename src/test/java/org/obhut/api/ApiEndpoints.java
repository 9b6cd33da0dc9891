package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;

/** The operations of the description, as {@code GET /tickets/{ticket}}. */
final class ApiEndpoints {

    private ApiEndpoints() {}

    static JsonObject description() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(OpenApiResource.file()))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> described() {
        return description().getJsonObject("paths").entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                        .map(verb -> verb.toUpperCase(Locale.ROOT) + ' ' + path.getKey()));
    }
}
