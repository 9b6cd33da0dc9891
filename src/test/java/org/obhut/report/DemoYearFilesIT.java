package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.account.Role;
import org.obhut.codelist.CodeLists;
import org.obhut.console.Language;
import org.obhut.console.ReportDocument;
import org.obhut.console.Templates;
import org.obhut.console.Texts;
import org.obhut.envelope.Keyring;
import org.obhut.export.CellText;
import org.obhut.export.CsvArchive;
import org.obhut.export.OdsWorkbook;
import org.obhut.export.ReportJson;
import org.obhut.export.TaggedPdf;
import org.obhut.export.XlsxWorkbook;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactCounts;

/** The report of a demo year, from its counts to the files. */
class DemoYearFilesIT {

    private interface Write {
        void to(OutputStream file) throws IOException;
    }

    @Test
    @DisplayName("A year's report goes into every format, its totals into the PDF, on a few pages")
    void isWrittenInEveryFormat() throws IOException {
        Report report = report();
        for (Language language : Language.values()) {
            var document = new ReportDocument(report, new Texts(language));
            String end = '-' + language.tag();
            measure("ods" + end, to -> OdsWorkbook.write(report, document, to));
            measure("xlsx" + end, to -> XlsxWorkbook.write(report, document, to));
            measure("zip" + end, to -> CsvArchive.write(report, document, to));
            measure(
                    "json" + end,
                    to -> to.write(ReportJson.of(report).toString().getBytes(StandardCharsets.UTF_8)));
            byte[] pdf = measure("pdf" + end, to -> TaggedPdf.write(page(document), to));
            Files.write(Files.createDirectories(Path.of("target", "exports")).resolve("demo-year" + end + ".pdf"), pdf);
            try (PDDocument read = Loader.loadPDF(pdf)) {
                System.out.println("pdf: " + read.getNumberOfPages() + " pages");
                assertTrue(read.getNumberOfPages() <= 5, "pages: " + read.getNumberOfPages());
                int totals = totals(report, new PDFTextStripper().getText(read), document.language());
                System.out.println("pdf: " + totals + " totals compared");
                assertTrue(totals > 5);
            }
        }
    }

    private static int totals(Report report, String text, String language) {
        int compared = 0;
        for (ReportTable table : report.tables()) {
            ReportTable.Row total = table.total();
            if (total != null) {
                StringBuilder cells =
                        new StringBuilder(Pattern.quote(total.label().in(language)));
                for (int i = 0; i < total.cells().size(); i++) {
                    cells.append("\\s+")
                            .append(Pattern.quote(CellText.of(
                                    table.columns().get(i), total.cells().get(i), language)));
                }
                assertTrue(Pattern.compile(cells.toString()).matcher(text).find(), table.key() + ": " + cells);
                compared++;
            }
        }
        return compared;
    }

    private static String page(ReportDocument document) {
        return new String(
                new Templates()
                        .render("report/document.jte", Map.of("doc", document))
                        .toByteArray(),
                StandardCharsets.UTF_8);
    }

    private static byte[] measure(String name, Write write) throws IOException {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var bytes = new ByteArrayOutputStream();
        write.to(bytes);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        System.out.println(name + ": " + bytes.size() + " bytes, " + spent / 1_000_000 + " ms of CPU");
        assertTrue(bytes.size() > 0);
        return bytes.toByteArray();
    }

    private static Report report() {
        var transactions = new LocalTransactions(PostgreSql.database());
        var statements = new Statements(transactions.database());
        var counts = new FactCounts(statements, new SecureRandom());
        var rows = new ReportRows(statements);
        var lists = new CodeLists();
        var reports = new Reports(
                rows,
                new QuarterNumbers(counts, rows, lists),
                lists,
                Clock.fixed(Instant.parse("2027-01-12T09:00:00Z"), ZoneOffset.UTC));
        var koko = new Caller(UUID.randomUUID(), "koko", Set.of(), Set.of(), Set.of(Role.COORDINATOR), new Keyring());
        Period year = Period.parse("2026").orElseThrow();
        Report report = transactions.run(() -> {
            DemoCounts.add(counts, YearMonth.of(2026, 12));
            return reports.find(koko, year).orElseThrow();
        });
        assertEquals(year, report.period());
        return report;
    }
}
