package org.obhut.mailbox;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.Mailboxes.FirstContact;

/**
 * How we stand to a mailbox.
 *
 * @param choice what was chosen at the first connection, null while nobody has: nothing may be touched
 * @param foundTo the highest UID at the first connection
 * @param found how many mails lay there then
 */
record Standing(UUID mailbox, @Nullable FirstContact choice, long foundTo, long found) {

    boolean waiting() {
        return choice == null;
    }

    /** UIDs up to this one are left alone. */
    long leftAlone() {
        return choice instanceof FirstContact.OnlyNew ? foundTo : 0;
    }

    /** Mails that came before this day are left alone; null for none. */
    @Nullable
    LocalDate since() {
        return choice instanceof FirstContact.Since since ? since.day() : null;
    }
}
