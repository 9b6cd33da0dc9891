package org.obhut.console;

import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody who came by a one-time link chooses a passphrase and sets up a device.
 *
 * @param action where the form goes
 * @param first whether this is the first administrator, who chooses the names, too
 * @param suggestion a passphrase of random words
 * @param passkeysAt the origin at which a passkey can take the app's place; null where none can
 * @param wrong the field that was refused, null where none was
 * @param reason why, as an ending of the texts' keys
 * @param insecure whether the connection is not protected
 */
public record ArrivalPage(
        String action,
        boolean first,
        String name,
        String displayName,
        String suggestion,
        DevicePart device,
        @Nullable String passkeysAt,
        @Nullable String wrong,
        @Nullable String reason,
        boolean insecure) {

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }
}
