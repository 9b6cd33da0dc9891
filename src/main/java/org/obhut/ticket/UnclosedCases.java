package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.obhut.platform.Statements;
import org.obhut.statistics.Answers;
import org.obhut.statistics.Fact;
import org.obhut.statistics.StagedFacts;

/**
 * Counts cases at their erasure that nobody has closed. Nobody reads the ticket then, so that nothing more is known of the case than
 * its channel.
 */
@Dependent
class UnclosedCases {

    private final Statements statements;
    private final StagedFacts facts;
    private final Deadlines deadlines;

    @Inject
    UnclosedCases(Statements statements, StagedFacts facts, Deadlines deadlines) {
        this.statements = statements;
        this.facts = facts;
        this.deadlines = deadlines;
    }

    /** Counts a ticket that is about to be erased, where it is a case and was not counted. */
    void count(UUID ticket) {
        String sql = """
                SELECT channel FROM ticket
                WHERE id = ? AND NOT counted AND NOT spam AND (counted_on IS NOT NULL OR channel = 'PHONE')""";
        statements
                .list(sql, row -> row.getString(1).toLowerCase(Locale.ROOT), ticket)
                .forEach(this::count);
    }

    private void count(String channel) {
        facts.stage(Fact.ended(
                YearMonth.from(deadlines.today()),
                Map.of(Answers.CHANNEL, List.of(channel), Answers.HISTORY, List.of("first"))));
    }

    /** A ticket that ends because it has become part of another is no case of its own. */
    void leaveOut(UUID ticket) {
        statements.run("UPDATE ticket SET counted = true WHERE id = ?", ticket);
    }
}
