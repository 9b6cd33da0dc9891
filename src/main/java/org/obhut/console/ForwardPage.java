package org.obhut.console;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * Handing a case on: first what, then the very words, to whom, and with whose consent.
 *
 * @param chosen ids of the messages that go along; empty while they are being chosen
 * @param address whether the client's address goes along
 * @param writing whether the words are shown, to be sent as they stand there
 * @param to the centre's address as typed
 * @param wrong the field that was refused, null where none was
 * @param reason why, as an ending of the texts' keys
 */
public record ForwardPage(
        TicketView ticket,
        Folder folder,
        Set<UUID> chosen,
        boolean address,
        boolean writing,
        String to,
        String subject,
        String text,
        String today,
        @Nullable String wrong,
        @Nullable String reason) {

    public List<TimelineEntry> messages() {
        return ticket.timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.MESSAGE)
                .filter(entry -> !entry.mailKind().report())
                .toList();
    }

    /** Files of the messages that go along. */
    public List<TimelineEntry.Attachment> files() {
        return messages().stream()
                .filter(entry -> chosen.contains(entry.id()))
                .flatMap(entry -> entry.attachments().stream())
                .toList();
    }

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }
}
