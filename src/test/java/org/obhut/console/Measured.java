package org.obhut.console;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** How long each kind of request took. */
final class Measured {

    private final Map<String, List<Long>> micros = new ConcurrentSkipListMap<>();

    <T> T time(String kind, Supplier<T> request) {
        long start = System.nanoTime();
        T answer = request.get();
        micros.computeIfAbsent(kind, new_ -> new CopyOnWriteArrayList<>()).add((System.nanoTime() - start) / 1_000);
        return answer;
    }

    void print() {
        micros.forEach((kind, times) -> {
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "  %-24s %5d requests: median %6.1f ms, p95 %6.1f ms, slowest %6.1f ms%n",
                    kind,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e3,
                    sorted[(sorted.length * 95 - 1) / 100] / 1e3,
                    sorted[sorted.length - 1] / 1e3);
        });
    }
}
