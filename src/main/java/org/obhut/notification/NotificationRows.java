package org.obhut.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/** The table {@code notification}. Part of the caller's transaction. */
@ApplicationScoped
class NotificationRows {

    private static final String ROW = """
            SELECT person, pace, whole_team, quiet_from, quiet_to, address, pending, attempts, codes, codes_on, p.language, urgent, urgent_not_before
            FROM notification JOIN person p ON p.id = person\s""";

    private final Statements statements;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected NotificationRows() {
        this(null, null);
    }

    @Inject
    NotificationRows(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** What is stored for a person. */
    record Row(
            UUID person,
            Choice choice,
            byte @Nullable [] address,
            byte @Nullable [] pending,
            int attempts,
            int codes,
            LocalDate codesOn,
            String language,
            boolean urgent,
            OffsetDateTime urgentNotBefore) {

        /** Whether they are to be told now, whatever the hour. */
        boolean pressing(Instant now) {
            return urgent && !urgentNotBefore.toInstant().isAfter(now);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new Choice(Pace.valueOf(row.getString(2)), row.getBoolean(3), row.getInt(4), row.getInt(5)),
                row.getBytes(6),
                row.getBytes(7),
                row.getInt(8),
                row.getInt(9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getBoolean(12),
                row.getObject(13, OffsetDateTime.class));
    }

    /** The person's row, locked; made where there is none. */
    Row locked(UUID person) {
        Instant now = clock.instant();
        statements.run(
                "INSERT INTO notification (person, codes_on, not_before) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                person,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now.truncatedTo(java.time.temporal.ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
        return statements
                .list(ROW + "WHERE person = ? FOR UPDATE OF notification", NotificationRows::row, person)
                .get(0);
    }

    Optional<Row> find(UUID person) {
        return statements.list(ROW + "WHERE person = ?", NotificationRows::row, person).stream()
                .findFirst();
    }

    void choose(UUID person, Choice choice, Instant notBefore) {
        statements.run(
                """
                UPDATE notification SET pace = ?, whole_team = ?, quiet_from = ?, quiet_to = ?, not_before = ?,
                    waiting = waiting AND ? <> 'OFF' WHERE person = ?""",
                choice.pace().name(),
                choice.wholeTeam(),
                choice.quietFrom(),
                choice.quietTo(),
                notBefore.atOffset(ZoneOffset.UTC),
                choice.pace().name(),
                person);
    }

    void pending(UUID person, byte[] sealed, int codes, LocalDate today) {
        statements.run(
                "UPDATE notification SET pending = ?, attempts = 0, codes = ?, codes_on = ? WHERE person = ?",
                sealed,
                codes,
                today,
                person);
    }

    void attempted(UUID person) {
        statements.run("UPDATE notification SET attempts = attempts + 1 WHERE person = ?", person);
    }

    void confirm(UUID person, byte[] address) {
        statements.run(
                "UPDATE notification SET address = ?, pending = NULL, attempts = 0, waiting = false WHERE person = ?",
                address,
                person);
    }

    void remove(UUID person) {
        statements.run(
                "UPDATE notification SET pace = 'OFF', address = NULL, pending = NULL, waiting = false WHERE person = ?",
                person);
    }

    /**
     * Marks those who want to hear of it: whoever is responsible, and of those who can read it whoever chose the whole team. Who belongs to
     * a team holds a seal of its root.
     */
    void mark(@Nullable UUID responsible, Set<UUID> readers) {
        String sql = """
                UPDATE notification SET waiting = true
                WHERE pace <> 'OFF' AND address IS NOT NULL AND NOT waiting AND (person = ? OR whole_team AND (person = ANY (?)
                    OR person IN (SELECT reader FROM seal WHERE file = ANY (?) AND during @> CAST(? AS timestamptz))))""";
        statements.run(sql, responsible, readers, readers, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Marks those who hold a reader's root, such as a team's leads, unless they want no mail at all. */
    void markHolders(UUID reader) {
        String sql = """
                UPDATE notification SET waiting = true
                WHERE pace <> 'OFF' AND address IS NOT NULL AND NOT waiting AND person IN (
                    SELECT reader FROM seal WHERE file = ? AND during @> CAST(? AS timestamptz))""";
        statements.run(sql, reader, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Marks the leads among those who can read it, unless they want no mail at all: something is urgent. */
    void markLeads(Set<UUID> readers) {
        String sql = """
                UPDATE notification SET urgent = true
                WHERE pace <> 'OFF' AND address IS NOT NULL AND NOT urgent AND person IN (
                    SELECT reader FROM seal WHERE during @> CAST(? AS timestamptz)
                        AND file IN (SELECT leads_reader FROM team_epoch WHERE leads_reader = ANY (?)))""";
        statements.run(sql, clock.instant().atOffset(ZoneOffset.UTC), readers);
    }

    /** Those to whom something is to be said, oldest first. What is urgent waits for nothing but the one before it. */
    List<Row> due(Instant now) {
        return statements.list(
                ROW
                        + "WHERE (waiting AND not_before <= ? OR urgent AND urgent_not_before <= ?) AND p.blocked_on IS NULL"
                        + " ORDER BY not_before FOR UPDATE OF notification SKIP LOCKED",
                NotificationRows::row,
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    /** @param urgentNext when word of something urgent may go again */
    void told(UUID person, Instant next, Instant urgentNext) {
        statements.run("""
                UPDATE notification SET waiting = false, not_before = ?, urgent = false,
                    urgent_not_before = CASE WHEN urgent THEN ? ELSE urgent_not_before END WHERE person = ?""", next.atOffset(ZoneOffset.UTC), urgentNext.atOffset(ZoneOffset.UTC), person);
    }
}
