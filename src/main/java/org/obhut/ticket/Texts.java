package org.obhut.ticket;

import java.util.List;
import org.obhut.platform.InvalidInput;

/** What a person may write: 1 to 100,000 characters that are not all blank. */
final class Texts {

    static final int LONGEST = 100_000;

    private static final int MOST_FILES = 20;
    private static final int LONGEST_NAME = 255;

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

    /** At most 20 files, each with a name of 1 to 255 characters. @throws InvalidInput naming the field */
    static void checkFiles(String field, List<AttachmentContent> files) {
        if (files.size() > MOST_FILES) {
            throw new InvalidInput(field, "too-many");
        }
        for (AttachmentContent file : files) {
            if (file.name().isBlank()
                    || file.name().length() > LONGEST_NAME
                    || file.type().length() > LONGEST_NAME) {
                throw new InvalidInput(field, "bad-name");
            }
        }
    }
}
