package org.obhut.reading;

import static org.obhut.fuzz.Bounds.expect;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Nothing that a client has written is lost between what is shown and what is folded away. */
public final class KeptLines {

    private KeptLines() {}

    /** @param newText what {@link QuotedText} or a web form's fields make of the text */
    public static void check(String text, String newText) {
        TextFold fold = TextFold.of(text, newText);
        List<String> shown =
                fold.pieces().stream().flatMap(piece -> words(piece.text())).toList();
        Iterator<String> all = shown.iterator();
        words(text).forEach(line -> {
            boolean found = false;
            while (!found && all.hasNext()) {
                found = all.next().equals(line);
            }
            expect(found, "a line is neither shown nor folded");
        });
    }

    /** The new text has no line that the text does not have, and has them in its order. */
    static void within(String text, String newText) {
        Iterator<String> all = words(text).iterator();
        words(newText).forEach(line -> {
            boolean found = false;
            while (!found && all.hasNext()) {
                found = all.next().equals(line);
            }
            expect(found, "a line that nobody has written");
        });
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\n")).map(String::strip).filter(line -> !line.isEmpty());
    }
}
