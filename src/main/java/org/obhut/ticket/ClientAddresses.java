package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.AddrSpec;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Outbox;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.TimelineEntry.Direction;

/**
 * Gives a client an address, or a safer one in place of all before. What is given up neither receives, not even what waits in
 * the outbox, nor joins.
 */
@Dependent
class ClientAddresses {

    private final Outbox outbox;
    private final SendingMailboxes mailboxes;
    private final RetentionPolicies policies;
    private final Participants participants;
    private final Items items;
    private final Entries entries;
    private final Summaries summaries;

    @Inject
    ClientAddresses(
            Outbox outbox,
            SendingMailboxes mailboxes,
            RetentionPolicies policies,
            Participants participants,
            Items items,
            Entries entries,
            Summaries summaries) {
        this.outbox = outbox;
        this.mailboxes = mailboxes;
        this.policies = policies;
        this.participants = participants;
        this.items = items;
        this.entries = entries;
        this.summaries = summaries;
    }

    /**
     * Takes out of the outbox what is on its way to another address of the client's than this one. Before the ticket is locked,
     * as the dispatcher, too, holds the outbox row first. What is being sent at this moment can't be stopped.
     */
    List<UUID> recall(OpenTicket reading, String address) {
        return items.of(reading.ticket()).stream()
                .filter(item -> item.delivery() == DeliveryStatus.HELD || item.delivery() == DeliveryStatus.SENDING)
                .filter(item -> toOther(items.body(reading.file(), item).mail(), address))
                .map(TicketItem::id)
                .filter(outbox::cancel)
                .toList();
    }

    private static boolean toOther(@Nullable Correspondence mail, String address) {
        return mail != null
                && mail.party() == Party.CLIENT
                && mail.to() != null
                && !Participants.same(mail.to(), address);
    }

    /**
     * Sets the address.
     *
     * @param mailbox which mailbox writes to it, where the ticket has none yet
     * @param recalled what {@link #recall} has taken out of the outbox
     * @throws InvalidInput where it can't be written to, or no mailbox can write
     */
    void set(OpenTicket open, AddrSpec address, Optional<String> mailbox, List<UUID> recalled) {
        Ticket ticket = open.ticket();
        if (ticket.mailbox().isEmpty()) {
            String chosen = mailboxes.choose(Set.of(ticket.team()), mailbox);
            ticket.mailbox(chosen, policies.of(Optional.of(chosen)));
        }
        String wanted = address.toString();
        if (mailboxes.of(Set.of(ticket.team())).stream().anyMatch(own -> Participants.same(own, wanted))) {
            throw new InvalidInput("value", "own-mailbox");
        }
        if (address.international()
                && !outbox.terms(ticket.mailbox().orElseThrow(), ticket.language())
                        .international()) {
            throw new InvalidInput("value", "international-address");
        }
        Contact before = summaries.current(open).contact();
        Contact after = before.replacedBy(wanted, used(open, before));
        Happening.What what =
                after.replaced().isEmpty() ? Happening.What.ADDRESS_ADDED : Happening.What.ADDRESS_REPLACED;
        UUID event = entries.tell(open, new Happening(what, wanted));
        participants.replace(ticket.id(), event, wanted, after.replaced());
        summaries.update(open, summary -> summary.contact(after)
                .particulars(summary.particulars()
                        .safeContact(summary.particulars().safeContact().movedTo(wanted))));
        for (UUID message : recalled) {
            items.delivery(message, DeliveryStatus.FAILED, DeliveryReason.ADDRESS_REPLACED, false);
        }
        if (!recalled.isEmpty() && ticket.status() == Status.WAITING) {
            ticket.reopen();
        }
    }

    /** All addresses that the client is known to have used here. */
    private List<String> used(OpenTicket open, Contact contact) {
        Stream<String> known = Stream.of(contact.client(), contact.replyTo())
                .filter(Objects::nonNull)
                .map(Address::address);
        Stream<String> written = items.of(open.ticket()).stream()
                .map(item -> items.body(open.file(), item))
                .filter(body -> body.mail() != null && clients(body))
                .flatMap(ClientAddresses::addresses);
        return Stream.concat(known, written).toList();
    }

    private static boolean clients(ItemBody body) {
        Correspondence mail = Objects.requireNonNull(body.mail());
        boolean theirs = mail.party() == Party.CLIENT || mail.party() == Party.REPLACED;
        // A report comes from a mail system. What only claims to be a web form has the form's address, which is no
        // client's.
        boolean form = mail.form() != null && !mail.form().believed();
        return theirs && !form && !mail.kind().report();
    }

    private static Stream<String> addresses(ItemBody body) {
        Correspondence mail = Objects.requireNonNull(body.mail());
        if (body.direction() == Direction.OUT) {
            return Stream.ofNullable(mail.to());
        }
        return Stream.of(mail.from(), mail.replyTo()).filter(Objects::nonNull).map(Address::address);
    }
}
