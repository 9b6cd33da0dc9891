package org.obhut.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.obhut.report.Cell;
import org.obhut.report.ReportTable;

/**
 * One table of a report as CSV (RFC 4180), in the dialect of the directory's file: UTF-8 with a byte order mark, semicolons between
 * fields, a first row of headings. Before each row's label stands its key, which is the same in every language; the sum's is
 * {@code total}. Numbers are digits alone, shares in percent; a withheld number is {@link CellText#WITHHELD}.
 */
public final class TableCsv {

    /** What comes before a table's heading where its numbers are percentages. */
    private static final String PERCENT = " (%)";

    private static final String TOTAL = "total";
    private static final String MARK = "\uFEFF";

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r'-].*", Pattern.DOTALL);

    private TableCsv() {}

    /** Writes the table; the stream stays open. @param language tag of BCP 47 for headings and labels */
    public static void write(ReportTable table, String language, OutputStream to) throws IOException {
        var characters = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        characters.write(MARK);
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(characters);
        csv.writeRecord(headings(table, language));
        for (ReportTable.Row row : table.rows()) {
            csv.writeRecord(record(row.key(), row, language));
        }
        if (table.total() != null) {
            csv.writeRecord(record(TOTAL, table.total(), language));
        }
        csv.flush();
        characters.flush();
    }

    private static List<String> headings(ReportTable table, String language) {
        List<String> headings =
                new ArrayList<>(List.of("key", harmless(table.stub().in(language))));
        for (int i = 0; i < table.columns().size(); i++) {
            String label = table.columns().get(i).label().in(language);
            headings.add(harmless(shares(table, i) ? label + PERCENT : label));
        }
        return headings;
    }

    private static boolean shares(ReportTable table, int column) {
        return table.rows().stream().anyMatch(row -> row.cells().get(column) instanceof Cell.Share);
    }

    private static List<String> record(String key, ReportTable.Row row, String language) {
        return Stream.concat(
                        Stream.of(harmless(key), harmless(row.label().in(language))),
                        row.cells().stream().map(cell -> field(cell, language)))
                .toList();
    }

    private static String field(Cell cell, String language) {
        if (cell instanceof Cell.Count count) {
            return String.valueOf(count.value());
        }
        if (cell instanceof Cell.Share share) {
            return String.valueOf(share.percent());
        }
        if (cell instanceof Cell.Mean mean) {
            return String.valueOf(mean.value());
        }
        return cell instanceof Cell.Words words ? harmless(words.text().in(language)) : CellText.WITHHELD;
    }

    private static String harmless(String words) {
        return FORMULA.matcher(words).matches() ? "'" + words : words;
    }
}
