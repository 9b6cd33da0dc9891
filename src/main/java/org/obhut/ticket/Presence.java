package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;

/**
 * Who is at a ticket in this moment, so that two people do not answer it at once. Known in memory alone, for {@link #LASTS}, and told
 * to those alone who may read the ticket; it stands in no table and no log.
 */
@ApplicationScoped
public class Presence {

    /** How long somebody counts as there without a further sign. */
    public static final Duration LASTS = Duration.ofSeconds(60);

    private final TicketAccess access;
    private final Event<PresenceChanged> event;
    private final Clock clock;
    private final Map<UUID, Map<UUID, Mark>> tickets = new HashMap<>();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Presence() {
        this(null, null, null);
    }

    @Inject
    Presence(TicketAccess access, Event<PresenceChanged> event, Clock clock) {
        this.access = access;
        this.event = event;
        this.clock = clock;
    }

    /**
     * Somebody at a ticket.
     *
     * @param name sign-in name
     * @param writing whether they write there, and do not only read
     */
    public record Here(String name, boolean writing) {}

    private record Mark(String name, boolean writing, Instant until) {}

    /**
     * Notes that the caller reads or writes at a ticket. Returns who else does, by name.
     *
     * @throws TicketNotFound where there is none that the caller may read
     */
    public List<Here> note(Caller caller, UUID ticket, boolean writing) {
        requireReader(caller, ticket);
        Mark mark = new Mark(caller.name(), writing, clock.instant().plus(LASTS));
        Set<UUID> others = change(ticket, caller.person(), mark);
        if (!others.isEmpty()) {
            event.fire(new PresenceChanged(others));
        }
        return others(ticket, caller.person());
    }

    /** Notes that the caller has gone. */
    public void leave(Caller caller, UUID ticket) {
        Set<UUID> others = change(ticket, caller.person(), null);
        if (!others.isEmpty()) {
            event.fire(new PresenceChanged(others));
        }
    }

    /** Returns who is to be told: nobody where nothing is new to them. */
    private synchronized Set<UUID> change(UUID ticket, UUID person, @Nullable Mark mark) {
        forgetThoseGone();
        Map<UUID, Mark> here = tickets.computeIfAbsent(ticket, id -> new HashMap<>());
        Mark before = mark == null ? here.remove(person) : here.put(person, mark);
        boolean same = mark == null ? before == null : before != null && before.writing() == mark.writing();
        Set<UUID> others = new HashSet<>(here.keySet());
        others.remove(person);
        if (here.isEmpty()) {
            tickets.remove(ticket);
        }
        return same ? Set.of() : others;
    }

    private synchronized List<Here> others(UUID ticket, UUID person) {
        forgetThoseGone();
        Map<String, Here> others = new TreeMap<>();
        tickets.getOrDefault(ticket, Map.of()).forEach((who, mark) -> {
            if (!who.equals(person)) {
                others.put(mark.name(), new Here(mark.name(), mark.writing()));
            }
        });
        return List.copyOf(others.values());
    }

    private void forgetThoseGone() {
        Instant now = clock.instant();
        tickets.values()
                .forEach(here -> here.values().removeIf(mark -> !mark.until().isAfter(now)));
        tickets.values().removeIf(Map::isEmpty);
    }

    private void requireReader(Caller caller, UUID ticket) {
        if (!access.mayRead(caller, ticket)) {
            throw new TicketNotFound();
        }
    }
}
