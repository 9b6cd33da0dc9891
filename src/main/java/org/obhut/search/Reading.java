package org.obhut.search;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.ticket.ReadableTicket;

/**
 * A session in the index: which documents it may find and until when, what waits to be read for it, and its last searches. What changes
 * it holds {@link Shelf}'s lock.
 */
final class Reading {

    private static final int LAST_SEARCHES = 20;

    final Caller caller;

    private final Map<Long, Instant> until = new ConcurrentHashMap<>();
    private final Set<Long> hidden;
    private final Deque<ReadableTicket> waiting = new ArrayDeque<>();
    private final Map<String, Search> searches = new LinkedHashMap<>();
    private boolean looked;
    private boolean full;

    /** @param hidden documents that nobody finds at present */
    Reading(Caller caller, Set<Long> hidden) {
        this.caller = caller;
        this.hidden = hidden;
    }

    /** Whether this session may find a document at this time. Asked for each document that has the words. */
    boolean finds(long number, Instant now) {
        Instant end = until.get(number);
        return end != null && now.isBefore(end) && !hidden.contains(number);
    }

    boolean holds(long number) {
        return until.containsKey(number);
    }

    void grant(long number, Instant end) {
        until.put(number, end);
    }

    void revoke(long number) {
        until.remove(number);
    }

    Set<Long> numbers() {
        return Set.copyOf(until.keySet());
    }

    /** What is still to be read for it, the newest first. */
    void await(Collection<ReadableTicket> tickets) {
        waiting.clear();
        waiting.addAll(tickets);
        looked = true;
        full = false;
    }

    boolean looked() {
        return looked;
    }

    List<ReadableTicket> next(int most) {
        List<ReadableTicket> page = new ArrayList<>();
        while (page.size() < most && !waiting.isEmpty()) {
            page.add(waiting.remove());
        }
        return page;
    }

    boolean waits() {
        return !waiting.isEmpty();
    }

    /** There is no room for what is still to be read. */
    void stop() {
        full = true;
    }

    boolean stopped() {
        return full;
    }

    Progress progress() {
        int done = until.size();
        return new Progress(done, done + waiting.size(), looked && (waiting.isEmpty() || full), full);
    }

    /** Keeps a search for the way back to it. */
    void remember(String handle, Search search) {
        searches.put(handle, search);
        if (searches.size() > LAST_SEARCHES) {
            searches.remove(searches.keySet().iterator().next());
        }
    }

    Optional<Search> remembered(String handle) {
        @Nullable Search search = searches.get(handle);
        return Optional.ofNullable(search);
    }

    void clear() {
        until.clear();
        waiting.clear();
        searches.clear();
    }
}
