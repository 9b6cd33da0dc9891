package org.obhut.console;

import java.util.List;
import java.util.UUID;
import org.obhut.html.CleanedHtml;
import org.obhut.html.Removed;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TimelineEntry;

/**
 * A message as it was sent, and what was taken out of it.
 *
 * @param folder from which its ticket was opened, and to which one goes back
 */
public record SentPage(UUID ticket, Folder folder, TimelineEntry message, CleanedHtml mail) {

    public static final String SANDBOX = SentDocument.SANDBOX;

    public Removed removed() {
        return mail.removed();
    }

    /** What was taken out, each kind in words; lies of links are said apart. */
    public List<String> removed(Frame frame) {
        Removed removed = removed();
        return List.of(
                        words(frame, "images", removed.images(), removed.pixels()),
                        words(frame, "scripts", removed.scripts(), 0),
                        words(frame, "forms", removed.forms(), 0),
                        words(frame, "embedded", removed.embedded(), 0),
                        words(frame, "styles", removed.styles(), 0),
                        words(frame, "redirects", removed.redirects(), 0))
                .stream()
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String words(Frame frame, String kind, int count, int among) {
        return count == 0 ? "" : frame.t("sent.removed." + kind, count, among);
    }
}
