package org.obhut.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.envelope.EnvelopeException;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;
import org.obhut.ticket.OpenedTicket;
import org.obhut.ticket.Readable;
import org.obhut.ticket.ReadableTicket;

/** Reads tickets into the index for the sessions that may find them, step by step, on one thread. */
@ApplicationScoped
public class Library {

    private static final String SETTING = "obhut.search.memory";
    private static final int PAGE = 50;
    private static final int CHANGES = 100;
    private static final long REFRESH_NANOS = 500_000_000;
    private static final int MEGABYTE = 1 << 20;

    private final Readable readable;
    private final Teams teams;
    private final long most;
    private final TicketIndex index;
    private final Shelf shelf;
    private long refreshed;
    private boolean stale;

    /** For the container's proxy, which is never asked itself. */
    @SuppressWarnings("NullAway")
    protected Library() {
        this.readable = null;
        this.teams = null;
        this.most = 0;
        this.index = null;
        this.shelf = null;
    }

    @Inject
    public Library(Readable readable, Teams teams, Settings settings) {
        this(readable, teams, room(settings));
    }

    Library(Readable readable, Teams teams, long most) {
        this.readable = readable;
        this.teams = teams;
        this.most = most;
        this.index = new TicketIndex();
        this.shelf = new Shelf(index);
    }

    /** A quarter of the heap unless it is set. */
    private static long room(Settings settings) {
        return settings.text(SETTING)
                .map(text -> {
                    if (!text.matches("[1-9][0-9]{0,5}")) {
                        throw new InvalidSetting(SETTING, "must be a number of megabytes");
                    }
                    return Long.parseLong(text) * MEGABYTE;
                })
                .orElse(Runtime.getRuntime().maxMemory() / 4);
    }

    Shelf shelf() {
        return shelf;
    }

    TicketIndex index() {
        return index;
    }

    void begin(Caller caller) {
        shelf.begin(caller);
    }

    void end(Caller caller) {
        shelf.end(caller.keyring());
    }

    void changed(UUID ticket) {
        shelf.changed(ticket);
    }

    /** Looks at the rights of all sessions, and lets wait what is new. A session whose keys are gone has ended. */
    void lookAgain() {
        for (Reading reading : shelf.readings()) {
            look(reading);
        }
        stale = true;
    }

    private void look(Reading reading) {
        if (reading.caller.keyring().readers().isEmpty()) {
            shelf.end(reading.caller.keyring());
        } else {
            shelf.await(reading, shelf.allowed(reading, readable.list(reading.caller)));
        }
    }

    /** Whether there is something to do. */
    boolean waits() {
        return !shelf.changes().next(1).isEmpty()
                || shelf.nextNew().isPresent()
                || shelf.nextWaiting().isPresent();
    }

    /** Does the next thing: first what changed, then the newest tickets of the next session. False where nothing is left. */
    boolean step() {
        if (shelf.removed()) {
            index.wipe();
        }
        Map<UUID, Long> changes = shelf.changes().next(CHANGES);
        Optional<Reading> fresh = shelf.nextNew();
        Optional<Reading> next = shelf.nextWaiting();
        if (!changes.isEmpty()) {
            settle(changes);
        } else if (fresh.isPresent()) {
            look(fresh.get());
        } else if (next.isPresent()) {
            read(next.get());
        } else {
            refresh();
            return false;
        }
        return true;
    }

    private void settle(Map<UUID, Long> changes) {
        Set<UUID> tickets = changes.keySet();
        for (Reading reading : shelf.readings()) {
            try {
                bring(reading, shelf.allowed(reading, tickets, readable.among(reading.caller, tickets)));
            } catch (EnvelopeException ended) {
                shelf.end(reading.caller.keyring());
            }
        }
        stale = true;
        refresh();
        shelf.settled(changes);
    }

    private void read(Reading reading) {
        if (index.bytes() >= most) {
            shelf.stop(reading);
            return;
        }
        try {
            bring(reading, shelf.next(reading, PAGE));
        } catch (EnvelopeException ended) {
            shelf.end(reading.caller.keyring());
        }
        if (System.nanoTime() - refreshed > REFRESH_NANOS) {
            refresh();
        }
    }

    /** Opens what nobody has brought, or what is newer; of all else the session only has to show that it could. */
    private void bring(Reading reading, List<ReadableTicket> tickets) {
        Map<UUID, ReadableTicket> here = new HashMap<>();
        Map<UUID, ReadableTicket> missing = new HashMap<>();
        tickets.forEach(ticket -> (shelf.has(ticket) ? here : missing).put(ticket.id(), ticket));
        if (!missing.isEmpty()) {
            for (OpenedTicket opened : readable.open(reading.caller, missing.keySet())) {
                ReadableTicket right = missing.remove(opened.id());
                shelf.put(reading, opened, assignee(opened), right.until());
            }
            // What does not open can't be found as it was either.
            missing.keySet().forEach(ticket -> shelf.revoke(reading, ticket));
        }
        if (!here.isEmpty()) {
            readable.proofs(reading.caller, here.keySet())
                    .forEach((ticket, proof) ->
                            shelf.grant(reading, ticket, proof, here.get(ticket).until()));
        }
        stale = true;
    }

    private String assignee(OpenedTicket ticket) {
        @Nullable UUID assignee = ticket.state().assignee();
        return assignee == null ? "" : teams.personName(assignee);
    }

    private void refresh() {
        if (stale) {
            stale = false;
            index.refresh();
            refreshed = System.nanoTime();
        }
    }

    @PreDestroy
    void stop() {
        List<Reading> open = new ArrayList<>(shelf.readings());
        open.forEach(reading -> shelf.end(reading.caller.keyring()));
        index.close();
    }
}
