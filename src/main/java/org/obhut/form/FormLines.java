package org.obhut.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form says beside the client's own words, line by line and whatever the form calls it: for reading, not for deciding
 * anything. A value stands behind its label or, where nothing does, on the next line that has none itself.
 */
public final class FormLines {

    /** A longer beginning is a sentence, and the colon of a time of day or of an address of the web ends no label. */
    private static final Pattern LABELLED =
            Pattern.compile("[\\s*_•·|-]{0,20}([^:：\\s][^:：]{0,39}?)[*_\\s]{0,5}[:：](?!//)(?!(?<=\\d[:：])\\d)(.*)");

    /** A form's field as it is written there. */
    public record Line(String label, String value) {}

    private FormLines() {}

    /** @param words what the client wrote, which is shown by itself and left out here */
    public static List<Line> of(String form, String words) {
        List<String> own =
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Line> lines = new ArrayList<>();
        String waiting = null;
        for (String line : form.lines().toList()) {
            Matcher labelled = LABELLED.matcher(line);
            boolean label = labelled.matches();
            String value = label ? clean(labelled.group(2)) : clean(line);
            if (own.contains(line.strip()) || !own.isEmpty() && own.get(0).equals(value)) {
                waiting = null;
            } else if (label && value.isEmpty()) {
                waiting = labelled.group(1).strip();
            } else if (label) {
                lines.add(new Line(labelled.group(1).strip(), value));
                waiting = null;
            } else if (waiting != null && !value.isEmpty()) {
                lines.add(new Line(waiting, value));
                waiting = null;
            }
        }
        return List.copyOf(lines);
    }

    private static String clean(String value) {
        return value.replaceAll("^[\\s*_|]+|[\\s*_|]+$", "");
    }
}
