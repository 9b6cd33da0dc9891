package org.obhut.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.obhut.report.Cell;
import org.obhut.report.KeyFigure;
import org.obhut.report.Label;
import org.obhut.report.Narrative;
import org.obhut.report.Period;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;
import org.obhut.report.ReportTable.Chart;
import org.obhut.report.ReportTable.Column;
import org.obhut.report.ReportTable.Row;
import org.obhut.report.Section;

/** A made-up report with all that one can hold: each kind of chart and cell, a table longer than a page, words like a formula. */
public final class SampleReport {

    /** What a spreadsheet must take for words. */
    public static final String FORMULA = "=1+1";

    /** Letters of the clients' languages. */
    public static final String LETTERS = "Măsuță, științe, Größe, Niño, Żółć, Беседа";

    private SampleReport() {}

    public static Report of(Report.State state) {
        return new Report(
                Label.same("Landeskoordinierungsstelle (Beispiel)"),
                new Label("Quartalsbericht 4/2026", "Quarterly report 4/2026"),
                Period.parse("2026-Q4").orElseThrow(),
                LocalDate.of(2027, 1, 12),
                state,
                1,
                List.of(new Label(
                        "Alle Zahlen sind auf die nächste Fünf gerundet, Summen für sich.",
                        "All numbers are rounded to the nearest five, totals on their own.")),
                List.of(
                        figure("contacts", "Kontakte", new Cell.Count(1725), "+ 7 % zum Vorquartal"),
                        figure("languages", "Sprachen", new Cell.Words(Label.same("14")), "56 % nicht auf Deutsch"),
                        figure("referred", "Weitervermittelt", new Cell.Count(420), "an 31 Stellen"),
                        figure("answer", "Antwortzeit", new Cell.Mean(14), "Ziel: 18 Std.")),
                List.of(
                        section("contacts", "Kontakte", contacts()),
                        section("topics", "Themen", topics()),
                        section("regions", "Regionen", districts(), towns())),
                new Narrative(
                        "Viele verlieren ihren Schutz bei einem Umzug. " + LETTERS + "\n\nEs fehlen Sprechstunden.",
                        "Sprachmittlung auch abends finanzieren.\nMerkblatt in einfacher Sprache.",
                        "koko",
                        Instant.EPOCH));
    }

    private static ReportTable contacts() {
        return table(
                "contacts",
                "Kontakte je Monat und Kanal",
                Chart.GROUPS,
                List.of("E-Mail", "Telefon", "Summe"),
                List.of(
                        row("2026-10", "Oktober", 0, 310, 165, 475),
                        row("2026-11", "November", 0, 335, 180, 515),
                        row("2026-12", "Dezember", 0, 290, 140, 430)),
                row("quarter", "Quartal", 0, 935, 485, 1420));
    }

    private static ReportTable topics() {
        return table(
                "topics",
                "Nennungen, mehrere je Kontakt möglich",
                Chart.BARS,
                List.of("Anzahl", "Anteil", "Veränderung"),
                List.of(
                        mixed("registration", "Anmeldung", new Cell.Count(395), new Cell.Share(44), new Cell.Count(25)),
                        mixed("health", "Gesundheit", new Cell.Count(340), new Cell.Share(38), new Cell.Count(-15)),
                        mixed("formula", FORMULA, new Cell.Count(95), Cell.WITHHELD, Cell.WITHHELD)),
                null);
    }

    private static ReportTable districts() {
        return table(
                "districts",
                "Kontakte nach Regierungsbezirk",
                Chart.BARS,
                List.of("Anzahl"),
                List.of(
                        row("koeln", "Köln", 0, 520),
                        row("arnsberg", "Arnsberg", 0, 330),
                        row("none", "nicht genannt", 0, 160)),
                row("all", "Summe", 0, 1010));
    }

    /** Longer than what is left of a page. */
    private static ReportTable towns() {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, 5).forEach(district -> {
            rows.add(row("d" + district, "Bezirk " + district, 0, 55, 30));
            IntStream.range(0, 11)
                    .forEach(town -> rows.add(row("d" + district + "-" + town, "Kreis " + town, 1, 5, 0)));
        });
        return table(
                "towns",
                "Kontakte nach Kreis",
                Chart.NONE,
                List.of("Anzahl", "Vorquartal"),
                rows,
                row("all", "Summe", 0, 275, 150));
    }

    private static ReportTable table(
            String key, String caption, Chart chart, List<String> columns, List<Row> rows, Row total) {
        return new ReportTable(
                key,
                Label.same(caption),
                Label.same("Gruppe"),
                chart,
                columns.stream()
                        .map(name -> new Column(name.equals("Veränderung") ? "change" : name, Label.same(name)))
                        .toList(),
                rows,
                total,
                List.of(Label.same("Zu " + caption)));
    }

    private static Row row(String key, String label, int level, int... counts) {
        return new Row(
                key,
                Label.same(label),
                level,
                Arrays.stream(counts)
                        .mapToObj(count -> (Cell) new Cell.Count(count))
                        .toList());
    }

    private static Row mixed(String key, String label, Cell... cells) {
        return new Row(key, Label.same(label), 0, List.of(cells));
    }

    private static Section section(String key, String heading, ReportTable... tables) {
        return new Section(key, Label.same(heading), Stream.of(tables).toList());
    }

    private static KeyFigure figure(String key, String label, Cell value, String hint) {
        return new KeyFigure(key, Label.same(label), value, null, Label.same(hint));
    }
}
