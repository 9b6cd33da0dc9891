package org.obhut.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/** Finds lines of the audit trail, newest first. Part of the caller's transaction. */
@ApplicationScoped
public class AuditSearch {

    /**
     * What is looked for; null where it does not matter.
     *
     * @param act name of an act
     * @param person who did it or to whom it was done
     * @param from the first moment
     * @param until the first moment that is too late
     * @param below only lines with a lower number, for the next page
     */
    public record Wish(
            @Nullable String act,
            @Nullable UUID person,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long below) {}

    private final Statements statements;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AuditSearch() {
        this.statements = null;
    }

    @Inject
    public AuditSearch(Statements statements) {
        this.statements = statements;
    }

    /** At most so many lines. */
    public List<AuditLine> lines(Wish wish, int limit) {
        String sql = AuditRows.SELECT + """
                WHERE (CAST(? AS text) IS NULL OR act = ?)
                  AND (CAST(? AS uuid) IS NULL OR actor = ? OR subject = ?)
                  AND (CAST(? AS timestamptz) IS NULL OR at >= ?)
                  AND (CAST(? AS timestamptz) IS NULL OR at < ?)
                  AND (CAST(? AS bigint) IS NULL OR position < ?)
                ORDER BY position DESC LIMIT ?""";
        OffsetDateTime from = time(wish.from());
        OffsetDateTime until = time(wish.until());
        return statements.list(
                sql,
                AuditRows::line,
                wish.act(),
                wish.act(),
                wish.person(),
                wish.person(),
                wish.person(),
                from,
                from,
                until,
                until,
                wish.below(),
                wish.below(),
                limit);
    }

    /** The line of this number; empty where there is none, or none any more. */
    public Optional<AuditLine> at(long position) {
        return statements.list(AuditRows.SELECT + "WHERE position = ?", AuditRows::line, position).stream()
                .findFirst();
    }

    /** When a line is old enough to go. */
    public Instant keptUntil(AuditLine line) {
        return line.at().atOffset(ZoneOffset.UTC).plus(AuditKeeping.KEPT).toInstant();
    }

    /** When the oldest line that is kept was written; empty where there is none. */
    public Optional<Instant> oldest() {
        return statements
                .list(
                        "SELECT at FROM audit_line ORDER BY position LIMIT 1",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .stream()
                .findFirst();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
