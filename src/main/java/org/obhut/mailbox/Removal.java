package org.obhut.mailbox;

import org.jspecify.annotations.Nullable;

/** What has become of mails that were to be removed. */
enum Removal {
    /** The server can remove single mails, and has been told to. */
    TOLD(null),
    /** It can't: neither UIDPLUS nor MOVE with a set folder. The mails stay. */
    IMPOSSIBLE("cannot-remove"),
    /** It could, and does not: the folder is not there, or we may not. The mails stay. */
    REFUSED("removal-refused");

    private final @Nullable String warning;

    Removal(@Nullable String warning) {
        this.warning = warning;
    }

    /** A text key for the administrator, null for none. */
    @Nullable
    String warning() {
        return warning;
    }
}
