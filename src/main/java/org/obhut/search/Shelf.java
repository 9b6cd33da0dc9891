package org.obhut.search;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.envelope.Keyring;
import org.obhut.ticket.OpenedTicket;
import org.obhut.ticket.ReadableTicket;

/**
 * Which tickets are in the index and which sessions may find them. Index and rights change together, under one lock: a ticket that is
 * read while its session ends is not put in, and one without a reader is taken out in the step that takes its last.
 */
final class Shelf {

    private final TicketIndex index;
    private final Map<UUID, Held> held = new HashMap<>();
    private final Map<Long, UUID> tickets = new HashMap<>();
    private final Map<Keyring, Reading> readings = new IdentityHashMap<>();
    private final Changes changes = new Changes();
    private final Set<Long> hidden = ConcurrentHashMap.newKeySet();
    private final Deque<Reading> turns = new ArrayDeque<>();
    private long lastNumber;
    private boolean removed;

    Shelf(TicketIndex index) {
        this.index = index;
    }

    /** A session that begins; the same one again where it is here already. */
    synchronized Reading begin(Caller caller) {
        return readings.computeIfAbsent(caller.keyring(), keyring -> {
            var reading = new Reading(caller, hidden);
            turns.add(reading);
            return reading;
        });
    }

    /** A session that ends: it finds nothing any more, and what nobody else may find is taken out. */
    synchronized void end(Keyring keyring) {
        Reading reading = readings.remove(keyring);
        if (reading != null) {
            turns.remove(reading);
            reading.numbers().forEach(number -> revoke(reading, number));
            reading.clear();
        }
    }

    synchronized Optional<Reading> reading(Keyring keyring) {
        return Optional.ofNullable(readings.get(keyring));
    }

    synchronized List<Reading> readings() {
        return List.copyOf(readings.values());
    }

    /** A session whose rights nobody has looked at. */
    synchronized Optional<Reading> nextNew() {
        return turns.stream().filter(reading -> !reading.looked()).findFirst();
    }

