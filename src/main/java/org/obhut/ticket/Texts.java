package org.obhut.ticket;

import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** What a person may write: 1 to 100,000 characters that are not all blank. */
final class Texts {

    static final int LONGEST = 100_000;
    private static final int LONGEST_SUBJECT = 200;

    private Texts() {}

    /** The text with LF line ends. @throws InvalidInput naming the field */
    static String checked(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        return checkedLength(field, text);
    }

    /** One line of at most 200 characters, null where it is blank. @throws InvalidInput naming the field */
    static @Nullable String subject(String field, @Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            return null;
        }
        String line = subject.replaceAll("\\p{Cc}+", " ").strip();
        if (line.length() > LONGEST_SUBJECT) {
            throw new InvalidInput(field, "too-long");
        }
        return line;
    }

    static String checkedLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw new InvalidInput(field, "too-long");
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
