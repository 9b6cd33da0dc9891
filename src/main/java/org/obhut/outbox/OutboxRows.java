package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.platform.Statements;

/**
 * The table {@code outbox}, in SQL: each step of a delivery is one conditional statement, whose row count says whether it
 * was still ours to take. Times are the application clock's, never the database's.
 */
@ApplicationScoped
class OutboxRows {

    private final Statements database;

    @Inject
    OutboxRows(Statements database) {
        this.database = database;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected OutboxRows() {
        this.database = null;
    }

    /** What a claim found: the claim, and whether the row was held until now. */
    record Claimed(Claim claim, boolean first) {}

    /** A row's id and its envelope. */
    record Sealed(UUID id, byte[] sealed) {}

    void insert(OutgoingMessage message, Instant expiresAt, int dispatchKey, byte[] sealed) {
        String sql = """
                INSERT INTO outbox (id, ticket_id, mailbox, state, not_before, next_attempt_at, expires_at, dispatch_key, sealed)
                VALUES (?, ?, ?, 'held', ?, ?, ?, ?, ?)""";
        database.run(
                sql,
                message.item(),
                message.ticket(),
                message.mailbox(),
                at(message.notBefore()),
                at(message.notBefore()),
                at(expiresAt),
                dispatchKey,
                sealed);
    }

    /** Skips a row that is being claimed at this moment, so that a withdrawal never waits for a delivery. */
    boolean deleteHeld(UUID id) {
        String sql = """
                DELETE FROM outbox WHERE id =
                    (SELECT id FROM outbox WHERE id = ? AND state = 'held' FOR UPDATE SKIP LOCKED)""";
        return database.run(sql, id) == 1;
    }

    /** A row's id and its ticket. */
    record Waiting(UUID id, UUID ticket) {}

    /** Empties the table. */
    List<Waiting> deleteAll() {
        return database.list(
                "DELETE FROM outbox RETURNING id, ticket_id",
                row -> new Waiting(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    boolean deleteUnclaimed(UUID id) {
        String sql = """
                DELETE FROM outbox WHERE id =
                    (SELECT id FROM outbox WHERE id = ? AND state <> 'claimed' FOR UPDATE SKIP LOCKED)""";
        return database.run(sql, id) == 1;
    }

    /** Takes the row that is due longest: held, waiting, or claimed by one whose lease is over. */
    Optional<Claimed> claim(UUID owner, Instant now, Instant leaseUntil) {
        String sql = """
                WITH due AS (
                    SELECT id, state FROM outbox
                    WHERE next_attempt_at <= ? AND (state <> 'claimed' OR lease_until <= ?)
                    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                UPDATE outbox SET state = 'claimed', owner = ?, lease_until = ?, attempts = attempts + 1
                FROM due WHERE outbox.id = due.id
                RETURNING outbox.id, ticket_id, mailbox, attempts, final_dots, expires_at, sealed, due.state = 'held'""";
        List<Claimed> rows = database.list(sql, row -> claimed(row, owner), at(now), at(now), owner, at(leaseUntil));
        return rows.stream().findFirst();
    }

    private static Claimed claimed(ResultSet row, UUID owner) throws SQLException {
        var claim = new Claim(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                owner,
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBytes(7));
        return new Claimed(claim, row.getBoolean(8));
    }

    boolean finalDot(Claim claim, Instant leaseUntil) {
        String sql =
                "UPDATE outbox SET final_dots = final_dots + 1, lease_until = ? WHERE id = ? AND owner = ? AND final_dots = ?";
        return database.run(sql, at(leaseUntil), claim.id(), claim.owner(), claim.finalDots()) == 1;
    }

    /** Gives the row back for a later attempt. */
    boolean postpone(Claim claim, int finalDots, Instant nextAttempt) {
        String sql = """
                UPDATE outbox SET state = 'waiting', owner = NULL, lease_until = NULL, final_dots = ?, next_attempt_at = ?
                WHERE id = ? AND owner = ?""";
        return database.run(sql, finalDots, at(nextAttempt), claim.id(), claim.owner()) == 1;
    }

    /** Gives the row back unless its final dot is on the way. */
    void release(Claim claim, Instant now) {
        String sql = """
                UPDATE outbox SET state = 'waiting', owner = NULL, lease_until = NULL, next_attempt_at = ?
                WHERE id = ? AND owner = ? AND final_dots = ?""";
        database.run(sql, at(now), claim.id(), claim.owner(), claim.finalDots());
    }

    boolean delete(Claim claim) {
        return database.run("DELETE FROM outbox WHERE id = ? AND owner = ?", claim.id(), claim.owner()) == 1;
    }

    /** Gives unclaimed rows another ticket. False where some of these are claimed; whoever holds one is not waited for. */
    boolean follow(Collection<UUID> ids, UUID ticket) {
        String sql = """
                UPDATE outbox SET ticket_id = ? WHERE id IN
                    (SELECT id FROM outbox WHERE id = ANY (?) AND state <> 'claimed' FOR UPDATE SKIP LOCKED)""";
        database.run(sql, ticket, ids);
        return database.list("SELECT 1 FROM outbox WHERE id = ANY (?) AND ticket_id <> ?", row -> true, ids, ticket)
                .isEmpty();
    }

    /** Whether a mail of this ticket waits to be sent, or is being sent. */
    boolean waits(UUID ticket) {
        return !database.list("SELECT 1 FROM outbox WHERE ticket_id = ? LIMIT 1", row -> true, ticket)
                .isEmpty();
    }

    void deleteOf(UUID ticket) {
        database.run("DELETE FROM outbox WHERE ticket_id = ?", ticket);
    }

    /** Prolongs leases; never shortens one. */
    void prolong(Set<UUID> owners, Instant leaseUntil) {
        database.run(
                "UPDATE outbox SET lease_until = ? WHERE owner = ANY (?) AND lease_until < ?",
                at(leaseUntil),
                owners,
                at(leaseUntil));
    }

    List<Sealed> sealedBefore(int dispatchKey) {
        String sql =
                "SELECT id, sealed FROM outbox WHERE dispatch_key < ? ORDER BY dispatch_key LIMIT 1 FOR UPDATE SKIP LOCKED";
        return database.list(sql, row -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)), dispatchKey);
    }

    /** Lets the next claim find a row that has expired. */
    void expire(UUID id, Instant now, int dispatchKey) {
        String sql = "UPDATE outbox SET expires_at = ?, next_attempt_at = ?, dispatch_key = ? WHERE id = ?";
        database.run(sql, at(now), at(now), dispatchKey, id);
    }

    void reseal(UUID id, int dispatchKey, byte[] sealed) {
        database.run("UPDATE outbox SET dispatch_key = ?, sealed = ? WHERE id = ?", dispatchKey, sealed, id);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
