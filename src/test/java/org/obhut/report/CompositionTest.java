package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.obhut.codelist.CodeLists;
import org.obhut.statistics.DemoCounts;
import org.obhut.statistics.FactCount;
import org.xml.sax.InputSource;

class CompositionTest {

    private static final CodeLists LISTS = new CodeLists();
    private static final YearMonth SINCE = YearMonth.of(2025, 1);

    static Numbers numbers(Period period) {
        List<FactCount> year = DemoCounts.until(YearMonth.of(2026, 12));
        Numbers sum = Numbers.NONE;
        for (Period quarter : period.quarters()) {
            List<FactCount> counts = year.stream()
                    .filter(count -> Period.quarterOf(count.month()).equals(quarter))
                    .toList();
            sum = sum.plus(Published.rounded(
                    Published.cells(counts),
                    new SmallCells(new Lots(new UUID(1, 2), quarter)),
                    LISTS.list(CodeLists.Name.REGION)));
        }
        return sum;
    }

    static Report report(String text) {
        Period period = Period.parse(text).orElseThrow();
        return new Composition(LISTS, period, numbers(period), numbers(period.before()))
                .draft(LocalDate.of(2027, 1, 12), SINCE, 1, null);
    }

    @Test
    void hasNineTablesWhoseTotalsAreTheSumsOfWhatIsPublished() {
        Report report = report("2026-Q4");
        assertEquals(
                List.copyOf(Reports.catalogue().keySet()),
                report.tables().stream().map(ReportTable::key).toList());
        for (ReportTable table : report.tables()) {
            if (table.total() != null) {
                int sum = table.rows().stream()
                        .filter(row -> row.level() == 0)
                        .mapToInt(row -> count(row, 0))
                        .sum();
                assertEquals(count(table.total(), 0), sum, table.key());
            }
        }
        int contacts = last(report.table("contacts").orElseThrow().total());
        assertEquals(contacts, count(report.table("languages").orElseThrow().total(), 0));
        assertEquals(
                contacts, count(report.table("new-and-repeat").orElseThrow().total(), 0));
        assertEquals(
                count(report.table("who").orElseThrow().total(), 0),
                count(report.table("regions").orElseThrow().total(), 0));
        assertTrue(contacts > 500, "the demo year is not small: " + contacts);
    }

    @Test
    void longerPeriodsAreTheSumsOfTheirQuarters() {
        int quarters = 0;
        for (String quarter : List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")) {
            quarters += last(report(quarter).table("contacts").orElseThrow().total());
        }
        assertEquals(
                quarters, last(report("2026").table("contacts").orElseThrow().total()));
    }

    @Test
    void comparesWithThePeriodBefore() {
        ReportTable topics = report("2026-Q4").table("topics").orElseThrow();
        assertEquals(
                List.of("count", "before", "change"),
                topics.columns().stream().map(ReportTable.Column::key).toList());
        topics.rows().forEach(row -> assertEquals(count(row, 0) - count(row, 1), count(row, 2)));
        Report first = new Composition(
                        LISTS,
                        Period.parse("2026-Q1").orElseThrow(),
                        numbers(Period.parse("2026-Q1").orElseThrow()),
                        null)
                .draft(LocalDate.of(2026, 4, 2), YearMonth.of(2026, 2), 1, null);
        assertEquals(
                List.of("count"),
                first.table("topics").orElseThrow().columns().stream()
                        .map(ReportTable.Column::key)
                        .toList());
        assertEquals(
                "Counting began in February 2026; there are no numbers from before.",
                first.notes().get(1).in("en"));
    }

    @Test
    void withholdsSharesAndAveragesOfFewCases() {
        Map<String, Map<List<String>, Integer>> few = new HashMap<>();
        few.put(Published.CONTACTS, Map.of(List.of("mail", "2026-10"), 45));
        few.put(Published.NEW_AND_REPEAT, Map.of(List.of("first"), 45));
        few.put(Published.FIRST_ANSWERS, Map.of(List.of("up-to-4-hours"), 15));
        Report report = new Composition(LISTS, Period.parse("2026-Q4").orElseThrow(), new Numbers(few), null)
                .draft(LocalDate.of(2027, 1, 12), SINCE, 1, null);
        assertEquals(
                Cell.WITHHELD,
                report.table("new-and-repeat")
                        .orElseThrow()
                        .rows()
                        .get(0)
                        .cells()
                        .get(1));
        assertEquals(Cell.WITHHELD, report.figures().get(3).value());
        assertFalse(report.figures().get(1).hint() != null, "no share of few");
    }

    @Test
    void isDrawnInSvgThatSaysWhatItIs() throws Exception {
        for (String period : List.of("2026-Q4", "2026")) {
            Report report = report(period);
            for (ReportTable table : report.tables()) {
                for (String language : List.of("de", "en")) {
                    String svg = ChartSvg.of(table, language);
                    var root = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(svg)))
                            .getDocumentElement();
                    assertEquals(
                            table.caption().in(language),
                            root.getElementsByTagName("title").item(0).getTextContent());
                    assertEquals(1, root.getElementsByTagName("desc").getLength());
                    assertTrue(root.getElementsByTagName("rect").getLength() > 1, table.key());
                }
            }
        }
    }

    @Test
    void saysTheSameInBothLanguages() throws Exception {
        Properties german = new Properties();
        Properties english = new Properties();
        try (var de = getClass().getResourceAsStream("/org/obhut/report/texts_de.properties");
                var en = getClass().getResourceAsStream("/org/obhut/report/texts_en.properties")) {
            german.load(new java.io.InputStreamReader(de, java.nio.charset.StandardCharsets.UTF_8));
            english.load(new java.io.InputStreamReader(en, java.nio.charset.StandardCharsets.UTF_8));
        }
        assertEquals(german.keySet(), english.keySet());
    }

    private static int count(ReportTable.Row row, int column) {
        return ((Cell.Count) row.cells().get(column)).value();
    }

    private static int last(ReportTable.Row row) {
        return count(row, row.cells().size() - 1);
    }
}
