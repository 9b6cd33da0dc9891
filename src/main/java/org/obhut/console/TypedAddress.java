package org.obhut.console;

import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/**
 * An address for the client as it was typed.
 *
 * @param mailbox which was chosen to write by, empty where there was no choice
 * @param wrong why it was refused, null where it was not
 */
public record TypedAddress(
        String address, String mailbox, @Nullable InvalidInput wrong) {

    static final TypedAddress NONE = new TypedAddress("", "", null);
}
