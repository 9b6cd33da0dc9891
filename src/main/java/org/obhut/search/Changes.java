package org.obhut.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tickets of which something has changed and that nobody has looked at since. */
final class Changes {

    private final Map<UUID, Long> waiting = new LinkedHashMap<>();
    private long last;

    synchronized void add(UUID ticket) {
        waiting.put(ticket, ++last);
    }

    synchronized boolean has(UUID ticket) {
        return waiting.containsKey(ticket);
    }

    /** What is to be looked at, each with the number of its last change. */
    synchronized Map<UUID, Long> next(int most) {
        return waiting.entrySet().stream()
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A ticket was looked at. False where it has changed since that look began. */
    synchronized boolean settled(UUID ticket, long change) {
        notifyAll();
        return waiting.remove(ticket, change);
    }

    /** Waits until everything that had changed by now was looked at, but not for long. */
    synchronized void await(long millis) {
        long asked = last;
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            while (waiting.values().stream().anyMatch(change -> change <= asked)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
