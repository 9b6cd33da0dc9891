package org.obhut.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obhut.platform.Statements;

/** The counts that are left of facts which were moved; part of the caller's transaction. */
@ApplicationScoped
public class FactCounts {

    private static final String COLUMNS = "report_table, month, first, second, third, number";

    private final Statements statements;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected FactCounts() {
        this(null, null);
    }

    @Inject
    public FactCounts(Statements statements, SecureRandom random) {
        this.statements = statements;
        this.random = random;
    }

    /** The true counts of a table in these months, both included; a cell that never came up is not among them. */
    public List<FactCount> read(FactTable table, YearMonth first, YearMonth last) {
        return statements.list(
                "SELECT " + COLUMNS + " FROM fact_count WHERE report_table = ? AND month BETWEEN ? AND ?",
                FactCounts::count,
                table.key(),
                first.atDay(1),
                last.atDay(1));
    }

    /** The first month of which something is counted; empty where nothing is. */
    public Optional<YearMonth> earliest() {
        return month("SELECT min(month) FROM fact_count");
    }

    /** The last month of which something is counted; empty where nothing is. */
    public Optional<YearMonth> latest() {
        return month("SELECT max(month) FROM fact_count");
    }

    /**
     * Adds to the counts. All of them are written anew and in random order, so that neither place nor transaction of a row says
     * which ones have grown.
     */
    void add(Iterable<Fact> facts) {
        statements.on(connection -> {
            Tally tally = new Tally();
            // Waits for another node that is at it; readers go on with what was there before.
            Statements.run(connection, "LOCK TABLE fact_count IN EXCLUSIVE MODE");
            Statements.list(connection, "SELECT " + COLUMNS + " FROM fact_count", FactCounts::count)
                    .forEach(tally::add);
            facts.forEach(tally::add);
            Statements.run(connection, "DELETE FROM fact_count");
            insert(connection, tally.shuffled(random));
            return null;
        });
    }

    private static void insert(Connection connection, List<FactCount> counts) throws SQLException {
        String sql = "INSERT INTO fact_count (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (FactCount count : counts) {
                statement.setString(1, count.table().key());
                statement.setObject(2, count.month().atDay(1));
                for (int i = 0; i < FactTable.MOST; i++) {
                    statement.setString(
                            3 + i, i < count.cell().size() ? count.cell().get(i) : "");
                }
                statement.setLong(6, count.number());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Optional<YearMonth> month(String sql) {
        List<Optional<YearMonth>> found =
                statements.list(sql, row -> Optional.ofNullable(row.getObject(1, LocalDate.class))
                        .map(YearMonth::from));
        return found.get(0);
    }

    private static FactCount count(ResultSet row) throws SQLException {
        FactTable table = FactTable.of(row.getString(1));
        List<String> cell = new ArrayList<>();
        for (int i = 0; i < table.attributes().size(); i++) {
            cell.add(row.getString(3 + i));
        }
        return new FactCount(
                table, YearMonth.from(row.getObject(2, LocalDate.class)), List.copyOf(cell), row.getLong(6));
    }
}
