package org.obhut.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.obhut.account.Caller;
import org.obhut.platform.DatabaseRefused;
import org.obhut.platform.Statements;

/** Takes away what was written about a period, where it names somebody. Not a transaction: files are written anew after it. */
@ApplicationScoped
public class NarrativeErasure {

    private static final System.Logger LOG = System.getLogger(NarrativeErasure.class.getName());

    private final NarrativeErasing erasing;
    private final Statements statements;

    @Inject
    public NarrativeErasure(NarrativeErasing erasing, Statements statements) {
        this.erasing = erasing;
        this.statements = statements;
    }

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected NarrativeErasure() {
        this(null, null);
    }

    /**
     * Empties a version of the text, and every released report that holds the same text. Versions, releases and their numbers stay.
     *
     * @param number the version's
     * @param earlier whether the versions before it go as well
     * @throws org.obhut.account.Refused where the caller does not make reports
     * @throws ReportChanged where there is no such text any more
     */
    public void erase(Caller caller, Period period, int number, boolean earlier) {
        erasing.erase(caller, period, number, earlier);
        try {
            tidy();
        } catch (DatabaseRefused e) {
            LOG.log(Level.WARNING, "an erased text stays in the database's files until the next one is erased");
        }
    }

    /** Writes the tables' files anew: the rows as they were stand there still. */
    private void tidy() {
        statements.writeAnew("report_narrative", "report_release");
    }
}
