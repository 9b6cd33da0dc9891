package org.obhut.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The directory as a table in a file (RFC 4180), as spreadsheets read and write it: UTF-8 with a byte order mark, semicolons between
 * fields, a first row of {@link Field#key headings}. Commas, columns in another order and missing ones are understood as well.
 */
final class DirectoryFile {

    static final int MOST_ROWS = 5_000;
    private static final String MARK = "\uFEFF";

    /** What a spreadsheet would take for a formula; a telephone number is none. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t-].*", Pattern.DOTALL);

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()/-]*");

    /** @param line in the file, from 1 */
    record Row(long line, Map<Field, String> fields) {}

    private DirectoryFile() {}

    static String write(List<DirectoryEntry> entries) {
        var file = new StringWriter();
        file.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(file)) {
            csv.writeRecord(Arrays.stream(Field.values()).map(Field::key).toList());
            for (DirectoryEntry entry : entries) {
                csv.writeRecord(entry.organisation().fields().values().stream()
                        .map(DirectoryFile::harmless)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static String harmless(String cell) {
        boolean formula =
                FORMULA.matcher(cell).matches() && !TELEPHONE.matcher(cell).matches();
        return formula || cell.startsWith("'") ? "'" + cell : cell;
    }

    /** @throws UnreadableFile where it is no such table */
    static List<Row> read(byte[] bytes) {
        String text = text(bytes);
        String heading = text.lines().findFirst().orElse("");
        char separator = heading.indexOf(';') >= 0 ? ';' : ',';
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .fieldSeparator(separator)
                .ofCsvRecord(text)) {
            List<Row> rows = new ArrayList<>();
            List<Field> columns = List.of();
            for (CsvRecord each : csv) {
                if (columns.isEmpty()) {
                    columns = columns(each.getFields());
                } else {
                    rows.add(row(each, columns));
                }
                if (rows.size() > MOST_ROWS) {
                    throw new UnreadableFile("too-many", MOST_ROWS);
                }
            }
            if (rows.isEmpty()) {
                throw new UnreadableFile("empty", 1);
            }
            return rows;
        } catch (CsvParseException | IOException e) {
            throw new UnreadableFile("malformed", 1);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("not-utf-8", 1);
        }
    }

    private static List<Field> columns(List<String> headings) {
        List<Field> columns = headings.stream()
                .map(heading -> Field.of(heading).orElseThrow(() -> new UnreadableFile("unknown-heading", 1)))
                .toList();
        Set<Field> once = new HashSet<>(columns);
        if (once.size() < columns.size() || !once.contains(Field.NAME) || !once.contains(Field.KIND)) {
            throw new UnreadableFile("headings", 1);
        }
        return columns;
    }

    private static Row row(CsvRecord row, List<Field> columns) {
        if (row.getFieldCount() != columns.size()) {
            throw new UnreadableFile("cells", row.getStartingLineNumber());
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.getField(i);
            fields.put(columns.get(i), cell.startsWith("'") ? cell.substring(1) : cell);
        }
        return new Row(row.getStartingLineNumber(), fields);
    }
}
