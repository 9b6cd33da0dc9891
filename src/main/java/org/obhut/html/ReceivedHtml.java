package org.obhut.html;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The HTML of a mail as it was received. There is no way to it but through {@link #cleaned()}, which takes its time only when asked. */
public final class ReceivedHtml {

    private final String raw;

    public ReceivedHtml(String raw) {
        this.raw = raw;
    }

    public CleanedHtml cleaned() {
        return CleanedHtml.of(raw);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReceivedHtml that && raw.equals(that.raw);
    }

    @Override
    public int hashCode() {
        return Objects.hash(raw);
    }

    @Override
    public String toString() {
        return "[HTML]";
    }
}
