package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.audit.AuditTrail;
import org.obhut.codelist.CodeListChanged;
import org.obhut.codelist.CodeListVersion;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.codelist.EditedLists;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactCounts;

class ReportsIT {

    private static final Period QUARTER = Period.parse("2026-Q4").orElseThrow();
    private static final Instant JANUARY = Instant.parse("2027-01-12T09:00:00Z");

    private final LocalTransactions transactions = new LocalTransactions(PostgreSql.database());
    private final Statements statements = new Statements(transactions.database());
    private final FactCounts counts = new FactCounts(statements, new SecureRandom());
    private Reports reports = at(JANUARY);

    private final Caller koko = person("koko", Set.of(), Role.COORDINATOR);
    private final Caller leyla = person("leyla", Set.of(UUID.randomUUID()));
    private final Caller anna =
            new Caller(UUID.randomUUID(), "anna", Set.of(UUID.randomUUID()), Set.of(), Set.of(), new Keyring());
    private final Caller stat = person("stat", Set.of(), Role.ANALYST);
    private final Caller admin = person("admin", Set.of(), Role.ADMINISTRATOR);

    private static Caller person(String name, Set<UUID> leads, Role... roles) {
        return new Caller(UUID.randomUUID(), name, leads, leads, Set.of(roles), new Keyring());
    }

    private Reports at(Instant now) {
        return at(now, new CodeLists());
    }

