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
        changed(change.ticket(), change.item(), change.status(), change.reason(), change.perhapsTwice());
    }

    /** A reply that did not arrive puts a waiting ticket back to work; all else is no change that a person has to see first. */
    void changed(UUID ticket, UUID item, DeliveryStatus status, @Nullable DeliveryReason reason, boolean perhapsTwice) {
        if (status == DeliveryStatus.FAILED || status == DeliveryStatus.UNDELIVERED) {
            tickets.locked(ticket)
                    .filter(locked -> locked.status() == Status.WAITING)
                    .ifPresent(locked -> {
                        locked.reopen();
                        locked.active(tickets.nextRank());
                    });
        }
        items.delivery(item, status, reason, perhapsTwice);
        notice.tell(ticket);
    }
}
