package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.obhut.export.ReportExports;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactCounts;

class ReportExportsIT {

    private static final Period QUARTER = Period.parse("2026-Q4").orElseThrow();
    private static final Clock JANUARY = Clock.fixed(Instant.parse("2027-01-12T09:00:00Z"), ZoneOffset.UTC);

    private final LocalTransactions transactions = new LocalTransactions(PostgreSql.database());
    private final Statements statements = new Statements(transactions.database());
    private final FactCounts counts = new FactCounts(statements, new SecureRandom());
    private final Reports reports;
    private final ReportExports exports;

    private final Caller koko = person("koko", Role.COORDINATOR);
    private final Caller stat = person("stat", Role.ANALYST);
    private final Caller admin = person("admin", Role.ADMINISTRATOR);

    ReportExportsIT(@TempDir Path keys) {
        var rows = new ReportRows(statements);
        var lists = new CodeLists();
        reports = new Reports(rows, new QuarterNumbers(counts, rows, lists), lists, JANUARY);
        var anchor = new TrailAnchor(KeyStoreFixture.keyStore(keys, Clock.systemUTC()));
        exports = new ReportExports(reports, new AuditTrail(statements, JANUARY, anchor));
    }

    private static Caller person(String name, Role role) {
        return new Caller(UUID.randomUUID(), name, Set.of(), Set.of(), Set.of(role), new Keyring());
    }

    private Optional<Report> begin(Caller caller, @Nullable Integer version) {
        return transactions.run(() -> exports.begin(caller, QUARTER, version));
    }

    private List<String> lines() {
        return statements.list(
                "SELECT actor || ' ' || number FROM audit_line WHERE act = 'REPORT_EXPORTED' ORDER BY position",
                row -> row.getString(1));
    }

    @Test
    void eachFileThatIsBegunIsALineWithItsYearAndWhatIsRefusedIsNone() {
        transactions.run(() -> {
            DemoCounts.add(counts, YearMonth.of(2026, 12));
            return true;
        });
        assertEquals(Optional.empty(), begin(stat, null), "a draft is no analyst's");
        assertThrows(Refused.class, () -> begin(admin, null));
        assertThrows(Refused.class, () -> begin(stat, 1));
        assertEquals(List.of(), lines());

        assertEquals(Report.State.DRAFT, begin(koko, null).orElseThrow().state());
        transactions.run(() -> {
            reports.release(koko, QUARTER, 0);
            return true;
        });
        assertEquals(Report.State.RELEASED, begin(stat, null).orElseThrow().state());
        assertEquals(Report.State.RELEASED, begin(koko, 1).orElseThrow().state());
        assertEquals(List.of(koko.person() + " 2026", stat.person() + " 2026", koko.person() + " 2026"), lines());
    }
}