    private Reports at(Instant now, CodeLists lists) {
        ReportRows rows = new ReportRows(statements);
        return new Reports(rows, new QuarterNumbers(counts, rows, lists), lists, Clock.fixed(now, ZoneOffset.UTC));
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

    private void year() {
        run(() -> DemoCounts.add(counts, YearMonth.of(2026, 12)));
    }

    @Test
    void aYearOfContactsIsQuicklyAReport() {
        year();
        Period whole = Period.parse("2026").orElseThrow();
        long begun = System.nanoTime();
        Report report = in(() -> reports.find(koko, whole)).orElseThrow();
        System.out.printf(
                "a report of %s contacts, first time: %d ms%n",
                report.figures().get(0).value(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        begun = System.nanoTime();
        assertEquals(report, in(() -> reports.find(koko, whole)).orElseThrow(), "the same however often it is asked");
        System.out.printf(
                "and again: %d ms%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        assertEquals(9, report.tables().size());
    }

    @Test
    void whatIsReleasedStaysAsItIs() {
        year();
        run(() -> reports.write(koko, QUARTER, "Es fehlt an Betten.", "Mehr Betten", 0));
        assertEquals(Optional.empty(), in(() -> reports.find(stat, QUARTER)), "a draft is no analyst's");
        run(() -> reports.release(koko, QUARTER, 1));
        Report released = in(() -> reports.find(stat, QUARTER)).orElseThrow();
        assertEquals(Report.State.RELEASED, released.state());
        assertEquals("koko", released.narrative().author());

        Period second = Period.parse("2026-Q2").orElseThrow();
        Cell before = cases(in(() -> reports.find(koko, second)).orElseThrow(), 0);

        year();
        assertEquals(released, in(() -> reports.find(anna, QUARTER)).orElseThrow());
        run(() -> reports.withdraw(leyla, QUARTER, 1));
        assertEquals(Optional.empty(), in(() -> reports.find(stat, QUARTER)));
        Report next = in(() -> reports.find(koko, QUARTER)).orElseThrow();
        assertEquals(2, next.version());
        assertEquals(released.sections(), next.sections(), "a quarter is rounded for others once");
        assertEquals(
                Report.State.WITHDRAWN,
                in(() -> reports.find(koko, QUARTER, 1)).orElseThrow().state());
        Period third = Period.parse("2026-Q3").orElseThrow();
        assertEquals(
                cases(released, 2),
                cases(in(() -> reports.find(koko, third)).orElseThrow(), 0),
                "the quarter it was compared with is kept too");
        assertNotEquals(
                before,
                cases(in(() -> reports.find(koko, second)).orElseThrow(), 0),
                "one that nobody has read is not");
    }

    @Test
    void whatIsReleasedKeepsItsLabelsAndADraftTakesThoseOfToday(@TempDir Path keys) {
        year();
        Clock clock = Clock.fixed(JANUARY, ZoneOffset.UTC);
        var edited = new EditedLists(
                statements,
                new AuditTrail(statements, clock, new TrailAnchor(KeyStoreFixture.keyStore(keys, clock))),
                clock);
        reports = at(JANUARY, edited.lists);
        run(() -> reports.release(koko, QUARTER, 0));
        String stigma = label(in(() -> reports.find(stat, QUARTER)).orElseThrow());
        assertEquals("Stigmatisierung", stigma);

        run(() -> edited.editing.rename(leyla, Name.TOPIC, "stigma", "Ablehnung", "Rejection", 1));
        run(() -> edited.editing.retire(koko, Name.TOPIC, "stigma", 2));
        assertEquals(
                "Stigmatisierung", label(in(() -> reports.find(stat, QUARTER)).orElseThrow()));
        Period third = Period.parse("2026-Q3").orElseThrow();
        assertEquals(
                "Ablehnung",
                label(in(() -> reports.find(koko, third)).orElseThrow()),
                "what is retired and was counted stands in a new report under its word of today");
        assertFalse(edited.lists.list(Name.TOPIC).offers("stigma"));

        List<CodeListVersion> versions = in(() -> edited.editing.versions(koko, Name.TOPIC));
        assertEquals(
                List.of("3 koko", "2 leyla", "1 null"),
                versions.stream()
                        .map(version -> version.list().version() + " " + version.by())
                        .toList());
        assertThrows(
                CodeListChanged.class,
                () -> run(() -> edited.editing.rename(koko, Name.TOPIC, "tax", "Finanzamt", "Tax office", 2)));
        run(() -> edited.editing.back(koko, Name.TOPIC, 1, 3));
        assertEquals(
                new CodeLists().list(Name.TOPIC).codes(),
                edited.lists.list(Name.TOPIC).codes());
        assertEquals(
                List.of(2L, 3L, 4L),
                statements.list(
                        "SELECT number FROM audit_line WHERE act = 'CODE_LIST_CHANGED' ORDER BY position",
                        row -> row.getLong(1)));
        for (Caller other : List.of(anna, stat, admin)) {
            assertThrows(Refused.class, () -> run(() -> edited.editing.versions(other, Name.TOPIC)));
            assertThrows(Refused.class, () -> run(() -> edited.editing.retire(other, Name.TOPIC, "tax", 4)));
        }
        assertThrows(InvalidInput.class, () -> run(() -> edited.editing.retire(koko, Name.REGION, "bochum", 1)));
    }

    private static String label(Report report) {
        return report.table("topics").orElseThrow().rows().stream()
                .filter(row -> row.key().equals("stigma"))
                .findFirst()
                .orElseThrow()
                .label()
                .in("de");
    }

    private static Cell cases(Report report, int column) {
        return report.table("who").orElseThrow().total().cells().get(column);
    }

    @Test
    void nobodyWritesOverAnothersTextOrReleasesWhatTheyHaveNotSeen() {
        year();
        run(() -> reports.write(koko, QUARTER, "eins", "", 0));
        run(() -> reports.write(koko, QUARTER, "eins und mehr", "", 1));
        assertEquals(1, in(() -> reports.making(koko, QUARTER)).narratives().size(), "one sitting is one version");
        run(() -> reports.write(leyla, QUARTER, "zwei", "", 1));
        assertThrows(ReportChanged.class, () -> run(() -> reports.write(koko, QUARTER, "drei", "", 1)));
        assertThrows(ReportChanged.class, () -> run(() -> reports.release(koko, QUARTER, 1)));
        reports = at(JANUARY.plus(Duration.ofHours(2)));
        run(() -> reports.write(leyla, QUARTER, "drei", "", 2));
        assertEquals(
                List.of("drei", "zwei", "eins und mehr"),
                in(() -> reports.making(koko, QUARTER)).narratives().stream()
                        .map(version -> version.narrative().needs())
                        .toList());
        assertThrows(
                InvalidInput.class,
                () -> run(() -> reports.write(koko, QUARTER, "x".repeat(Reports.LONGEST + 1), "", 3)));
        run(() -> reports.release(koko, QUARTER, 3));
        assertThrows(ReportChanged.class, () -> run(() -> reports.write(leyla, QUARTER, "vier", "", 3)));
        assertThrows(ReportChanged.class, () -> run(() -> reports.release(leyla, QUARTER, 3)));
        run(() -> reports.withdraw(leyla, QUARTER, 1));
        assertThrows(ReportChanged.class, () -> run(() -> reports.withdraw(koko, QUARTER, 1)));
        run(() -> reports.write(leyla, QUARTER, "vier", "", 3));
        assertEquals(4, in(() -> reports.making(koko, QUARTER)).narrative(), "what was released stays as it was");
    }

    @Test
    void onlyPeriodsThatAreOverAndCountedAreReported() {
        assertEquals(List.of(), in(() -> reports.list(koko)));
        year();
        List<String> periods = in(() -> reports.list(koko)).stream()
                .map(line -> line.period().toString())
                .toList();
        assertEquals(List.of("2026", "2026-H2", "2026-Q4", "2026-Q3", "2026-H1", "2026-Q2", "2026-Q1"), periods);
        Reports earlier = at(Instant.parse("2026-09-30T20:00:00Z"));
        assertEquals("2026-H1", in(() -> earlier.list(koko)).get(0).period().toString());
        assertEquals(
                Optional.empty(),
                in(() -> earlier.find(koko, Period.parse("2026-Q3").orElseThrow())));
        assertThrows(
                ReportChanged.class,
                () -> run(() -> earlier.release(koko, Period.parse("2026-Q3").orElseThrow(), 0)));
        assertEquals(List.of(), in(() -> reports.list(stat)));
    }

    @Test
    void whoMakesReportsAndWhoReadsThem() {
        year();
        for (Caller reader : List.of(anna, stat)) {
            assertThrows(Refused.class, () -> run(() -> reports.write(reader, QUARTER, "", "", 0)));
            assertThrows(Refused.class, () -> run(() -> reports.release(reader, QUARTER, 0)));
            assertThrows(Refused.class, () -> run(() -> reports.withdraw(reader, QUARTER, 1)));
            assertThrows(Refused.class, () -> run(() -> reports.making(reader, QUARTER)));
            assertThrows(Refused.class, () -> run(() -> reports.find(reader, QUARTER, 1)));
        }
        assertThrows(Refused.class, () -> run(() -> reports.list(admin)));
        assertThrows(Refused.class, () -> run(() -> reports.find(admin, QUARTER)));
        for (Caller maker : List.of(leyla, koko)) {
            assertEquals(
                    Report.State.DRAFT,
                    in(() -> reports.find(maker, QUARTER)).orElseThrow().state());
        }
    }
}
