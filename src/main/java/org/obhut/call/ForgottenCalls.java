package org.obhut.call;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.account.AccountWasReset;
import org.obhut.platform.Statements;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileKind;
import org.obhut.retention.Kind;

/** The end of calls that were begun, never logged, and not touched for {@value CallFiles#DAYS} days. */
@Dependent
class ForgottenCalls extends FileKind implements ErasureStep {

    private final Statements statements;

    @Inject
    ForgottenCalls(Statements statements) {
        super(statements, Kind.UNFINISHED_CALL, "call_draft");
        this.statements = statements;
    }

    @Override
    public void erase(UUID file) {
        delete(file);
    }

    /** Opens for nobody any more. */
    void reset(@Observes AccountWasReset reset) {
        statements.run("UPDATE call_draft SET erase_on = ? WHERE person_id = ?", reset.on(), reset.person());
    }
}
