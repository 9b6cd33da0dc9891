package org.obhut.report;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.obhut.report.ReportTable.Row;

/**
 * A published table drawn as SVG, for a page, a print and a PDF alike: rectangles, lines and words only, coloured by the classes
 * {@code s1} to {@code s3} of the style sheet, each bar with its number, so that it reads without colour too. Its title and description
 * say that the table beside it has the same numbers.
 */
public final class ChartSvg {

    private static final int WIDTH = 410;
    private static final int LEFT = 34;
    private static final int TOP = 20;
    private static final int HEIGHT = 180;
    private static final int BAR = 32;
    private static final int LABEL = 150;
    private static final int NUMBER = 44;
    /** How many letters of a label have room beside a bar. */
    private static final int LETTERS = 21;
    /** More bars than these are not drawn; the table has them. */
    private static final int MOST_BARS = 12;

    private static final int SERIES = 3;

    private final ReportTable table;
    private final String language;
    private final StringBuilder svg = new StringBuilder();

    private ChartSvg(ReportTable table, String language) {
        this.table = table;
        this.language = language;
    }

    /** An {@code svg} element in a language; empty where the table is not drawn or has nothing to draw. */
    public static String of(ReportTable table, String language) {
        ChartSvg chart = new ChartSvg(table, language);
        return switch (table.chart()) {
            case NONE -> "";
            case BARS -> chart.bars();
            case GROUPS -> chart.groups();
        };
    }

    /** The columns that are drawn in a group, without the last one, their sum. */
    public static List<Label> series(ReportTable table) {
        return table.columns().subList(0, Math.min(SERIES, table.columns().size() - 1)).stream()
                .map(ReportTable.Column::label)
                .toList();
    }

    private String bars() {
        List<Row> rows = table.rows().stream()
                .filter(row -> row.level() == 0 && count(row, 0) > 0)
                .limit(MOST_BARS)
                .toList();
        int most = rows.stream().mapToInt(row -> count(row, 0)).max().orElse(0);
        if (most == 0) {
            return "";
        }
        int height = rows.size() * BAR + 2;
        begin(height);
        double unit = (double) (WIDTH - LABEL - NUMBER) / most;
        for (int i = 0; i < rows.size(); i++) {
            int y = i * BAR;
            double width = count(rows.get(i), 0) * unit;
            words("", 0, y + 20, shortened(rows.get(i).label().in(language)));
            bar(1, LABEL, y + 5, width, BAR - 11);
            words("", LABEL + width + 7, y + 20, number(count(rows.get(i), 0)));
        }
        line("a", "M" + LABEL + " 0V" + height);
        return end();
    }

    private String groups() {
        int series = series(table).size();
        int most = 0;
        for (Row row : table.rows()) {
            for (int i = 0; i < series; i++) {
                most = Math.max(most, count(row, i));
            }
        }
        if (most == 0) {
            return "";
        }
        begin(TOP + HEIGHT + 28);
        int step = step(most);
        int top = (most + step - 1) / step * step;
        double unit = (double) HEIGHT / top;
        for (int value = 0; value <= top; value += step) {
            double y = TOP + HEIGHT - value * unit;
            line(value == 0 ? "a" : "g", "M" + LEFT + ' ' + decimal(y) + "H" + WIDTH);
            words("m e", LEFT - 6, y + 4, number(value));
        }
        double group = (double) (WIDTH - LEFT) / table.rows().size();
        double width = Math.min(34, (group - 8) / series - 2);
        // Numbers over narrow bars would run into each other; the table has them.
        boolean numbers = width >= 20;
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            double middle = LEFT + group * (i + 0.5);
            for (int j = 0; j < series; j++) {
                double x = middle + (j - series / 2.0) * (width + 2);
                double height = count(row, j) * unit;
                bar(j + 1, x, TOP + HEIGHT - height, width, height);
                if (numbers) {
                    words("c", x + width / 2, TOP + HEIGHT - height - 5, number(count(row, j)));
                }
            }
            String month = row.label().in(language);
            words("c", middle, TOP + HEIGHT + 20, group < 70 ? month.substring(0, Math.min(3, month.length())) : month);
        }
        return end();
    }

    /** A round step with at most five lines. */
    private static int step(int most) {
        int step = SmallCells.BASE;
        // 5, 10, 20, 50, 100 and so on.
        for (int i = 1; step * 5 < most; i++) {
            step = i % 3 == 0 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static int count(Row row, int column) {
        return row.cells().get(column) instanceof Cell.Count count ? Math.max(0, count.value()) : 0;
    }

    private void begin(int height) {
        String id = "chart-" + table.key();
        svg.append(
                "<svg class=\"ob-chart\" viewBox=\"0 0 " + WIDTH + ' ' + height + "\" role=\"img\" aria-labelledby=\""
                        + id + "\" aria-describedby=\"" + id + "-about\"><title id=\"" + id + "\">");
        svg.append(escaped(table.caption().in(language))).append("</title><desc id=\"" + id + "-about\">");
        svg.append(escaped(Wording.of("chart.about").in(language))).append("</desc>");
    }

    private String end() {
        return svg.append("</svg>").toString();
    }

    private void bar(int series, double x, double y, double width, double height) {
        svg.append("<rect class=\"s" + series + "\" x=\"" + decimal(x) + "\" y=\"" + decimal(y) + "\" width=\""
                + decimal(width) + "\" height=\"" + decimal(height) + "\"/>");
    }

    private void line(String kind, String path) {
        svg.append("<path class=\"" + kind + "\" d=\"" + path + "\"/>");
    }

    private void words(String place, double x, double y, String words) {
        svg.append("<text" + (place.isEmpty() ? "" : " class=\"" + place + '"') + " x=\"" + decimal(x) + "\" y=\""
                + decimal(y) + "\">" + escaped(words) + "</text>");
    }

    private String number(int value) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(language)).format(value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String shortened(String label) {
        return label.length() <= LETTERS
                ? label
                : label.substring(0, LETTERS - 1).stripTrailing() + "…";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
