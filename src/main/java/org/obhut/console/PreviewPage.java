package org.obhut.console;

import java.util.UUID;
import org.obhut.ticket.Folder;

/**
 * A file that is looked at without being downloaded.
 *
 * @param folder from which its ticket was opened, and to which one goes back
 */
public record PreviewPage(UUID ticket, Folder folder, FileLine line) {

    /** Whether the frame holds words, not a picture. */
    public boolean text() {
        return Preview.text(line.file());
    }

    /** Where the frame's document is. */
    public String source() {
        return Routes.attachment(ticket, line.file().id()) + "/preview/frame";
    }
}
