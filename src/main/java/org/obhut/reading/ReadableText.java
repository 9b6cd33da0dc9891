package org.obhut.reading;

import java.util.BitSet;

/**
 * Text to read, with LF line ends.
 *
 * @param quoted numbers of the lines, from 0, that the mail's own structure calls a quote or its introduction; to be left as it is
 */
public record ReadableText(String text, BitSet quoted) {

    /** A line that fell away at the end marks none of a text that follows. */
    public ReadableText {
        if (!quoted.isEmpty()) {
            int lines = lines(text);
            quoted = quoted.length() > lines ? quoted.get(0, lines) : quoted;
        }
    }

    /** Text that says nothing of its structure. */
    public static ReadableText plain(String text) {
        return new ReadableText(text, new BitSet());
    }

    /** This text with another below it. */
    public ReadableText and(ReadableText below) {
        if (text.isEmpty()) {
            return below;
        }
        int lines = lines(text);
        BitSet all = (BitSet) quoted.clone();
        below.quoted.stream().forEach(line -> all.set(lines + line));
        return new ReadableText(text + "\n" + below.text, all);
    }

    /** The beginning of this text. */
    public ReadableText cut(int longest) {
        return text.length() <= longest ? this : new ReadableText(text.substring(0, longest), quoted);
    }

    private static int lines(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
