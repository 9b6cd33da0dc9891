package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Outbox;

/** Takes mails out of the outbox that new hints for safe contact do not allow. What is being sent at this moment can't be stopped. */
@Dependent
class StoppedMail {

    private final Outbox outbox;
    private final Items items;
    private final Deadlines deadlines;

    @Inject
    StoppedMail(Outbox outbox, Items items, Deadlines deadlines) {
        this.outbox = outbox;
        this.items = items;
        this.deadlines = deadlines;
    }

    /** Takes out what the old hints allowed and the new ones do not. Returns the messages. */
    List<UUID> takeOut(OpenTicket reading, SafeContact before, SafeContact after) {
        return items.of(reading.ticket()).stream()
                .filter(item -> item.delivery() == DeliveryStatus.HELD || item.delivery() == DeliveryStatus.SENDING)
                .filter(item -> against(items.body(reading.file(), item).mail(), before, after))
                .map(TicketItem::id)
                .filter(outbox::cancel)
                .toList();
    }

    private boolean against(@Nullable Correspondence mail, SafeContact before, SafeContact after) {
        if (mail == null || mail.to() == null) {
            return false;
        }
        if (after.onlyTo() != null && !Participants.same(after.onlyTo(), mail.to())) {
            return true;
        }
        if (mail.party() != Party.CLIENT) {
            return false;
        }
        // A mail that was written despite an older hint stays where only other hints change.
        boolean silenced = after.silent() && !before.silent();
        return silenced || outside(mail, before.hours(), after.hours());
    }

    private boolean outside(Correspondence mail, @Nullable ContactHours before, @Nullable ContactHours after) {
        if (after == null || after.equals(before)) {
            return false;
        }
        Instant now = deadlines.now();
        Instant from = mail.undoUntil() == null || mail.undoUntil().isBefore(now) ? now : mail.undoUntil();
        // Its end in the outbox is the old hours': only one that waits for exactly these could stay.
        return before != null || !after.next(from).notBefore().equals(from);
    }

    /** Shows at the messages that they did not go out. */
    void note(OpenTicket open, List<UUID> stopped) {
        for (UUID message : stopped) {
            items.delivery(message, DeliveryStatus.FAILED, DeliveryReason.UNSAFE_NOW, false);
        }
        if (!stopped.isEmpty() && open.ticket().status() == Status.WAITING) {
            open.ticket().reopen();
        }
    }
}
