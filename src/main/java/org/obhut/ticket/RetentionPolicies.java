package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.obhut.platform.Statements;

/** The periods that are set, by mailbox. */
@Dependent
class RetentionPolicies {

    private final Statements statements;

    @Inject
    RetentionPolicies(Statements statements) {
        this.statements = statements;
    }

    /** @param mailbox empty for tickets that came by phone */
    RetentionPolicy of(Optional<String> mailbox) {
        return statements
                .list(
                        "SELECT after_closing, after_contact, spam, entry FROM retention_policy WHERE mailbox = ?",
                        row -> new RetentionPolicy(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                        mailbox.orElse(""))
                .stream()
                .findFirst()
                .orElse(RetentionPolicy.USUAL);
    }

    /** Sets a mailbox's periods, and the day on which each of its tickets ends by them. */
    void set(String mailbox, RetentionPolicy policy) {
        statements.run("""
                INSERT INTO retention_policy (mailbox, after_closing, after_contact, spam, entry) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (mailbox) DO UPDATE SET after_closing = excluded.after_closing,
                    after_contact = excluded.after_contact, spam = excluded.spam, entry = excluded.entry""", mailbox, policy.afterClosing(), policy.afterContact(), policy.spam(), policy.entry());
        // As Lifetime.recount does for one ticket.
        statements.run(
                """
                UPDATE ticket SET erase_on = coalesce(kept_until, CASE
                    WHEN spam THEN ended_on + CAST(? AS integer)
                    WHEN ended_on IS NOT NULL
                    THEN least(ended_on + CAST(? AS integer), contact_on + CAST(? AS integer))
                    ELSE contact_on + CAST(? AS integer) END)
                WHERE mailbox = ?""", policy.spam(), policy.afterClosing(), policy.afterContact(), policy.afterContact(), mailbox);
    }
}
