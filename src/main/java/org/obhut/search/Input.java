package org.obhut.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What was typed, taken apart: words, phrases in quotation marks of any kind, words with a minus that are left out, and numbers. The
 * last word counts as begun, since it may still be typed, and so does a word with a star. Nothing typed is an error.
 */
record Input(List<Part> parts, Set<Hint> hints) {

    private static final int MOST_PARTS = 20;
    private static final String QUOTES = "\"„“”«»";

    static Input of(String typed) {
        return new Reading(typed).read();
    }

    /** Whether there is anything to look for. */
    boolean asks() {
        return parts.stream().anyMatch(part -> !part.without());
    }

    private static final class Reading {

        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private final Set<Hint> hints = EnumSet.noneOf(Hint.class);
        private int at;

        Reading(String typed) {
            boolean all = typed.length() <= Search.LONGEST;
            text = all ? typed : typed.substring(0, Search.LONGEST);
            if (!all) {
                hints.add(Hint.TOO_LONG);
            }
        }

        Input read() {
            while (at < text.length() && parts.size() < MOST_PARTS) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else {
                    next();
                }
            }
            if (!text.isBlank() && parts.isEmpty()) {
                hints.add(Hint.NO_WORD);
            } else if (!parts.isEmpty() && parts.stream().allMatch(Part::without)) {
                hints.add(Hint.ONLY_WITHOUT);
            }
            return new Input(List.copyOf(parts), hints);
        }

        private void next() {
            boolean without = text.charAt(at) == '-' && at + 1 < text.length() && !blank(at + 1);
            if (without) {
                at++;
            }
            if (QUOTES.indexOf(text.charAt(at)) >= 0) {
                phrase(without);
            } else if (!number(without)) {
                word(without);
            }
        }

        private void phrase(boolean without) {
            int end = at + 1;
            while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end == text.length()) {
                hints.add(Hint.OPEN_QUOTE);
            }
            add(Part.Kind.PHRASE, text.substring(at + 1, end), without, false);
            at = end + 1;
        }

        private boolean number(boolean without) {
            Matcher spelled = PhoneNumbers.SPELLED.matcher(text).region(at, text.length());
            if (!spelled.lookingAt()) {
                return false;
            }
            // What stands behind the last digit is not of the number, such as the minus of the next word.
            int end = spelled.end();
            while (!Character.isDigit(text.charAt(end - 1))) {
                end--;
            }
            String number = text.substring(at, end);
            boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (!whole || PhoneNumbers.forms(number).isEmpty()) {
                return false;
            }
            add(Part.Kind.NUMBER, number, without, !without && end == text.length());
            at = end;
            return true;
        }

        private void word(boolean without) {
            int end = at;
            while (end < text.length() && !blank(end) && QUOTES.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String word = text.substring(at, end);
            boolean star = word.endsWith("*");
            add(Part.Kind.WORD, word, without, star || !without && end == text.length());
            at = end;
        }

        private void add(Part.Kind kind, String words, boolean without, boolean begun) {
            if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
                parts.add(new Part(kind, words, without, begun));
            }
        }

        private boolean blank(int place) {
            return Character.isWhitespace(text.charAt(place));
        }
    }
}
