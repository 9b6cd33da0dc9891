package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.audit.AuditTrail;
import org.obhut.codelist.CodeLists;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactCounts;

class NarrativeErasureIT {

    private static final Period QUARTER = Period.parse("2026-Q4").orElseThrow();
    private static final Clock JANUARY = Clock.fixed(Instant.parse("2027-01-12T09:00:00Z"), ZoneOffset.UTC);

    private static final String NAMED = "Frau Beispielmann aus Musterdorf";

    private final LocalTransactions transactions = new LocalTransactions(PostgreSql.database());
    private final Statements statements = new Statements(transactions.database());
    private final FactCounts counts = new FactCounts(statements, new SecureRandom());
    private final ReportRows rows = new ReportRows(statements);
    private final CodeLists lists = new CodeLists();
    private final Reports reports = new Reports(rows, new QuarterNumbers(counts, rows, lists), lists, JANUARY);
    private final NarrativeErasure erasure;

    private final Caller koko = person("koko", Role.COORDINATOR);
    private final Caller leyla = person("leyla", Role.LEAD);
    private final Caller stat = person("stat", Role.ANALYST);

    NarrativeErasureIT(@TempDir Path keys) {
        var audit =
                new AuditTrail(statements, JANUARY, new TrailAnchor(KeyStoreFixture.keyStore(keys, Clock.systemUTC())));
        var erasing = new NarrativeErasing(rows, audit, JANUARY) {
            @Override
            void erase(Caller caller, Period period, int number, boolean earlier) {
                run(() -> super.erase(caller, period, number, earlier));
            }
        };
        erasure = new NarrativeErasure(erasing, statements);
    }

    private static Caller person(String name, Role role) {
        return new Caller(UUID.randomUUID(), name, Set.of(), Set.of(), Set.of(role), new Keyring());
    }

    private <T> T in(Supplier<T> work) {
        return transactions.run(work::get);
    }

    private void run(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    /** Three versions, the middle one released and withdrawn, the last one released. */
    @BeforeEach
    void write() {
        // Compressed, no word could be found.
        statements.run("ALTER TABLE report_release ALTER COLUMN content SET STORAGE EXTERNAL");
        run(() -> DemoCounts.add(counts, YearMonth.of(2026, 12)));
        run(() -> reports.write(koko, QUARTER, "Es geht um " + NAMED + ".", "", 0));
        run(() -> reports.write(leyla, QUARTER, "", NAMED + " helfen", 1));
        run(() -> reports.release(koko, QUARTER, 2));
        run(() -> reports.withdraw(koko, QUARTER, 1));
        run(() -> reports.write(koko, QUARTER, "Es fehlt an Betten.", "", 2));
        run(() -> reports.release(koko, QUARTER, 3));
    }

    private List<String> texts() {
        return in(() -> reports.making(koko, QUARTER)).narratives().stream()
                .map(version -> version.number() + " "
                        + version.narrative().needs()
                        + version.narrative().recommendations()
                        + (version.erasure() == null
                                ? ""
                                : "by " + version.erasure().by()))
                .toList();
    }

    @Test
    void theWordsGoFromVersionsReleasesAndFilesAndTheNumbersStay() throws IOException {
        Report withdrawn = in(() -> reports.find(koko, QUARTER, 1)).orElseThrow();
        Report released = in(() -> reports.find(stat, QUARTER)).orElseThrow();
        statements.run("ANALYZE report_narrative");
        statements.run("ANALYZE report_release");
        assertEquals(
                List.of("report_narrative", "report_release"), tablesThatHold(NAMED), "the search finds what is there");

        erasure.erase(leyla, QUARTER, 2, true);

        assertEquals(List.of("3 Es fehlt an Betten.", "2 by leyla", "1 by leyla"), texts());
        Report after = in(() -> reports.find(koko, QUARTER, 1)).orElseThrow();
        assertTrue(after.narrative().blank());
        assertEquals("leyla", after.narrative().author());
        assertEquals(withdrawn.sections(), after.sections());
        assertEquals(withdrawn.figures(), after.figures());
        assertEquals(Report.State.WITHDRAWN, after.state());
        assertEquals(
                released, in(() -> reports.find(stat, QUARTER)).orElseThrow(), "another text's release is untouched");
        assertEquals(List.of(), tablesThatHold(NAMED));
        assertEquals(
                List.of(),
                statements.list(
                        "SELECT tablename FROM pg_stats WHERE strpos(most_common_vals::text, 'Musterdorf') > 0"
                                + " OR strpos(histogram_bounds::text, 'Musterdorf') > 0",
                        row -> row.getString(1)));
        assertEquals(
                List.of(2026L),
                statements.list("SELECT number FROM audit_line WHERE act = 'NARRATIVE_ERASED'", row -> row.getLong(1)));
    }

    @Test
    void aReleasedReportLosesItsWordsAndAnOldWindowCannotBringThemBack() {
        erasure.erase(koko, QUARTER, 3, false);
        Report released = in(() -> reports.find(stat, QUARTER)).orElseThrow();
        assertEquals(Report.State.RELEASED, released.state());
        assertTrue(released.narrative().blank());
        assertEquals("4 ", texts().get(0), "a new text begins empty");
        assertEquals("2 " + NAMED + " helfen", texts().get(2), "earlier ones stay unless they are to go");

        run(() -> reports.withdraw(koko, QUARTER, 2));
        assertThrows(ReportChanged.class, () -> run(() -> reports.write(koko, QUARTER, "Es fehlt an Betten.", "", 3)));
        run(() -> reports.write(koko, QUARTER, "Neu.", "", 4));
        assertEquals("5 Neu.", texts().get(0));
    }

    @Test
    void nobodyElseErasesAndNothingIsErasedTwice() {
        assertThrows(Refused.class, () -> erasure.erase(stat, QUARTER, 1, false));
        assertThrows(ReportChanged.class, () -> erasure.erase(koko, QUARTER, 9, true));
        erasure.erase(koko, QUARTER, 1, false);
        assertThrows(ReportChanged.class, () -> erasure.erase(koko, QUARTER, 1, false));
        assertFalse(texts().stream().anyMatch(text -> text.contains("Es geht um")));
    }

    private List<String> tablesThatHold(String words) throws IOException {
        statements.run("CHECKPOINT");
        List<String[]> files = statements.list("""
                SELECT t.relname, current_setting('data_directory') || '/' || pg_relation_filepath(c.oid)
                FROM pg_class t JOIN pg_class c ON c.oid IN (t.oid, t.reltoastrelid)
                WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace ORDER BY 1""", row -> new String[] {row.getString(1), row.getString(2)});
        Set<String> holding = new TreeSet<>();
        for (String[] file : files) {
            if (new String(Files.readAllBytes(Path.of(file[1])), StandardCharsets.UTF_8).contains(words)) {
                holding.add(file[0]);
            }
        }
        return List.copyOf(holding);
    }
}
