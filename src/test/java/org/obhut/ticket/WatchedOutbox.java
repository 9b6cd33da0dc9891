package org.obhut.ticket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.outbox.SendingTerms;

/** An outbox that keeps what it is given and sends nothing. */
final class WatchedOutbox extends Outbox {

    final List<OutgoingMessage> accepted = new ArrayList<>();
    final Set<UUID> held = new HashSet<>();
    final Set<UUID> beingSent = new HashSet<>();

    @Override
    public synchronized String accept(OutgoingMessage message) {
        accepted.add(message);
        held.add(message.item());
        return "out-" + accepted.size() + "@obhut.example";
    }

    @Override
    public synchronized boolean withdraw(UUID item) {
        return held.remove(item);
    }

    @Override
    public synchronized boolean cancel(UUID item) {
        return held.remove(item);
    }

    @Override
    public synchronized boolean follow(Collection<UUID> items, UUID ticket) {
        return Collections.disjoint(items, beingSent);
    }

    @Override
    public List<String> mailboxes() {
        return List.of(DeskFixture.MAILBOX, DeskFixture.OTHER_MAILBOX);
    }

    @Override
    public SendingTerms terms(String mailbox, String language) {
        return new SendingTerms(mailbox, null, "Ihre Nachricht", false, 24_000_000, false);
    }

    OutgoingMessage last() {
        return accepted.get(accepted.size() - 1);
    }
}
