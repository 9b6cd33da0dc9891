package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.account.AccountWasReset;
import org.obhut.platform.Statements;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileKind;
import org.obhut.retention.Kind;

/** The end of mails that were begun, never sent, and not touched for 30 days. */
@Dependent
class UnsentMails extends FileKind implements ErasureStep {

    private final Statements statements;

    @Inject
    UnsentMails(Statements statements) {
        super(statements, Kind.UNSENT_MAIL, "mail_draft");
        this.statements = statements;
    }

    @Override
    public void erase(UUID file) {
        delete(file);
    }

    /** Opens for nobody any more. */
    void reset(@Observes AccountWasReset reset) {
        statements.run("UPDATE mail_draft SET erase_on = ? WHERE person_id = ?", reset.on(), reset.person());
    }
}
