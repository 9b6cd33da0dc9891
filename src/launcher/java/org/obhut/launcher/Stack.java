package org.obhut.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What has been started, to be ended in reverse order exactly once: by the main thread after a failure, or by the
 * shutdown hook on Ctrl-C and SIGTERM, even in the middle of a start.
 */
final class Stack implements AutoCloseable {

    /** Starts one thing. */
    interface Start<T> {
        T run() throws Exception;
    }

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * Starts a thing and keeps it.
     *
     * @throws InterruptedException where the end has begun
     */
    synchronized <T extends AutoCloseable> T start(Start<T> start) throws Exception {
        if (ending.getCount() == 0) {
            throw new InterruptedException("ending");
        }
        T thing = start.run();
        started.push(thing);
        return thing;
    }

    /** Whether the end has begun, or does within a time. */
    boolean ends(Duration within) throws InterruptedException {
        return ending.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws Exception {
        ending.countDown();
        closeAll();
    }

    private synchronized void closeAll() throws Exception {
        @Nullable Exception first = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                // The others have to end all the same; the first failure is told.
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
