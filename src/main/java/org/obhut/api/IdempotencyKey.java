package org.obhut.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** The header that makes a request that comes twice one request: 1 to 200 visible ASCII characters, chosen by the program. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {}

    static @Nullable String checked(@Nullable String key) {
        if (key != null && !VISIBLE.matcher(key).matches()) {
            throw new InvalidInput(HEADER, "not-a-key");
        }
        return key;
    }
}
