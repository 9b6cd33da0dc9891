package org.obhut.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/**
 * The fields of a body, asked for one by one. A field of the wrong type is refused by its name; a field nobody asked for,
 * too, by {@link #end()}: a misspelt one must not be lost in silence. {@code null} counts as absent.
 */
final class JsonFields {

    private final JsonObject json;
    private final String path;
    private final Set<String> left;

    JsonFields(JsonObject json) {
        this(json, "");
    }

    private JsonFields(JsonObject json, String path) {
        this.json = json;
        this.path = path;
        this.left = new TreeSet<>(json.keySet());
    }

    /** @throws InvalidInput where it is absent, empty or no string */
    String text(String name) {
        return optionalText(name).filter(text -> !text.isEmpty()).orElseThrow(() -> invalid(name, "required"));
    }

    Optional<String> optionalText(String name) {
        return value(name).map(value -> string(name, value));
    }

    /** A field that has to be there and may be {@code null}. */
    Optional<String> textOrNothing(String name) {
        if (!json.containsKey(name)) {
            throw invalid(name, "required");
        }
        return optionalText(name);
    }

    @Nullable
    String textOrNull(String name) {
        return optionalText(name).orElse(null);
    }

    /** Whether it is there and not {@code null}. */
    boolean has(String name) {
        return value(name).isPresent();
    }

    /** Whether a field that has to be there is {@code null}. */
    boolean isNothing(String name) {
        if (!json.containsKey(name)) {
            throw invalid(name, "required");
        }
        boolean nothing = json.get(name) == JsonValue.NULL;
        if (nothing) {
            left.remove(name);
        }
        return nothing;
    }

    /** Null where it is absent. @throws InvalidInput where it is no id */
    @Nullable
    UUID idOrNull(String name) {
        return optionalText(name).map(text -> id(name, text)).orElse(null);
    }

    private UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "not-an-id");
        }
    }

    /** @throws InvalidInput where one is no id */
    List<UUID> ids(String name) {
        return list(name, (place, value) -> id(place, string(place, value)));
    }

    /** @throws InvalidInput where it is absent or no object */
    JsonFields object(String name) {
        JsonValue value = value(name).orElseThrow(() -> invalid(name, "required"));
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw invalid(name, "not-an-object");
        }
        return new JsonFields(value.asJsonObject(), path + name + ".");
    }

    /** @throws InvalidInput where it is absent or no whole number of 64 bits */
    long number(String name) {
        JsonValue value = value(name).orElseThrow(() -> invalid(name, "required"));
        try {
            if (value instanceof JsonNumber number && number.isIntegral()) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            // the same answer as for a fraction
        }
        throw invalid(name, "not-a-whole-number");
    }

    /** @throws InvalidInput where it is there and no whole number; one that is too large for an {@code int} is the largest */
    int numberOr(String name, int otherwise) {
        return value(name).isPresent()
                ? (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number(name)))
                : otherwise;
    }

    /** False where it is absent. */
    boolean flag(String name) {
        JsonValue value = value(name).orElse(JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw invalid(name, "not-true-or-false");
        }
        return value == JsonValue.TRUE;
    }

    Optional<LocalDate> day(String name) {
        try {
            return optionalText(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw invalid(name, "not-a-day");
        }
    }

    /** A time of RFC 3339. */
    Optional<Instant> moment(String name) {
        try {
            return optionalText(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw invalid(name, "not-a-time");
        }
    }

    List<String> texts(String name) {
        return list(name, this::string);
    }

    List<JsonFields> objects(String name) {
        return list(name, (place, value) -> {
            if (value.getValueType() != JsonValue.ValueType.OBJECT) {
                throw invalid(place, "not-an-object");
            }
            return new JsonFields(value.asJsonObject(), path + place + ".");
        });
    }

    /** @throws InvalidInput naming the first field that nobody asked for */
    void end() {
        left.stream().findFirst().ifPresent(name -> {
            throw new InvalidInput(path + printable(name), "unknown-field");
        });
    }

    InvalidInput invalid(String name, String reason) {
        return new InvalidInput(path + name, reason);
    }

    private <T> List<T> list(String name, BiFunction<String, JsonValue, T> element) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonArray array)) {
            throw invalid(name, "not-a-list");
        }
        var elements = new ArrayList<T>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(element.apply(name + '[' + i + ']', array.get(i)));
        }
        return elements;
    }

    private Optional<JsonValue> value(String name) {
        left.remove(name);
        JsonValue value = json.get(name);
        return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
    }

    private String string(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw invalid(name, "not-a-text");
    }

    /** The one thing from outside that an answer repeats, so only as far as it can be a name. */
    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_-]{1,40}") ? name : "?";
    }
}
