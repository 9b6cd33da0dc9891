package org.obhut.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.platform.Statements;

/** The rows of the chain, on the connection of one transaction. */
final class AuditRows {

    /** Columns in the order that {@link #line} reads. */
    static final String SELECT = "SELECT position, at, act, actor, subject, number, previous, code FROM audit_line ";

    /** Any number that no other lock of Obhut has: "audit" in ASCII. */
    private static final long LOCK = 0x6175646974L;

    private final Connection connection;

    AuditRows(Connection connection) {
        this.connection = connection;
    }

    /** Until the transaction ends nobody else, on whichever node, adds a line. */
    void lock() throws SQLException {
        Statements.list(connection, "SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    Optional<AuditLine> last() throws SQLException {
        return first(SELECT + "ORDER BY position DESC LIMIT 1");
    }

    Optional<AuditLine> at(long position) throws SQLException {
        return first(SELECT + "WHERE position = ?", position);
    }

    /** The last line before the first that is younger than this. */
    Optional<AuditLine> lastBefore(Instant time) throws SQLException {
        String sql = SELECT + """
                WHERE position < COALESCE(
                    (SELECT min(position) FROM audit_line WHERE at >= CAST(? AS timestamptz)),
                    (SELECT max(position) FROM audit_line))
                ORDER BY position DESC LIMIT 1""";
        return first(sql, time.atOffset(ZoneOffset.UTC));
    }

    /** The lines from a position on, in order. */
    List<AuditLine> from(long position, int limit) throws SQLException {
        return Statements.list(
                connection, SELECT + "WHERE position >= ? ORDER BY position LIMIT ?", AuditRows::line, position, limit);
    }

    void add(AuditLine line) throws SQLException {
        String sql = """
                INSERT INTO audit_line (position, at, act, actor, subject, number, previous, code)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
        Statements.run(
                connection,
                sql,
                line.position(),
                line.at().atOffset(ZoneOffset.UTC),
                line.act(),
                line.actor(),
                line.subject(),
                line.number(),
                line.previous(),
                line.code());
    }

    void removeThrough(long position) throws SQLException {
        Statements.run(connection, "DELETE FROM audit_line WHERE position <= ?", position);
    }

    Optional<AuditStart> start() throws SQLException {
        return Statements.list(
                        connection,
                        "SELECT position, previous, code, last_run FROM audit_start",
                        row -> new AuditStart(row.getLong(1), row.getBytes(2), row.getBytes(3), instant(row, 4)))
                .stream()
                .findFirst();
    }

    void put(AuditStart start) throws SQLException {
        String sql = """
                INSERT INTO audit_start (position, previous, code, last_run) VALUES (?, ?, ?, ?)
                ON CONFLICT (one) DO UPDATE SET position = EXCLUDED.position, previous = EXCLUDED.previous,
                    code = EXCLUDED.code, last_run = EXCLUDED.last_run""";
        Statements.run(
                connection,
                sql,
                start.position(),
                start.previous(),
                start.code(),
                start.lastRun().atOffset(ZoneOffset.UTC));
    }

    private Optional<AuditLine> first(String sql, Object... arguments) throws SQLException {
        return Statements.list(connection, sql, AuditRows::line, arguments).stream()
                .findFirst();
    }

    static AuditLine line(ResultSet row) throws SQLException {
        long number = row.getLong(6);
        Long counted = row.wasNull() ? null : number;
        return new AuditLine(
                row.getLong(1),
                instant(row, 2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                counted,
                row.getBytes(7),
                row.getBytes(8));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
