package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.Quarantine;

/**
 * Mails that could not be understood.
 *
 * @param open the one that is read, null where none is
 * @param text its raw text, null where none is read
 * @param erasing whether the question stands if it is really to be erased
 */
public record QuarantinePage(
        Folders folders,
        List<Quarantine.Entry> entries,
        Quarantine.@Nullable Entry open,
        @Nullable String text,
        boolean erasing) {}
