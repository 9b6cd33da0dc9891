package org.obhut.console;

import java.util.List;
import org.obhut.disclosure.Selection;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Party;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * Giving a client what is kept about the case: what there is to choose from, and what was given before.
 *
 * @param passphrase of the archive that this page makes; the next page has another
 */
public record DisclosurePage(TicketView ticket, Folder folder, String passphrase) {

    public List<TimelineEntry> candidates() {
        return Selection.candidates(ticket);
    }

    /** Whether an entry may be about somebody else, whose rights come first (GDPR Art. 15 (4)): it is chosen by hand. */
    public static boolean ofOthers(TimelineEntry entry) {
        return entry.party() == Party.STRANGER || entry.party() == Party.CENTRE;
    }

    /** Each time something was given. */
    public List<TimelineEntry> given() {
        return ticket.timeline().stream()
                .filter(entry -> "disclosed".equals(entry.event()))
                .toList();
    }

    /** A count of what was given, 0 where there was none. */
    public static String count(TimelineEntry given, String kind) {
        return given.attributes().getOrDefault(kind, "0");
    }

    /** The file's name: the ticket's short number is random and says nothing. */
    String fileName() {
        return "obhut-" + Routes.number(ticket.row().id()) + ".zip";
    }
}
