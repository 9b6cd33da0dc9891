package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;

/**
 * What a first reader leaves behind for the next: HPKE wraps become symmetric ones, heads go into the summary. Nothing that a
 * person sees changes, so the version stays; where someone else is changing the ticket right now it is left for another time.
 */
@Dependent
class Settlement {

    private final Tickets tickets;
    private final Items items;
    private final Summaries summaries;
    private final Sealer sealer;
    private final Seals seals;

    @Inject
    Settlement(Tickets tickets, Items items, Summaries summaries, Sealer sealer, Seals seals) {
        this.tickets = tickets;
        this.items = items;
        this.summaries = summaries;
        this.sealer = sealer;
        this.seals = seals;
    }

    /** @throws EnvelopeException where the ticket's stored public key is not that of its root */
    void settle(OpenTicket open, List<TicketItem> stored) {
        List<TicketItem> unsettled =
                stored.stream().filter(item -> unsettled(open, item)).toList();
        boolean heads = !items.unfolded(List.of(open.id())).isEmpty();
        boolean seal = sealer.settled(open.seal(), root(open)).isPresent();
        if ((!unsettled.isEmpty() || heads || seal) && tickets.lockIfFree(open.ticket())) {
            checkPublicKey(open);
            unsettled.forEach(item -> settle(open, item));
            if (!items.unfolded(List.of(open.id())).isEmpty()) {
                summaries.update(open, UnaryOperator.identity());
            }
            settleSeal(open);
        }
    }

    private static Root root(OpenTicket open) {
        return open.caller().keyring().root(open.seal().reader());
    }

    /** Whoever can write to the database could put an own key there, and later mails would be sealed to it. */
    private static void checkPublicKey(OpenTicket open) {
        var stored = open.ticket().publicKey().fingerprint();
        if (!stored.equals(open.root().sealingKey().fingerprint())) {
            throw new EnvelopeException("ticket " + open.id() + " carries a public key that is not its own");
        }
    }

    private static boolean unsettled(OpenTicket open, TicketItem item) {
        try (ItemKey key = open.file().item(item.id(), item.wrap())) {
            return key.unsettled();
        }
    }

    private void settle(OpenTicket open, TicketItem item) {
        try (ItemKey key = open.file().item(item.id(), item.wrap())) {
            items.settle(item.id(), key.settledWrap());
        }
    }

    /** The seal is read again under the lock: a right that ended meanwhile must not come back. */
    private void settleSeal(OpenTicket open) {
        seals.find(open.id(), Set.of(open.seal().reader()))
                .flatMap(seal -> sealer.settled(seal, root(open)))
                .ifPresent(seals::replace);
    }
}
