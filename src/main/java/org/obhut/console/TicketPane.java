package org.obhut.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * An open ticket on the desk.
 *
 * @param ticket what the desk answered
 * @param folder from which it was opened, and to which one goes back
 * @param writing which of the two composers is shown
 * @param text what stands in that composer: a draft, or what was just refused
 * @param seen how many entries the writer had before the page that was refused; the later ones are marked as new
 * @param trouble key of the text that says why nothing was saved, null where all is well
 */
public record TicketPane(
        TicketView ticket,
        Folder folder,
        Writing writing,
        String text,
        int seen,
        @Nullable String trouble) {

    /** What is being written: to the client, or for colleagues only. */
    public enum Writing {
        REPLY,
        NOTE
    }

    static TicketPane of(TicketView ticket, Folder folder, @Nullable String write) {
        boolean note = "note".equals(write) || ticket.replyTo() == null;
        return new TicketPane(
                ticket,
                folder,
                note ? Writing.NOTE : Writing.REPLY,
                note ? "" : ticket.draft(),
                ticket.timeline().size(),
                null);
    }

    /** The same ticket after a refused post: the text is kept, and what came in meanwhile is marked. */
    TicketPane refused(Writing what, String kept, int seenBefore, String why) {
        return new TicketPane(
                ticket,
                folder,
                what,
                kept,
                Math.min(seenBefore, ticket.timeline().size()),
                why);
    }

    public UUID id() {
        return ticket.row().id();
    }

    public boolean note() {
        return writing == Writing.NOTE;
    }

    /** Ending of the text that says why there is nobody to write to. */
    public String reason() {
        return ticket.timeline().stream()
                .map(TimelineEntry::form)
                .filter(Objects::nonNull)
                .findFirst()
                .map(form -> form.believed() ? "form" : "unproven")
                .orElse(ticket.row().channel() == Channel.PHONE ? "phone" : "mail");
    }

    public String replyText() {
        return note() ? ticket.draft() : text;
    }

    public String noteText() {
        return note() ? text : "";
    }

    /** Whether an entry came in after the page that was refused. */
    public boolean fresh(TimelineEntry entry) {
        return ticket.timeline().indexOf(entry) >= seen;
    }

    /** Replies that can still be taken back. */
    public List<TimelineEntry> held(Instant now) {
        return ticket.timeline().stream()
                .filter(entry -> entry.delivery() == DeliveryStatus.HELD && secondsLeft(entry, now) > 0)
                .toList();
    }

    /** Seconds until a held reply goes out. */
    public static long secondsLeft(TimelineEntry entry, Instant now) {
        Instant until = entry.undoUntil();
        return until == null ? 0 : Math.max(0, until.getEpochSecond() - now.getEpochSecond());
    }

    /** How a delivery status looks: its shape says as much as its colour. */
    public static String icon(TimelineEntry entry) {
        return switch (Objects.requireNonNull(entry.delivery())) {
            case HELD, SENDING, DELAYED -> "clock";
            case SENT -> "check";
            case FAILED, UNDELIVERED -> "octagon-alert";
        };
    }

    /** Why a mail is still on its way elsewhere, as far as it is worth a sentence of its own. */
    public static String delay(TimelineEntry entry) {
        DeliveryReason reason = entry.deliveryReason();
        return reason == DeliveryReason.MAILBOX_FULL || reason == DeliveryReason.RECEIVER_UNREACHABLE
                ? reason.name()
                : "other";
    }

    /** The part of a message that quotes an earlier one; empty where nothing is folded away. */
    public static String quoted(TimelineEntry entry) {
        String text = entry.text();
        String written = entry.newText();
        if (written.isBlank() || written.equals(text)) {
            return "";
        }
        String rest = text.startsWith(written) ? text.substring(written.length()) : text;
        return rest.strip();
    }
}
