package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * Handing a case on: first what, then the very words, to whom, and with whose consent.
 *
 * @param form what stands in the form; null while it is being chosen what goes along
 * @param withdrawn whether this forward was sent and taken back
 * @param wrong what was refused, null where nothing was
 */
public record ForwardPage(
        TicketView ticket,
        Folder folder,
        @Nullable ForwardForm form,
        boolean withdrawn,
        @Nullable InvalidInput wrong) {

    public List<TimelineEntry> messages() {
        return ticket.timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.MESSAGE)
                .filter(entry -> !entry.mailKind().report())
                .toList();
    }

    /** Files of the messages that go along; of all where nobody can say which these were. */
    public List<TimelineEntry.Attachment> files() {
        return messages().stream()
                .filter(entry -> form == null || form.value("m").isEmpty() || form.has("m", entry.id()))
                .flatMap(entry -> entry.attachments().stream())
                .toList();
    }

    public boolean isWrong(String field) {
        return wrong != null && field.equals(wrong.field());
    }
}
