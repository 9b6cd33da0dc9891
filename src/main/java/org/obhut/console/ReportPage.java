package org.obhut.console;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.report.Cell;
import org.obhut.report.ChartSvg;
import org.obhut.report.Label;
import org.obhut.report.NarrativeVersion;
import org.obhut.report.Period;
import org.obhut.report.Report;
import org.obhut.report.ReportLine;
import org.obhut.report.ReportMaking;
import org.obhut.report.ReportTable;

/**
 * The report of a period.
 *
 * @param lines the periods to choose from, the latest first
 * @param report null where there is none to read
 * @param making how it is made; null for those who only read
 * @param written what was typed and not stored; null where the form shows what is stored
 * @param erase number of the text whose erasure is to be confirmed; null where none is
 */
public record ReportPage(
        List<ReportLine> lines,
        @Nullable Report report,
        @Nullable ReportMaking making,
        @Nullable Written written,
        @Nullable Integer erase) {

    /**
     * What was typed.
     *
     * @param trouble ending of the key of the text that says why it was not stored
     */
    public record Written(String needs, String recommendations, String trouble) {}

    /** Whether what is shown is written now: the draft of the chosen period. */
    public boolean writes() {
        return making != null && report != null && report.state() == Report.State.DRAFT;
    }

    /** The text that is about to be erased. */
    public Optional<NarrativeVersion> erased() {
        return making == null
                ? Optional.empty()
                : making.narratives().stream()
                        .filter(version -> Objects.equals(version.number(), erase))
                        .filter(version -> !version.narrative().blank())
                        .findFirst();
    }

    /** Whether a text before the one that is about to be erased has words, too. */
    public boolean hasEarlier() {
        return making != null
                && erase != null
                && making.narratives().stream()
                        .anyMatch(version ->
                                version.number() < erase && !version.narrative().blank());
    }

    public String needs() {
        if (written != null) {
            return written.needs();
        }
        return making == null || making.narratives().isEmpty()
                ? ""
                : making.narratives().get(0).narrative().needs();
    }

    public String recommendations() {
        if (written != null) {
            return written.recommendations();
        }
        return making == null || making.narratives().isEmpty()
                ? ""
                : making.narratives().get(0).narrative().recommendations();
    }

    public String l(Frame frame, Label label) {
        return label.in(frame.language().tag());
    }

    /** A period's name: {@code 3. Quartal 2026}. */
    public String name(Frame frame, Period period) {
        return frame.t("report.period." + period.kind(), period.number(), String.valueOf(period.year()));
    }

    /** The days of the report: {@code 1. Juli bis 30. September 2026}. */
    public String days(Frame frame, Period period) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(
                frame.t("report.day"), frame.language().locale());
        DateTimeFormatter full = DateTimeFormatter.ofPattern(
                frame.t("report.day.full"), frame.language().locale());
        return frame.t("report.days", period.from().format(day), period.to().format(full));
    }

    /** What stands in a cell. */
    public String cell(Frame frame, ReportTable.Column column, Cell cell) {
        if (cell instanceof Cell.Count count && column.key().equals("change") && count.value() != 0) {
            return (count.value() > 0 ? "+ " : "− ") + number(frame, Math.abs(count.value()));
        }
        return cell(frame, cell);
    }

    public String cell(Frame frame, Cell cell) {
        if (cell instanceof Cell.Count count) {
            return number(frame, count.value());
        } else if (cell instanceof Cell.Share share) {
            return frame.t("report.percent", share.percent());
        } else if (cell instanceof Cell.Mean mean) {
            return number(frame, mean.value());
        }
        return cell instanceof Cell.Words words ? l(frame, words.text()) : "–";
    }

    /** Whether a cell says nothing, so that a reader of the screen is told why. */
    public boolean withheld(Cell cell) {
        return cell instanceof Cell.Withheld;
    }

    private static String number(Frame frame, int value) {
        return NumberFormat.getIntegerInstance(frame.language().locale()).format(value);
    }

    /** The chart of a table; empty where there is none. */
    public String chart(Frame frame, ReportTable table) {
        return ChartSvg.of(table, frame.language().tag());
    }

    /** The names of a chart's colours; none where it has one only. */
    public List<Label> series(ReportTable table) {
        return table.chart() == ReportTable.Chart.GROUPS ? ChartSvg.series(table) : List.of();
    }
}
