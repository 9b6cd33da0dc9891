package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/**
 * What a person can read of an entry: for those who look for words in it.
 *
 * @param title a message's subject or what a call is about, empty otherwise
 * @param people names, addresses and call-back numbers in it
 * @param files names of its files
 */
public record OpenedEntry(
        Kind kind,
        Direction direction,
        Instant at,
        String title,
        String text,
        List<String> people,
        List<String> files) {

    static OpenedEntry of(ItemBody body) {
        var mail = body.mail();
        return new OpenedEntry(
                body.kind(),
                body.direction(),
                body.at(),
                mail == null ? body.title() : mail.subject(),
                body.text(),
                mail == null ? List.of() : Named.in(mail),
                body.attachments().stream()
                        .filter(file -> !file.original())
                        .map(TimelineEntry.Attachment::name)
                        .toList());
    }
}
