package org.obhut.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.YearMonth;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.Statements;

/**
 * Moves staged facts of ended months into the counts, batch by batch, and mixes those that go on waiting, so that neither place
 * nor transaction of a row leads to the mail or the closing it counts. Then the files are written anew, without what was there before.
 * A run that was stopped, or killed, anywhere is resumed by the next.
 */
@ApplicationScoped
public class FactMove {

    private static final System.Logger LOG = System.getLogger(FactMove.class.getName());

    private final FactBatches batches;
    private final Statements statements;
    private volatile boolean stopped;

    /** Whether a run, perhaps one before this start, may have left old rows in the files. */
    private volatile boolean untidy = true;

    @Inject
    public FactMove(FactBatches batches, Statements statements) {
        this.batches = batches;
        this.statements = statements;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected FactMove() {
        this(null, null);
    }

    /** Does what is due. May come as often as one likes; never throws, as a timer's next run must come. */
    public void run() {
        try {
            batches.begin().ifPresent(this::run);
        } catch (ClockDoubt e) {
            LOG.log(Level.ERROR, "ALARM: no facts were moved: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "ALARM: the move of facts stopped ({0}) and is resumed in an hour",
                    e.getClass().getName());
        }
    }

    private void run(YearMonth now) {
        long moved = 0;
        int batch = stopped ? 0 : batches.move(now);
        while (batch > 0) {
            untidy = true;
            moved += batch;
            batch = stopped ? 0 : batches.move(now);
        }
        int mixed = batches.mix();
        untidy |= mixed > 0;
        if (untidy) {
            tidy();
            untidy = false;
        }
        if (moved + mixed > 0) {
            LOG.log(Level.INFO, "facts-moved {0}, facts-mixed {1}", moved, mixed);
        }
    }

    /**
     * Writes both tables' files anew. What was deleted stood there still, with its place and transaction. Mail goes before: where it
     * holds a table for longer, the next run does this.
     */
    private void tidy() {
        statements.writeAnew("fact_staged", "fact_count");
    }

    /** Between batches a run ends where it is told to. */
    void stop() {
        stopped = true;
    }
}
