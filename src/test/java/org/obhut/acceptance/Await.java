package org.obhut.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens elsewhere, and not longer than it may take. */
final class Await {

    private static final long NANOSECONDS_BETWEEN_LOOKS = 5_000_000;

    private Await() {}

    /** Looks until there is something; fails with these words at the deadline. */
    static <T> T value(String what, Duration deadline, Callable<Optional<T>> look) throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            Optional<T> seen = look.call();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + deadline.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(NANOSECONDS_BETWEEN_LOOKS);
        }
    }

    /** Looks until it holds; fails with these words at the deadline. */
    static void until(String what, Duration deadline, Callable<Boolean> look) throws Exception {
        value(what, deadline, () -> look.call() ? Optional.of(true) : Optional.empty());
    }
}
