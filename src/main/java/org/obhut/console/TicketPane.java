package org.obhut.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.platform.InvalidInput;
import org.obhut.reading.TextFold;
import org.obhut.ticket.Address;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Party;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * An open ticket on the desk.
 *
 * @param ticket what the desk answered
 * @param folder from which it was opened, and to which one goes back
 * @param writing which of the two composers is shown
 * @param reply what stands in the reply's composer: a draft, or what was just refused
 * @param note what stands in the note's
 * @param seen how many entries the writer had before the page that was refused; the later ones are marked as new
 * @param address what stands in the form for the client's address
 * @param trouble why nothing was saved, null where all is well
 */
public record TicketPane(
        TicketView ticket,
        Folder folder,
        Writing writing,
        Draft reply,
        String note,
        int seen,
        TypedAddress address,
        @Nullable InvalidInput trouble) {

    /** Seconds; whoever undoes at once thinks in these, the longest time for undoing included. */
    private static final long MOMENTS = 120;

    /** What is being written: to the client, or for colleagues only. */
    public enum Writing {
        REPLY,
        /** To the client, though the ticket says not to. */
        DESPITE,
        NOTE
    }

    static TicketPane of(TicketView ticket, Folder folder, @Nullable String write) {
        return of(ticket, folder, write, null);
    }

    /** @param answers the message whose sender is to be answered, null for whoever the draft is for */
    static TicketPane of(TicketView ticket, Folder folder, @Nullable String write, @Nullable UUID answers) {
        Draft draft = ticket.draft().words();
        Draft reply = answers == null ? draft : draft.answering(answers);
        boolean nobody = ticket.replyTo() == null && reply.answers() == null;
        return new TicketPane(
                ticket,
                folder,
                "note".equals(write) || nobody
                        ? Writing.NOTE
                        : "despite".equals(write) ? Writing.DESPITE : Writing.REPLY,
                reply,
                draft.note(),
                ticket.timeline().size(),
                TypedAddress.NONE,
                null);
    }

    /** The same ticket after a refused reply: what was written is kept, and what came in meanwhile is marked. */
    TicketPane refused(Draft kept, int seenBefore, InvalidInput why) {
        return new TicketPane(
                ticket,
                folder,
                Writing.REPLY,
                kept,
                kept.note(),
                Math.min(seenBefore, ticket.timeline().size()),
                address,
                why);
    }

    /** The same ticket with what was written since. */
    TicketPane written(Draft words) {
        Writing kind = writing == Writing.DESPITE ? writing : Writing.REPLY;
        return new TicketPane(ticket, folder, kind, words, words.note(), seen, address, trouble);
    }

    /** The draft's files by their ids, for the form that sends them. */
    public String keptFiles() {
        return ticket.draft().files().stream().map(file -> file.id().toString()).collect(Collectors.joining(" "));
    }

    /** The revision of the draft that stands in the form. */
    public String base() {
        return DraftAnswer.word(ticket.draft().revision());
    }

    /** The same ticket after a refused note. */
    TicketPane refused(String kept, InvalidInput why) {
        return new TicketPane(ticket, folder, Writing.NOTE, reply, kept, seen, address, why);
    }

    /** The same ticket after a refused address. */
    TicketPane refused(TypedAddress typed) {
        return new TicketPane(ticket, folder, writing, reply, note, seen, typed, trouble);
    }

    /** The address that a reply would go to, null where there is nobody to write to. */
    public @Nullable Address receiver() {
        TimelineEntry answered = answered();
        return answered == null ? ticket.replyTo() : answered.answerTo();
    }

    /** The message that is being answered, null for the client's newest. */
    public @Nullable TimelineEntry answered() {
        return ticket.timeline().stream()
                .filter(entry -> entry.id().equals(reply.answers()) && answerable(entry))
                .findFirst()
                .orElse(null);
    }

    /** Whether the sender of a message can be written to. */
    public boolean answerable(TimelineEntry entry) {
        Address address = entry.answerTo();
        return entry.direction() == TimelineEntry.Direction.IN
                && address != null
                && !address.address().isEmpty()
                && !entry.mailKind().report()
                && entry.party() != Party.REPLACED
                && ticket.replaced().stream().noneMatch(old -> old.equalsIgnoreCase(address.address()));
    }

    /** Whether the answer to this message goes to somebody other than the client. */
    public boolean elsewhere(TimelineEntry entry) {
        return answerable(entry) && (entry.party() == Party.STRANGER || entry.party() == Party.CENTRE);
    }

    /** Whether the answered mail would be quoted. */
    public boolean quotes() {
        Boolean chosen = reply.quote();
        return chosen == null ? ticket.terms() != null && ticket.terms().quotes() : chosen;
    }

    public UUID id() {
        return ticket.row().id();
    }

    public boolean noting() {
        return writing == Writing.NOTE;
    }

    /** Whether someone has gone the second step to write though the ticket says not to, and may have been refused for another reason. */
    public boolean overriding() {
        return writing == Writing.DESPITE || !noting() && trouble != null;
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

    /** What came in after the page that was refused, where it was refused for that. */
    public List<TimelineEntry> arrived() {
        return collided() ? ticket.timeline().stream().filter(this::fresh).toList() : List.of();
    }

    /** Whether a reply was refused because the ticket had changed. */
    public boolean collided() {
        return trouble != null && trouble.reason().equals("changed");
    }

    /** Whether an entry came in after the page that was refused. */
    public boolean fresh(TimelineEntry entry) {
        return ticket.timeline().indexOf(entry) >= seen;
    }

    /** Replies that can still be taken back, and go out within moments. */
    public List<TimelineEntry> held(Instant now) {
        return ticket.timeline().stream()
                .filter(entry -> entry.delivery() == DeliveryStatus.HELD
                        && secondsLeft(entry, now) > 0
                        && !scheduled(entry, now))
                .toList();
    }

    /** Replies for which a later time was chosen. */
    public List<TimelineEntry> scheduled(Instant now) {
        return ticket.timeline().stream().filter(entry -> scheduled(entry, now)).toList();
    }

    /** Whether a later time was chosen for a reply than the time for undoing. */
    public static boolean scheduled(TimelineEntry entry, Instant now) {
        return entry.delivery() == DeliveryStatus.HELD && secondsLeft(entry, now) > MOMENTS;
    }

    /** Whether something of the client's came in after this entry. */
    public boolean overtaken(TimelineEntry entry) {
        List<TimelineEntry> all = ticket.timeline();
        return all.subList(all.indexOf(entry), all.size()).stream()
                .anyMatch(later ->
                        later.direction() == TimelineEntry.Direction.IN && later.kind() != TimelineEntry.Kind.EVENT);
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

    /** A message's text: what is new, and what is folded away around it. */
    public static TextFold folded(TimelineEntry entry) {
        return entry.form() == null
                ? TextFold.of(entry.text(), entry.newText())
                : TextFold.below(entry.text(), entry.newText());
    }
}
