package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Teams;
import org.obhut.html.ReceivedHtml;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.TimelineEntry.Attachment;

/** Opens a ticket's entries, oldest first. */
@Dependent
class Timeline {

    private final Items items;
    private final Teams teams;
    private final Deadlines deadlines;

    @Inject
    Timeline(Items items, Teams teams, Deadlines deadlines) {
        this.items = items;
        this.teams = teams;
        this.deadlines = deadlines;
    }

    List<TimelineEntry> of(OpenTicket open, List<TicketItem> stored) {
        return stored.stream().map(item -> entry(open, item)).toList();
    }

    TimelineEntry entry(OpenTicket open, TicketItem item) {
        return entry(item, items.body(open.file(), item));
    }

    private TimelineEntry entry(TicketItem item, ItemBody body) {
        Correspondence mail = body.mail();
        Happening event = body.event();
        return new TimelineEntry(
                item.id(),
                body.kind(),
                body.direction(),
                body.at(),
                body.author() == null ? null : teams.personName(body.author()),
                mail == null ? null : mail.from(),
                mail == null ? null : mail.answerTo(),
                mail == null ? body.title() : mail.subject(),
                body.text(),
                mail == null ? body.text() : mail.newText(),
                mail == null || mail.html() == null ? null : new ReceivedHtml(mail.html()),
                mail == null ? MailKind.PERSONAL : mail.kind(),
                mail == null ? null : mail.form(),
                mail == null ? Party.CLIENT : mail.party(),
                mail == null ? null : mail.to(),
                item.delivery(),
                item.deliveryReason(),
                item.perhapsTwice(),
                mail == null ? null : undoUntil(item, mail.undoUntil()),
                mail == null ? null : mail.protection(),
                original(body.attachments()),
                mail == null ? List.of() : mail.appointments(),
                body.told(),
                event == null ? null : event.what().key(),
                event == null ? null : event.value(),
                body.attachments().stream().filter(file -> !file.original()).toList());
    }

    private static @Nullable Attachment original(List<Attachment> files) {
        return files.stream().filter(Attachment::original).findFirst().orElse(null);
    }

    private @Nullable Instant undoUntil(TicketItem item, @Nullable Instant until) {
        boolean held = item.delivery() == DeliveryStatus.HELD && until != null && until.isAfter(deadlines.now());
        return held ? until : null;
    }
}
