package org.obhut.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Wordings that programs use, kept in a text file beside the class that looks for them: one regular expression a line, below
 * {@code [headings]}; {@code #} begins a comment. They match without regard to case, blanks and line ends as one blank.
 */
public final class Phrases {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final Map<String, Pattern> patterns;

    private Phrases(Map<String, Pattern> patterns) {
        this.patterns = patterns;
    }

    /** Reads the file of that name in the class's package. */
    public static Phrases beside(Class<?> reader, String file) {
        Map<String, StringBuilder> headings = new LinkedHashMap<>();
        StringBuilder alternatives = new StringBuilder();
        for (String raw : text(reader, file).split("\n")) {
            String line = raw.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                alternatives = new StringBuilder();
                headings.put(line.substring(1, line.length() - 1), alternatives);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                alternatives.append(alternatives.isEmpty() ? "" : "|").append(line);
            }
        }
        return new Phrases(headings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Pattern.compile(entry.getValue().toString(), FLAGS),
                        (one, other) -> one,
                        LinkedHashMap::new)));
    }

    /** Whether one of the phrases below this heading stands in the text. */
    public boolean in(String text, String heading) {
        return below(heading).matcher(plain(text)).find();
    }

    /** Where the phrase ends with which the text begins, in the text {@linkplain #plain made plain}; empty where none does. */
    public OptionalInt opening(String text, String heading) {
        Matcher matcher = below(heading).matcher(plain(text));
        return matcher.lookingAt() ? OptionalInt.of(matcher.end()) : OptionalInt.empty();
    }

    private Pattern below(String heading) {
        Pattern pattern = patterns.get(heading);
        if (pattern == null) {
            throw new IllegalArgumentException("no phrases are headed " + heading);
        }
        return pattern;
    }

    /** The headings in the order of the file. */
    public Iterable<String> headings() {
        return patterns.keySet();
    }

    /** With a blank for any run of white space, none at its ends, and plain apostrophes: the form in which phrases are written. */
    public static String plain(String text) {
        return text.replace('\u2019', '\'').replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private static String text(Class<?> reader, String file) {
        try (InputStream in = reader.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
