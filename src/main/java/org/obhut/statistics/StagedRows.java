package org.obhut.statistics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;

/** The sealed rows of facts that wait. Whoever reads them to change them first takes a lock; to add one needs none. */
@Dependent
class StagedRows {

    /** The number of the lock: 'obhut' in ASCII and 03. */
    private static final long LOCK = 0x6f62_6875_7403L;

    private static final System.Logger LOG = System.getLogger(StagedRows.class.getName());

    private final Statements statements;
    private final OperatingSecrets secrets;
    private final SecureRandom random;

    @Inject
    StagedRows(Statements statements, OperatingSecrets secrets, SecureRandom random) {
        this.statements = statements;
        this.secrets = secrets;
        this.random = random;
    }

    /** One row; {@code content} is null where it does not open. */
    record Row(byte[] sealed, @Nullable StagedFact content) {}

    /** For those who take back single rows, beside each other; until the transaction ends. */
    void share() {
        statements.list("SELECT pg_advisory_xact_lock_shared(?)", row -> true, LOCK);
    }

    /** For who rewrites the rows, alone; until the transaction ends. */
    void exclude() {
        statements.list("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    FactHandle add(Fact fact) {
        FactHandle handle = FactHandle.random(random);
        put(new StagedFact(fact, handle));
        return handle;
    }

    void put(StagedFact staged) {
        statements.run("INSERT INTO fact_staged (sealed) VALUES (?)", secrets.sealFact(staged.bytes()));
    }

    /** All of them, in random order. */
    List<Row> all() {
        return read("SELECT sealed FROM fact_staged");
    }

    private List<Row> read(String sql) {
        List<Row> rows = new ArrayList<>(statements.list(sql, row -> opened(row.getBytes(1))));
        Collections.shuffle(rows, random);
        long closed = rows.stream().filter(row -> row.content() == null).count();
        if (closed > 0) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: facts-unreadable {0}", closed);
        }
        return rows;
    }

    private Row opened(byte[] sealed) {
        try {
            return new Row(sealed, StagedFact.of(secrets.openFact(sealed)));
        } catch (RuntimeException damaged) {
            // One bad row must not keep all others; it stays where it is until someone has looked.
            return new Row(sealed, null);
        }
    }

    void remove(Collection<Row> rows) {
        statements.on(connection -> {
            Array sealed = connection.createArrayOf(
                    "bytea", rows.stream().map(Row::sealed).toArray(byte[][]::new));
            return Statements.run(connection, "DELETE FROM fact_staged WHERE sealed = ANY (?)", sealed);
        });
    }

    /**
     * Writes all rows anew, in random order and under fresh envelopes: a row's transaction is that of the mail or the closing it counts, of
     * a row that waits alone, too. Returns how many rows there are.
     */
    int mix() {
        List<Row> rows = read("DELETE FROM fact_staged RETURNING sealed");
        statements.on(connection -> {
            insert(connection, rows);
            return true;
        });
        return rows.size();
    }

    private void insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO fact_staged (sealed) VALUES (?)")) {
            for (Row row : rows) {
                StagedFact content = row.content();
                insert.setBytes(1, content == null ? row.sealed() : secrets.sealFact(content.bytes()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
