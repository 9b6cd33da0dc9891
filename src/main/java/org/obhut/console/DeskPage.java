package org.obhut.console;

import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketRow;

/**
 * The desk: folders, the list of one of them, and the open ticket.
 *
 * @param ticket the open ticket, null where none is open
 * @param head of the list
 */
public record DeskPage(
        Folders folders,
        Folder folder,
        TicketPage list,
        @Nullable TicketPane ticket,
        ListHead head) {

    /** With the first page of a whole folder. */
    DeskPage(Folders folders, Folder folder, TicketPage list, @Nullable TicketPane ticket) {
        this(folders, folder, list, ticket, ListHead.of(DeskPlace.of(folder), folders.count(folder)));
    }

    DeskPage with(@Nullable TicketPane opened) {
        return new DeskPage(folders, folder, list, opened, head);
    }

    DeskPage with(ListHead other) {
        return new DeskPage(folders, folder, list, ticket, other);
    }

    public boolean open(TicketRow row) {
        return ticket != null && ticket.id().equals(row.id());
    }

    public DeskPlace place() {
        return head.place();
    }
}
