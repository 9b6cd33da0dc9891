package org.obhut.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** How values of an enum are spelt outside: in lower case, words joined by a hyphen. */
final class Names {

    private Names() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidInput naming the field where the name is missing or none of the type's */
    static <E extends Enum<E>> E value(Class<E> type, String field, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw new InvalidInput(field, "required");
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "unknown-value"));
    }
}
