package org.obhut.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketRow;

/**
 * Other tickets that one may have to do with.
 *
 * @param number what was looked for, empty where nothing was
 * @param rows what was found, or what may be meant
 * @param wrong key of the text that says why nothing was done, null where all is well
 */
public record RelatedPage(
        UUID ticket,
        Folder folder,
        String number,
        List<TicketRow> rows,
        @Nullable String wrong) {}
