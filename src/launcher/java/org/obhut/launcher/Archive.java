package org.obhut.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The table of contents of an archive: a ZIP file with one entry for each table, in PostgreSQL's binary COPY format, and at its end
 * {@value #ENTRY}, which says what the others are. It holds no secret and no word of a client.
 *
 * @param made when, by the clock of the machine
 * @param mode live or demo; the two never mix
 * @param keyStore the key store without which nothing in it can be opened
 * @param epoch the key store's epoch that new seals were under
 * @param versions the applied migrations, in order; the last is the schema's
 * @param tables in an order in which no row comes before one that it refers to
 * @param sequences last value of each
 * @param tickets how many, by the epoch of their seals; without any seal under 0
 */
record Archive(
        Instant made,
        String mode,
        UUID keyStore,
        int epoch,
        List<String> versions,
        List<Table> tables,
        Map<String, Long> sequences,
        Map<Integer, Long> tickets) {

    /** The entry's name. */
    static final String ENTRY = "archive.properties";

    private static final String FORMAT = "1";

    /**
     * One table.
     *
     * @param columns their names, separated by commas, as they stand in a COPY statement
     * @param digest SHA-256 of the entry, hexadecimal
     */
    record Table(String name, String columns, long rows, String digest) {}

    long allTickets() {
        return tickets.values().stream().mapToLong(Long::longValue).sum();
    }

    String text() {
        var properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("made", made.toString());
        properties.setProperty("mode", mode);
        properties.setProperty("key-store", keyStore.toString());
        properties.setProperty("epoch", Integer.toString(epoch));
        properties.setProperty("versions", String.join(",", versions));
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            properties.setProperty(
                    "table." + i, table.name() + ' ' + table.rows() + ' ' + table.digest() + ' ' + table.columns());
        }
        sequences.forEach((name, value) -> properties.setProperty("sequence." + name, value.toString()));
        tickets.forEach((epoch, count) -> properties.setProperty("tickets." + epoch, count.toString()));
        var text = new StringWriter();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> text.write(name + '=' + properties.getProperty(name) + '\n'));
        return text.toString();
    }

    /** @throws DamagedArchive where the text is not one of {@link #text()} */
    static Archive of(String text) throws DamagedArchive {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
            if (!FORMAT.equals(properties.getProperty("format"))) {
                throw new DamagedArchive("its format is unknown to this version of Obhut");
            }
            List<Table> tables = new ArrayList<>();
            for (int i = 0; properties.containsKey("table." + i); i++) {
                String[] parts = properties.getProperty("table." + i).split(" ", 4);
                tables.add(new Table(parts[0], parts[3], Long.parseLong(parts[1]), parts[2]));
            }
            Map<Integer, Long> tickets = new TreeMap<>();
            below(properties, "tickets.").forEach((epoch, count) -> tickets.put(Integer.valueOf(epoch), count));
            return new Archive(
                    Instant.parse(properties.getProperty("made", "")),
                    properties.getProperty("mode", ""),
                    UUID.fromString(properties.getProperty("key-store", "")),
                    Integer.parseInt(properties.getProperty("epoch", "")),
                    List.of(properties.getProperty("versions", "").split(",")),
                    tables,
                    below(properties, "sequence."),
                    tickets);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw new DamagedArchive("its table of contents can't be read");
        }
    }

    private static Map<String, Long> below(Properties properties, String prefix) {
        Map<String, Long> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), Long.valueOf(properties.getProperty(name)));
            }
        }
        return values;
    }
}
