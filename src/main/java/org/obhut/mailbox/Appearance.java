package org.obhut.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * What clients see of a mailbox.
 *
 * @param displayName the neutral name beside the address, null for none
 * @param subaddressing whether the server delivers {@code local+token@domain} (RFC 5233) to it, so that answers can carry a
 *     reply token
 * @param subjectToken whether answers carry it in their subject instead
 * @param quotes whether answers quote unless their writer chooses otherwise
 */
record Appearance(@Nullable String displayName, boolean subaddressing, boolean subjectToken, boolean quotes) {

    static Appearance of(MailboxSettings settings) {
        return new Appearance(
                settings.text("name").orElse(null),
                settings.flag("subaddressing"),
                settings.flag("subject-token"),
                settings.flag("quote"));
    }
}
