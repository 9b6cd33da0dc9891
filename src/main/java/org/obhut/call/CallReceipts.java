package org.obhut.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.platform.Statements;

/** Which requests were carried out. A bare count leaves no other row by which a second one could be told. */
@Dependent
class CallReceipts {

    private final Statements statements;

    @Inject
    CallReceipts(Statements statements) {
        this.statements = statements;
    }

    /** Whether this request comes for the first time; waits for one that is under way. */
    boolean first(UUID call) {
        return statements.run("INSERT INTO call_receipt (id) VALUES (?) ON CONFLICT DO NOTHING", call) == 1;
    }

    /** The same request is a first one again. */
    void forget(UUID call) {
        statements.run("DELETE FROM call_receipt WHERE id = ?", call);
    }
}
