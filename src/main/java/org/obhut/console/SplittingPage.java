package org.obhut.console;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * What of a ticket goes into a new one.
 *
 * @param chosen entries that are marked to go
 * @param subject of the new ticket
 * @param wrong key of the text that says why nothing was done, null where all is well
 */
public record SplittingPage(
        TicketView ticket,
        Folder folder,
        Set<UUID> chosen,
        String subject,
        @Nullable String wrong) {

    /** What can go. */
    public List<TimelineEntry> entries() {
        return ticket.timeline().stream()
                .filter(entry -> entry.kind() != TimelineEntry.Kind.EVENT)
                .toList();
    }

    /** This page with an entry marked and all that came after it. */
    public String from(TimelineEntry entry) {
        return "/tickets/" + ticket.row().id() + "/split?folder=" + Routes.name(folder) + "&from=" + entry.id();
    }
}