    /** The next session in turn for which something waits, so that each gets its newest early. */
    synchronized Optional<Reading> nextWaiting() {
        for (int i = 0; i < turns.size(); i++) {
            Reading reading = turns.remove();
            turns.add(reading);
            if (reading.waits() && !reading.stopped()) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    synchronized List<ReadableTicket> next(Reading reading, int most) {
        return reading.next(most);
    }

    synchronized void stop(Reading reading) {
        reading.stop();
    }

    synchronized Progress progress(Reading reading) {
        return reading.progress();
    }

    synchronized void remember(Reading reading, String handle, Search search) {
        if (live(reading)) {
            reading.remember(handle, search);
        }
    }

    synchronized Optional<Search> remembered(Reading reading, String handle) {
        return reading.remembered(handle);
    }

    /** Something of a ticket has changed, perhaps who may read it: nobody finds it until it was looked at. */
    synchronized void changed(UUID ticket) {
        if (!readings.isEmpty()) {
            changes.add(ticket);
            Held one = held.get(ticket);
            if (one != null) {
                hidden.add(one.number());
            }
        }
    }

    Changes changes() {
        return changes;
    }

    /** These were looked at: they can be found again, but for those that changed meanwhile. */
    synchronized void settled(Map<UUID, Long> looked) {
        looked.forEach((ticket, change) -> {
            Held one = held.get(ticket);
            if (changes.settled(ticket, change) && one != null) {
                hidden.remove(one.number());
            }
        });
    }

    /** What a session may read now: it finds nothing else any more, and what is new or newer is returned to be read. */
    synchronized List<ReadableTicket> allowed(Reading reading, List<ReadableTicket> now) {
        Set<Long> rest = new HashSet<>(reading.numbers());
        List<ReadableTicket> missing = missing(reading, now, rest);
        rest.forEach(number -> revoke(reading, number));
        return missing;
    }

    /** As {@link #allowed}, of some tickets alone. */
    synchronized List<ReadableTicket> allowed(Reading reading, Collection<UUID> asked, List<ReadableTicket> now) {
        Set<Long> rest = numbers(asked);
        List<ReadableTicket> missing = missing(reading, now, rest);
        rest.forEach(number -> revoke(reading, number));
        return missing;
    }

    private List<ReadableTicket> missing(Reading reading, List<ReadableTicket> now, Set<Long> rest) {
        List<ReadableTicket> missing = new ArrayList<>();
        for (ReadableTicket ticket : now) {
            Held one = held.get(ticket.id());
            if (one != null) {
                rest.remove(one.number());
            }
            if (one == null || one.version() < ticket.version() || !reading.holds(one.number())) {
                missing.add(ticket);
            } else if (live(reading)) {
                reading.grant(one.number(), ticket.until());
            }
        }
        return missing;
    }

    /** Lets all of it wait to be read for a session. */
    synchronized void await(Reading reading, List<ReadableTicket> tickets) {
        if (live(reading)) {
            reading.await(tickets);
        }
    }

    /** Whether the words of a ticket are here as they are now. */
    synchronized boolean has(ReadableTicket ticket) {
        Held one = held.get(ticket.id());
        return one != null && one.version() >= ticket.version();
    }

    /** Puts a ticket in, in the place of an older state of it; nothing where the session that read it has ended. */
    synchronized void put(Reading reading, OpenedTicket ticket, String assignee, Instant until) {
        if (!live(reading)) {
            return;
        }
        @Nullable Held old = held.get(ticket.id());
        long number = old == null ? ++lastNumber : old.number();
        OpenedTicket.State state = ticket.state();
        var next = new Held(
                ticket.id(),
                number,
                state.version(),
                ticket.proof(),
                new Held.Facets(state.team(), assignee, state.language()));
        if (old != null) {
            old.readers().forEach(reader -> {
                if (next.provedBy(old.proof())) {
                    next.readers().add(reader);
                } else {
                    reader.revoke(number);
                }
            });
        }
        index.put(number, ticket, assignee);
        held.put(ticket.id(), next);
        tickets.put(number, ticket.id());
        if (changes.has(ticket.id())) {
            hidden.add(number);
        }
        grant(reading, next, until);
    }

    /** Lets a further session find a ticket, if it has shown that it holds the ticket's root. */
    synchronized boolean grant(Reading reading, UUID ticket, byte[] proof, Instant until) {
        Held one = held.get(ticket);
        if (one == null || !live(reading) || !one.provedBy(proof)) {
            return false;
        }
        grant(reading, one, until);
        return true;
    }

    private static void grant(Reading reading, Held one, Instant until) {
        one.readers().add(reading);
        reading.grant(one.number(), until);
    }

    /** Ends that a session finds a ticket. */
    synchronized void revoke(Reading reading, UUID ticket) {
        Held one = held.get(ticket);
        if (one != null) {
            revoke(reading, one.number());
        }
    }

    private void revoke(Reading reading, long number) {
        reading.revoke(number);
        Held one = held.get(tickets.get(number));
        if (one != null) {
            one.readers().remove(reading);
            if (one.readers().isEmpty()) {
                index.remove(number);
                held.remove(one.ticket());
                tickets.remove(number);
                hidden.remove(number);
                removed = true;
            }
        }
    }

    private boolean live(Reading reading) {
        return readings.get(reading.caller.keyring()) == reading;
    }

    /** Whether tickets were taken out since this was asked: their words are to be wiped now. */
    synchronized boolean removed() {
        boolean some = removed;
        removed = false;
        if (some && held.isEmpty()) {
            index.clear();
        }
        return some;
    }

    /** The documents of some tickets. */
    synchronized Set<Long> numbers(Collection<UUID> some) {
        return some.stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .map(Held::number)
                .collect(Collectors.toSet());
    }

    /** How many tickets are here, for whoever they are. */
    synchronized int size() {
        return held.size();
    }

    /** What the tickets that a session may find are sorted by. */
    synchronized Set<Held.Facets> facets(Reading reading) {
        return held.values().stream()
                .filter(one -> one.readers().contains(reading))
                .map(Held::facets)
                .collect(Collectors.toSet());
    }
}
