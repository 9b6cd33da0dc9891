package org.obhut.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeLists;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketPage;

/** An invented Tuesday, and the frame and the desk of a page without a server. */
final class Samples {

    /** Tuesday, 12 January 2027, 10:41 in Berlin. */
    static final Instant NOW = Instant.parse("2027-01-12T09:41:00Z");

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Samples() {}

    static Frame frame(Language language) {
        return frame(language, new Visitor("anna", true, true, false, 872));
    }

    static Frame frame(Language language, @Nullable Visitor visitor) {
        var texts = new Texts(language);
        return new Frame(
                texts,
                new Moments(texts, CLOCK),
                new CodeLists(),
                "1",
                new Frame.FormToken("_csrf", "token"),
                visitor,
                "/desk/team",
                false,
                null,
                "once");
    }

    static Folders folders(@Nullable Folder current) {
        return new Folders(
                Map.of(
                        Folder.NEW,
                        2L,
                        Folder.MINE,
                        3L,
                        Folder.TEAM,
                        6L,
                        Folder.WAITING,
                        1L,
                        Folder.DUE,
                        1L,
                        Folder.DRAFTS,
                        1L,
                        Folder.CLOSED,
                        4L),
                1L,
                current);
    }

    static DeskPage desk(@Nullable TicketPane ticket) {
        return new DeskPage(folders(Folder.TEAM), Folder.TEAM, new TicketPage(SampleTickets.rows(), "cursor"), ticket);
    }

    static DeskPage empty() {
        return new DeskPage(folders(Folder.DUE), Folder.DUE, new TicketPage(List.of(), null), null);
    }
}
