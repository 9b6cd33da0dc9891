package org.obhut.form;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The labels of a form's fields, and how one is known at the beginning of a line: whatever its case, behind bullets or
 * emphasis, with a mark of duty ({@code *}, {@code (Pflichtfeld)}) after it, then a separator or the line's end.
 */
public final class FormLabels {

    /** A longer bracket is somebody's words. */
    private static final int LONGEST_MARK = 40;

    private static final String DECORATION = "*_-–—#>|•·=";
    private static final String SEPARATORS = ":：=|";
    private static final String DASHES = "-–—";

    private record Label(FormField field, String text) {}

    /** A line that begins with a label. {@code label} as it is set, {@code value} the rest of the line, which may be empty. */
    record Labelled(FormField field, String label, String value) {}

    /** By their first letter, so that most lines cost one look. */
    private final Map<Character, List<Label>> labels;

    private FormLabels(Stream<Label> labels) {
        // So that a label is not taken for a longer one's beginning.
        this.labels = labels.sorted(
                        Comparator.comparingInt((Label label) -> label.text().length())
                                .reversed())
                .collect(Collectors.groupingBy(label -> first(label.text())));
    }

    /** @param setting the labels that are set for a field, separated by commas; empty for the usual ones */
    public static FormLabels of(Function<FormField, Optional<String>> setting) {
        return new FormLabels(Arrays.stream(FormField.values())
                .flatMap(field -> setting.apply(field).map(FormLabels::list).orElseGet(field::usual).stream()
                        .map(text -> new Label(field, text))));
    }

    public static FormLabels usual() {
        return of(field -> Optional.empty());
    }

    static List<String> list(String commas) {
        return Arrays.stream(commas.split(","))
                .map(label -> Normalizer.normalize(label.strip(), Normalizer.Form.NFC))
                .filter(label -> !label.isEmpty())
                .toList();
    }

    Optional<Labelled> find(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFC);
        String bare = text.substring(skip(text, 0, DECORATION));
        List<Label> possible = bare.isEmpty() ? List.of() : labels.getOrDefault(first(bare), List.of());
        for (Label label : possible) {
            if (bare.regionMatches(true, 0, label.text(), 0, label.text().length())) {
                Optional<String> value = value(bare.substring(label.text().length()));
                if (value.isPresent()) {
                    return Optional.of(new Labelled(label.field(), label.text(), value.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static char first(String text) {
        return Character.toLowerCase(text.charAt(0));
    }

    /** What stands behind a label; empty where the label is only the beginning of a word or sentence. */
    private static Optional<String> value(String rest) {
        int at = skip(rest, 0, "*_");
        int bracket = at < rest.length() && rest.charAt(at) == '(' ? rest.indexOf(')', at) : -1;
        if (bracket > 0 && bracket - at < LONGEST_MARK) {
            at = skip(rest, bracket + 1, "*_");
        }
        if (skip(rest, at, DECORATION) == rest.length()) {
            return Optional.of("");
        }
        if (SEPARATORS.indexOf(rest.charAt(at)) >= 0) {
            return Optional.of(clean(rest.substring(at + 1)));
        }
        if (at == 0 || !blank(rest.charAt(at - 1))) {
            return Optional.empty();
        }
        if (DASHES.indexOf(rest.charAt(at)) >= 0 && at + 1 < rest.length() && blank(rest.charAt(at + 1))) {
            return Optional.of(clean(rest.substring(at + 1)));
        }
        boolean column = at > 1 && blank(rest.charAt(at - 2)) || rest.charAt(at - 1) == '\t';
        return column ? Optional.of(clean(rest.substring(at))) : Optional.empty();
    }

    private static String clean(String value) {
        String text = value.substring(skip(value, 0, "*_|"));
        int end = text.length();
        while (end > 0 && (blank(text.charAt(end - 1)) || "*_|".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The place of the first character that is neither blank nor one of these. */
    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && (blank(text.charAt(at)) || characters.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
