package org.obhut.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** Where a call goes: nowhere but the count, a new ticket ({@code ticket} null), or a ticket that is there. */
record Destination(boolean none, @Nullable UUID ticket) {

    private static final int UUID_LENGTH = 36;

    static Destination of(NewCall call) {
        return switch (call.ticket()) {
            case "none" -> new Destination(true, null);
            case "new" -> new Destination(false, null);
            default -> new Destination(false, id(call.ticket()));
        };
    }

    private static UUID id(String text) {
        try {
            // Java also takes shortened forms.
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new InvalidInput("ticket", "unknown-value");
    }
}
