package org.obhut.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists of words by section and language: {@code [section]}, then lines {@code language: phrase | phrase}; {@code #} begins a
 * remark. Phrases are kept in lower case.
 */
record Phrases(Map<String, Map<String, Set<String>>> sections) {

    /** Reads a list beside this class. */
    static Phrases read(String name) {
        Map<String, Map<String, Set<String>>> sections = new TreeMap<>();
        Map<String, Set<String>> section = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), s -> new TreeMap<>());
                } else if (!line.startsWith("#") && colon > 0) {
                    Set<String> phrases =
                            section.computeIfAbsent(line.substring(0, colon).strip(), l -> new LinkedHashSet<>());
                    for (String phrase : line.substring(colon + 1).split("\\|")) {
                        phrases.add(lower(phrase.strip()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(sections);
    }

    /** The phrases of a section in all languages. */
    Set<String> all(String section) {
        Set<String> all = new LinkedHashSet<>();
        byLanguage(section).values().forEach(all::addAll);
        return all;
    }

    Map<String, Set<String>> byLanguage(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    /** Lower case in which the Turkish dotted I is an i. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace("i\u0307", "i");
    }
}
