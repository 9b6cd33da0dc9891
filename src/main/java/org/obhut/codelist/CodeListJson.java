package org.obhut.codelist;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Code lists as JSON, as they are delivered and as they are stored. */
final class CodeListJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private CodeListJson() {}

    /** @param bytes in UTF-8 */
    static CodeList read(byte[] bytes) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
            JsonObject json = reader.readObject();
            return new CodeList(
                    json.getString("list"), json.getInt("version"), codes(json, "groups"), codes(json, "codes"));
        }
    }

    private static List<Code> codes(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(code -> new Code(
                        code.getString("code"),
                        code.getString("group", null),
                        code.getString("de"),
                        code.getString("en"),
                        code.getBoolean("retired", false)))
                .toList();
    }

    /** A list that people change; such a list has no groups. */
    static String write(CodeList list) {
        JsonArrayBuilder codes = JSON.createArrayBuilder();
        for (Code code : list.codes()) {
            JsonObjectBuilder json = JSON.createObjectBuilder()
                    .add("code", code.key())
                    .add("de", code.german())
                    .add("en", code.english());
            codes.add(code.retired() ? json.add("retired", true) : json);
        }
        return JSON.createObjectBuilder()
                .add("list", list.name())
                .add("version", list.version())
                .add("codes", codes)
                .build()
                .toString();
    }
}
