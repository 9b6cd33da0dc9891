package org.obhut.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known not to hold of the corpus, in {@code corpus-misses.txt}: a line each with row, key and the reason why we do it
 * differently or what is missing. A miss that is not listed and a line that holds are both errors.
 */
public final class CorpusMisses {

    private final Map<String, String> listed = new LinkedHashMap<>();
    private final List<String> unlisted = new ArrayList<>();
    private final List<String> outdated = new ArrayList<>();

    private CorpusMisses() {}

    public static CorpusMisses read() {
        CorpusMisses misses = new CorpusMisses();
        try (InputStream in = CorpusMisses.class.getResourceAsStream("corpus-misses.txt")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(misses::list);
            return misses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(String line) {
        String[] columns = line.split(" \\| ", 3);
        if (columns.length < 3 || columns[2].isBlank()) {
            throw new AssertionError("no row, key and reason: " + line);
        }
        if (listed.put(columns[0] + " | " + columns[1], columns[2]) != null) {
            throw new AssertionError("listed twice: " + line);
        }
    }

    /** Takes note of one expectation of one row. */
    public void compared(String row, String key, boolean holds) {
        String name = row + " | " + key;
        if (holds && listed.containsKey(name)) {
            outdated.add(name);
        } else if (!holds && !listed.containsKey(name)) {
            unlisted.add(name);
        }
    }

    /** Those that do not hold and are not listed. */
    public List<String> unlisted() {
        return unlisted;
    }

    /** Those that are listed and hold. */
    public List<String> outdated() {
        return outdated;
    }
}
