package org.obhut.console;

import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketRow;

/**
 * The desk: folders, the list of one of them, and the open ticket.
 *
 * @param ticket the open ticket, null where none is open
 */
public record DeskPage(
        Folders folders,
        Folder folder,
        TicketPage list,
        @Nullable TicketPane ticket) {

    public boolean open(TicketRow row) {
        return ticket != null && ticket.id().equals(row.id());
    }
}
