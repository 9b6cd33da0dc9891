package org.obhut.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The code lists of {@code config/code-lists}, read once. What is counted is decided there and not in code. */
@ApplicationScoped
public class CodeLists {

    /** The lists there are; a list's file has its name in small letters with hyphens. */
    public enum Name {
        KIND,
        WHO,
        GENDER,
        AGE_BAND,
        ORIGIN,
        TOPIC,
        LANGUAGE,
        REGION,
        DURATION,
        OUTCOME,
        REFERRAL,
        REFERRAL_RESULT,
        PLACE,
        SERVICE,
        CHANNEL,
        HISTORY,
        INTERPRETER,
        FIRST_ANSWER;

        String file() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Map<Name, CodeList> lists = new EnumMap<>(Name.class);

    public CodeLists() {
        for (Name name : Name.values()) {
            lists.put(name, read(name.file()));
        }
    }

    public CodeList list(Name name) {
        return lists.get(name);
    }

    private static CodeList read(String name) {
        String path = "/code-lists/" + name + ".json";
        try (InputStream file = CodeLists.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing " + path);
            }
            JsonObject json = JSON.createReader(file).readObject();
            return new CodeList(name, json.getInt("version"), codes(json, "groups"), codes(json, "codes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Code> codes(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(code -> new Code(
                        code.getString("code"),
                        code.getString("group", null),
                        code.getString("de"),
                        code.getString("en")))
                .toList();
    }
}
