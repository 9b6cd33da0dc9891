package org.obhut.ticket;

import java.util.List;
import org.obhut.platform.InvalidInput;

/** Files that a person sends to a client. This is their only way out: pictures leave their metadata behind here. */
final class OutgoingFiles {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 255;

    private OutgoingFiles() {}

    /** At most 20 files, each with a name of 1 to 255 characters, without metadata. @throws InvalidInput naming the field */
    static List<AttachmentContent> checked(String field, List<AttachmentContent> files) {
        if (files.size() > MOST) {
            throw new InvalidInput(field, "too-many");
        }
        return Screening.cleaned(named(field, files));
    }

    /** Files whose names and types are as may be. @throws InvalidInput naming the field */
    static List<AttachmentContent> named(String field, List<AttachmentContent> files) {
        for (AttachmentContent file : files) {
            if (file.name().isBlank()
                    || file.name().length() > LONGEST_NAME
                    || file.type().length() > LONGEST_NAME) {
                throw new InvalidInput(field, "bad-name");
            }
        }
        return files;
    }
}
