package org.obhut.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.platform.Statements;

/** The tables of reports: seed, kept quarters, releases, narratives. */
@Dependent
class ReportRows {

    private final Statements statements;

    @Inject
    ReportRows(Statements statements) {
        this.statements = statements;
    }

    UUID seed() {
        return statements
                .list("SELECT seed FROM report_seed", row -> row.getObject(1, UUID.class))
                .get(0);
    }

    Optional<Numbers> kept(Period quarter) {
        return statements
                .list(
                        "SELECT counts FROM report_quarter WHERE quarter = ?",
                        row -> Numbers.read(row.getString(1)),
                        quarter.toString())
                .stream()
                .findFirst();
    }

    void keep(Period quarter, Numbers numbers) {
        statements.run(
                "INSERT INTO report_quarter (quarter, counts) VALUES (?, ?) ON CONFLICT (quarter) DO NOTHING",
                quarter.toString(),
                numbers.text());
    }

    /** Lets one release, withdrawal or text of a period follow the other. */
    void lock(Period period) {
        statements.list("SELECT pg_advisory_xact_lock(hashtext('report ' || ?))", row -> 1, period.toString());
    }

    /** All releases, the latest of each period first. */
    List<Release> releases() {
        return statements.list(
                "SELECT period, version, released_at, released_by, withdrawn_at, withdrawn_by FROM report_release"
                        + " ORDER BY period, version DESC",
                ReportRows::release);
    }

    private static Release release(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject(5, OffsetDateTime.class);
        return new Release(
                Period.parse(row.getString(1)).orElseThrow(),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                withdrawn == null ? null : new Release.Withdrawal(withdrawn.toInstant(), row.getString(6)));
    }

    Optional<Report> content(Period period, int version) {
        return statements
                .list(
                        "SELECT content FROM report_release WHERE period = ? AND version = ?",
                        row -> FrozenReport.read(row.getString(1)),
                        period.toString(),
                        version)
                .stream()
                .findFirst();
    }

    void release(Report report, Instant at, String by) {
        statements.run(
                "INSERT INTO report_release (period, version, content, released_at, released_by) VALUES (?, ?, ?, ?, ?)",
                report.period().toString(),
                report.version(),
                FrozenReport.write(report),
                at.atOffset(ZoneOffset.UTC),
                by);
    }

    /** Puts a released report in the place of itself. */
    void replace(Report report) {
        statements.run(
                "UPDATE report_release SET content = ? WHERE period = ? AND version = ?",
                FrozenReport.write(report),
                report.period().toString(),
                report.version());
    }

    /** Whether there was one to withdraw. */
    boolean withdraw(Period period, int version, Instant at, String by) {
        return statements.run(
                        "UPDATE report_release SET withdrawn_at = ?, withdrawn_by = ?"
                                + " WHERE period = ? AND version = ? AND withdrawn_at IS NULL",
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        period.toString(),
                        version)
                > 0;
    }

    /** All versions of what was written about a period, the latest first. */
    List<NarrativeVersion> narratives(Period period) {
        return statements.list(
                "SELECT number, needs, recommendations, written_by, written_at, erased_at, erased_by"
                        + " FROM report_narrative WHERE period = ? ORDER BY number DESC",
                ReportRows::narrative,
                period.toString());
    }

    private static NarrativeVersion narrative(ResultSet row) throws SQLException {
        OffsetDateTime erased = row.getObject(6, OffsetDateTime.class);
        return new NarrativeVersion(
                row.getInt(1),
                new Narrative(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                erased == null ? null : new NarrativeVersion.Erasure(erased.toInstant(), row.getString(7)));
    }

    void erase(Period period, int number, Instant at, String by) {
        statements.run(
                "UPDATE report_narrative SET needs = '', recommendations = '', erased_at = ?, erased_by = ?"
                        + " WHERE period = ? AND number = ?",
                at.atOffset(ZoneOffset.UTC),
                by,
                period.toString(),
                number);
    }

    void put(Period period, NarrativeVersion version) {
        Narrative narrative = version.narrative();
        statements.run(
                """
                INSERT INTO report_narrative (period, number, needs, recommendations, written_by, written_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (period, number) DO UPDATE SET needs = excluded.needs,
                    recommendations = excluded.recommendations, written_at = excluded.written_at""",
                period.toString(),
                version.number(),
                narrative.needs(),
                narrative.recommendations(),
                narrative.author(),
                narrative.at().atOffset(ZoneOffset.UTC));
    }
}
