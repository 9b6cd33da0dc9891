package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryChanged;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;

/** Notes at the message how far it has come on its way out, in the outbox's own transaction. */
@Dependent
class Deliveries {

    private final Tickets tickets;
    private final Items items;
    private final DeskNotice notice;

    @Inject
    Deliveries(Tickets tickets, Items items, DeskNotice notice) {
        this.tickets = tickets;
        this.items = items;
        this.notice = notice;
    }

    void observe(@Observes DeliveryChanged change) {
        // A report can be faster than the word that the mail was taken.
        boolean reported = change.status() == DeliveryStatus.SENT
                && items.find(change.item())
                        .filter(item -> item.delivery() == DeliveryStatus.UNDELIVERED)
                        .isPresent();
        if (!reported) {
            changed(change.ticket(), change.item(), change.status(), change.reason(), change.perhapsTwice());
        }
    }

    /** Notes what a mail system elsewhere says of a message of ours; of one that it can't have seen it says nothing. */
    void reported(UUID ticket, UUID message, MailKind report, @Nullable DeliveryReason reason) {
        items.find(message).ifPresent(item -> {
            DeliveryStatus before = item.delivery();
            DeliveryStatus after = before == null ? null : after(before, report);
            if (after != null) {
                changed(ticket, message, after, after == DeliveryStatus.SENT ? null : reason, item.perhapsTwice());
            }
        });
    }

    private static @Nullable DeliveryStatus after(DeliveryStatus before, MailKind report) {
        boolean open = before == DeliveryStatus.SENT || before == DeliveryStatus.DELAYED;
        return switch (report) {
            case DELIVERY_FAILURE ->
                open || before == DeliveryStatus.SENDING || before == DeliveryStatus.UNDELIVERED
                        ? DeliveryStatus.UNDELIVERED
                        : null;
            case DELIVERY_DELAY -> open ? DeliveryStatus.DELAYED : null;
            case DELIVERY_NOTICE -> before == DeliveryStatus.DELAYED ? DeliveryStatus.SENT : null;
            default -> null;
        };
    }

    /** A reply that did not arrive puts a waiting or closed ticket back to work; all else is no change that a person has to see first. */
    void changed(UUID ticket, UUID item, DeliveryStatus status, @Nullable DeliveryReason reason, boolean perhapsTwice) {
        if (status == DeliveryStatus.FAILED || status == DeliveryStatus.UNDELIVERED) {
            tickets.locked(ticket)
                    .filter(locked -> locked.status() != Status.OPEN && !locked.spam())
                    .ifPresent(locked -> {
                        locked.reopen();
                        locked.active(tickets.nextRank());
                    });
        }
        items.delivery(item, status, reason, perhapsTwice);
        notice.tell(ticket);
    }
}
