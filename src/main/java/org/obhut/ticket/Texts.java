package org.obhut.ticket;

import org.obhut.platform.InvalidInput;

/** What a person may write: 1 to 100,000 characters that are not all blank. */
final class Texts {

    static final int LONGEST = 100_000;

    private Texts() {}

    /** The text with LF line ends. @throws InvalidInput naming the field */
    static String checked(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        return checkedLength(field, text);
    }

    static String checkedLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw new InvalidInput(field, "too-long");
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
