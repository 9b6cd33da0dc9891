package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.account.SessionBegan;
import org.obhut.account.SessionEnded;
import org.obhut.platform.Statements;

/** The end of drafts that were discarded: with the session in which they could be brought back, or with the next one's beginning. */
@Dependent
class DiscardedDrafts {

    private final Statements statements;

    @Inject
    DiscardedDrafts(Statements statements) {
        this.statements = statements;
    }

    void ended(@Observes SessionEnded session) {
        forget(session.caller().person());
    }

    void began(@Observes SessionBegan session) {
        forget(session.caller().person());
    }

    private void forget(UUID person) {
        statements.run("DELETE FROM draft WHERE person_id = ? AND discarded", person);
    }
}
