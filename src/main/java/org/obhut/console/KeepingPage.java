package org.obhut.console;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Keeping;

/**
 * How long a ticket is kept, and what would go with it.
 *
 * @param erasing whether the question stands if it is really to be erased now
 * @param day what was typed as its last day
 * @param reason what was typed as the reason
 * @param wrong key of the text that says why nothing was saved, null where all is well
 */
public record KeepingPage(
        UUID ticket,
        Folder folder,
        Keeping.Prospect prospect,
        boolean erasing,
        @Nullable LocalDate day,
        String reason,
        @Nullable String wrong) {

    /** Whether the caller can bring the end about, alone or with another. */
    public boolean mayEnd() {
        return prospect.mayAsk() || prospect.mayAgree();
    }

    /** Whether a click erases, and does not only ask. */
    public boolean decides() {
        return prospect.mayAgree() || (prospect.asked() == null && !prospect.needsTwo());
    }

    public String path() {
        return "/tickets/" + ticket + "/erasure";
    }

    /** Where its forms go. {@code what}: nothing, or a path with a slash. */
    public String post(String what) {
        return path() + what + "?folder=" + Routes.name(folder);
    }
}
