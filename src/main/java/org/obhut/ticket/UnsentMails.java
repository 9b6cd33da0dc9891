package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.AccountWasReset;
import org.obhut.platform.Statements;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileKind;
import org.obhut.retention.Kind;

/** The end of mails that were begun, never sent, and not touched for 30 days. */
@Dependent
class UnsentMails implements FileKind, ErasureStep {

    private final Statements statements;

    @Inject
    UnsentMails(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Kind kind() {
        return Kind.UNSENT_MAIL;
    }

    @Override
    public List<UUID> due(LocalDate day, Collection<UUID> except, int most) {
        return statements.list(
                "SELECT id FROM mail_draft WHERE erase_on <= ? AND id <> ALL (?) ORDER BY erase_on LIMIT ?",
                row -> row.getObject(1, UUID.class),
                day,
                except,
                most);
    }

    @Override
    public boolean takeDue(UUID file, LocalDate day) {
        return !statements
                .list(
                        "SELECT 1 FROM mail_draft WHERE id = ? AND erase_on <= ? FOR UPDATE SKIP LOCKED",
                        row -> true,
                        file,
                        day)
                .isEmpty();
    }

    @Override
    public boolean take(UUID file) {
        return !statements
                .list("SELECT 1 FROM mail_draft WHERE id = ? FOR UPDATE", row -> true, file)
                .isEmpty();
    }

    @Override
    public Set<UUID> all() {
        return new HashSet<>(statements.list("SELECT id FROM mail_draft", row -> row.getObject(1, UUID.class)));
    }

    @Override
    public void erase(UUID file) {
        statements.run("DELETE FROM mail_draft WHERE id = ?", file);
    }

    /** Opens for nobody any more. */
    void reset(@Observes AccountWasReset reset) {
        statements.run("UPDATE mail_draft SET erase_on = ? WHERE person_id = ?", reset.on(), reset.person());
    }
}
