package org.obhut.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.form.FormLabels.Labelled;

/**
 * The fields of a form's text, in their order. A value stands behind its label or, where nothing does, on the next line that is
 * no label itself; what a client wrote runs on over lines until a known label or a signature follows. Where a label comes twice
 * the first counts, as forms begin with their own words.
 */
public final class FormText {

    /** A line that begins like a field nobody told us of. */
    private static final Pattern SOME_LABEL = Pattern.compile("[\\s*_-]{0,20}[^:：]{1,40}[:：](\\s.*)?");

    private static final Pattern SIGNATURE = Pattern.compile("(--|__+|\\*\\*\\*+|==+)\\s*");

    /** A field's value. {@code label} as the settings write it. */
    public record Entry(FormField field, String label, String value) {}

    private final FormLabels labels;
    private final List<String> lines;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    private FormText(String text, FormLabels labels) {
        this.labels = labels;
        this.lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            Optional<Labelled> found = labels.find(lines.get(at));
            if (found.isEmpty() || found.get().field() != FormField.LEFT_OUT) {
                kept.add(lines.get(at));
            }
            if (found.isPresent()) {
                entries.add(entry(found.get(), at));
            }
        }
    }

    /** Reads a plain text. */
    public static FormText of(String text, FormLabels labels) {
        return new FormText(text, labels);
    }

    /** Reads a plain text, or what a table of the HTML says where the text says less. */
    public static FormText of(String text, @Nullable String html, FormLabels labels) {
        FormText plain = of(text, labels);
        if (html == null) {
            return plain;
        }
        FormText table = of(FormTable.text(html), labels);
        return table.filled() > plain.filled() ? table : plain;
    }

    private long filled() {
        return entries.stream().filter(entry -> !entry.value().isEmpty()).count();
    }

    private Entry entry(Labelled found, int at) {
        String value = found.value();
        if (found.field() == FormField.TEXT) {
            value = (value + "\n" + String.join("\n", following(at))).strip();
        } else if (value.isEmpty()) {
            value = nextLine(at);
        }
        return new Entry(found.field(), found.label(), value);
    }

    private List<String> following(int label) {
        return lines.subList(label + 1, lines.size()).stream()
                .takeWhile(line ->
                        labels.find(line).isEmpty() && !SIGNATURE.matcher(line).matches())
                .toList();
    }

    private String nextLine(int label) {
        return lines.subList(label + 1, lines.size()).stream()
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .filter(line ->
                        labels.find(line).isEmpty() && !SOME_LABEL.matcher(line).matches())
                .map(String::strip)
                .orElse("");
    }

    /** The values of a field that are not empty, in their order. */
    public Stream<Entry> all(FormField field) {
        return entries.stream()
                .filter(entry -> entry.field() == field && !entry.value().isEmpty());
    }

    public Optional<String> first(FormField field) {
        return all(field).map(Entry::value).findFirst();
    }

    /** Whether the form told what is not to be kept. */
    public boolean leftSomethingOut() {
        return kept.size() < lines.size();
    }

    /** The whole form without what is not to be kept. */
    public String text() {
        return String.join("\n", kept).strip();
    }
}
