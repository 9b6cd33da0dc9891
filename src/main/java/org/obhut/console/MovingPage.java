package org.obhut.console;

import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;

/**
 * A ticket on its way to another team.
 *
 * @param team what was chosen, empty where nothing was
 * @param note what was written for the other team
 * @param wrong key of the text that says why nothing was done, null where all is well
 */
public record MovingPage(
        TicketView ticket,
        Folder folder,
        String team,
        String note,
        @Nullable String wrong) {}
