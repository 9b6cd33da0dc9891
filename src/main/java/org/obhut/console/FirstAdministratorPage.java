package org.obhut.console;

import org.jspecify.annotations.Nullable;

/**
 * The form in which the first administrator chooses name and passphrase.
 *
 * @param token of the link, part of the form's address
 * @param name what was typed before; the passphrase is never given back
 * @param wrong the field that was refused, null where none was
 * @param reason why, as an ending of the texts' keys
 * @param insecure whether the connection is not protected
 */
public record FirstAdministratorPage(
        String token,
        String name,
        @Nullable String wrong,
        @Nullable String reason,
        boolean insecure) {

    static FirstAdministratorPage empty(String token) {
        return new FirstAdministratorPage(token, "", null, null, false);
    }

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }
}
