package org.obhut.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is tried to the time and memory that its size allows, both counted for its thread alone, so that what else the
 * machine does changes nothing. What goes past them is tried once more: the first time it may have been the first to need a class.
 */
public final class Bounds {

    /** What a small input may take: among others a page of HTML opens a parser. */
    private static final long LEAST_NANOSECONDS = 2_000_000_000L;

    private static final long NANOSECONDS_PER_BYTE = 100_000;
    private static final long LEAST_BYTES = 64L << 20;
    private static final long BYTES_PER_BYTE = 4_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /** Something that may throw nothing but what it is known to throw. */
    public interface Trial {
        void run();
    }

    /** @param size of the input, in bytes */
    public static void hold(int size, Trial trial) {
        if (past(size, trial) != null) {
            String again = past(size, trial);
            expect(again == null, again + " for " + size);
        }
    }

    /** What was too much, null where nothing was. */
    private static @Nullable String past(int size, Trial trial) {
        long time = THREADS.getCurrentThreadCpuTime();
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        trial.run();
        long nanoseconds = THREADS.getCurrentThreadCpuTime() - time;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - memory;
        if (nanoseconds > LEAST_NANOSECONDS + size * NANOSECONDS_PER_BYTE) {
            return "took " + nanoseconds + " ns";
        }
        return bytes > LEAST_BYTES + size * BYTES_PER_BYTE ? "took " + bytes + " bytes of memory" : null;
    }

    /** Fails with these words where it does not hold; a plain assertion could be switched off. */
    public static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
