package org.obhut.platform;

import java.util.Arrays;

/**
 * A value that must not reach a log, a message or a serialised form, and that is wiped when it is closed.
 *
 * @param <T> {@code byte[]} and {@code char[]} are overwritten with zeros; of anything else only the reference goes
 */
public final class Secret<T> implements AutoCloseable {

    private final T value;
    private boolean closed;

    private Secret(T value) {
        this.value = value;
    }

    /** Takes over the value: the caller keeps no other copy. */
    public static <T> Secret<T> of(T value) {
        return new Secret<>(value);
    }

    /**
     * The value itself, not a copy.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public synchronized T reveal() {
        if (closed) {
            throw new IllegalStateException("wiped");
        }
        return value;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (value instanceof byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
        } else if (value instanceof char[] chars) {
            Arrays.fill(chars, '\0');
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
