package org.obhut.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.obhut.envelope.ErasedFiles;
import org.obhut.platform.ClockDoubt;

/**
 * Ends sealed files: by the hour those whose day has come, at once what somebody decides to end, and at start those that a
 * restored database has brought back. Each file is a transaction of its own, so that a run can be stopped, or killed, anywhere.
 */
@ApplicationScoped
public class Erasure {

    private static final System.Logger LOG = System.getLogger(Erasure.class.getName());
    private static final int BATCH = 200;

    private final List<FileKind> kinds;
    private final Ending ending;
    private final ErasureRuns runs;
    private final ErasedFiles erased;
    private final DataSource database;
    private final Set<UUID> undecided = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    @Inject
    public Erasure(
            @Any Instance<FileKind> kinds, Ending ending, ErasureRuns runs, ErasedFiles erased, DataSource database) {
        this(kinds.stream().toList(), ending, runs, erased, database);
    }

    Erasure(List<FileKind> kinds, Ending ending, ErasureRuns runs, ErasedFiles erased, DataSource database) {
        this.kinds = kinds;
        this.ending = ending;
        this.runs = runs;
        this.erased = erased;
        this.database = database;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Erasure() {
        this(List.of(), null, null, null, null);
    }

    /** Ends what is due. May come as often as one likes; never throws, as a timer's next run must come. */
    public void run() {
        try {
            Optional<ErasureTurn> turn = ErasureTurn.take(database);
            if (turn.isPresent()) {
                try (ErasureTurn mine = turn.get()) {
                    settle();
                    runs.begin().ifPresent(this::run);
                }
            }
        } catch (ClockDoubt e) {
            LOG.log(Level.ERROR, "ALARM: nothing was erased: {0}", e.getMessage());
        } catch (SQLException | RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "ALARM: the erasure stopped ({0}) and is resumed in an hour",
                    e.getClass().getName());
        }
    }

    private void run(LocalDate day) {
        long left = 0;
        for (FileKind kind : kinds) {
            left += run(kind, day);
        }
        runs.dated(day);
        tell(runs.tell(), left);
    }

    /** Returns how many have to wait for the next run. */
    private long run(FileKind kind, LocalDate day) {
        Set<UUID> waiting = new HashSet<>();
        List<UUID> due = kind.due(day, waiting, BATCH);
        while (!due.isEmpty()) {
            for (UUID file : due) {
                if (stopped) {
                    return waiting.size();
                }
                if (!ended(kind, file, day)) {
                    waiting.add(file);
                }
            }
            due = kind.due(day, waiting, BATCH);
        }
        return waiting.size();
    }

    /** One file that can't be ended keeps no other from its end. */
    private boolean ended(FileKind kind, UUID file, LocalDate day) {
        try {
            return ending.due(kind, file, day);
        } catch (RuntimeException e) {
            undecided.add(file);
            LOG.log(
                    Level.ERROR,
                    "ALARM: a file of kind {0} could not be erased: {1}",
                    kind.kind(),
                    e.getClass().getName());
            return false;
        }
    }

    private static void tell(Map<Kind, Long> numbers, long left) {
        numbers.forEach((kind, number) -> LOG.log(Level.INFO, "erased {0} {1}", kind, number));
        if (left > 0) {
            LOG.log(Level.INFO, "erased-later {0}", left);
        }
    }

    /** As {@link #now(Kind, UUID, Runnable, Runnable)}, where nothing has to be done with its end. */
    public boolean now(Kind kind, UUID file, Runnable permitted) {
        return now(kind, file, permitted, () -> {});
    }

    /**
     * Ends a file at once, on a thread without a transaction.
     *
     * @param permitted run in the transaction that ends it; throws where the caller may not
     * @param ended run at the end of that transaction
     * @return false where there is no such file
     * @throws FileHeld where something of it is on its way out
     */
    public boolean now(Kind kind, UUID file, Runnable permitted, Runnable ended) {
        try {
            return ending.now(of(kind), file, permitted, ended);
        } catch (RuntimeException e) {
            undecided.add(file);
            throw e;
        } finally {
            settle();
        }
    }

    /** Ends again what was ended before and is here: the work of a crash between note and commit, or of a restored database. */
    public long replay() {
        long again = 0;
        for (FileKind kind : kinds) {
            for (UUID file : erased.among(kind.all())) {
                ending.again(kind, file);
                again++;
            }
        }
        return again;
    }

    /** Between batches and files a run ends where it is told to. */
    void stop() {
        stopped = true;
    }

    /** Where an ending failed nobody may know whether it was committed. A note of a file that is here is taken back. */
    private void settle() {
        for (UUID file : undecided) {
            kinds.forEach(kind -> ending.takeBack(kind, file));
            undecided.remove(file);
        }
    }

    private FileKind of(Kind kind) {
        return kinds.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }
}
