package org.obhut.ticket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;

/** An outbox that keeps what it is given and sends nothing. */
final class WatchedOutbox extends Outbox {

    final List<OutgoingMessage> accepted = new ArrayList<>();
    final Set<UUID> held = new HashSet<>();

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

    OutgoingMessage last() {
        return accepted.get(accepted.size() - 1);
    }
}
