package org.obhut.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.obhut.codelist.CodeLists;
import org.obhut.disclosure.Selection;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.TimelineEntry.Direction;

/** The readable page of an archive, in the language that the client reads best of those there are. */
public record DisclosureDocument(
        TicketView ticket, Selection selection, Texts texts, Moments moments, CodeLists lists) {

    /** The text of a key. */
    public String t(String key, Object... places) {
        return texts.text(key, places);
    }

    /** A day and a time in full: the page is read on other days too. */
    public String at(Instant instant) {
        return moments.day(LocalDate.ofInstant(instant, Moments.ZONE)) + ", " + moments.clock(instant);
    }

    public String day(LocalDate day) {
        return moments.day(day);
    }

    /** Who wrote or did it; a person's name stays inside. */
    public String heading(TimelineEntry entry) {
        return switch (entry.kind()) {
            case MESSAGE -> t(entry.direction() == Direction.IN ? "disclosed.received" : "disclosed.sent");
            case NOTE, EVENT -> t("disclosed.note");
            case CALL -> t("disclosed.call");
        };
    }

    /** What counsellors said of the case: topics, region, and how the client can be written to. */
    public List<String> about() {
        return Stream.concat(
                        CaseWords.about(lists, texts.language(), ticket.particulars()).stream(),
                        SafeContactWords.of(texts, ticket.particulars().safeContact()).stream())
                .toList();
    }

    /** What was noted of a call from the code lists. */
    public List<String> facts(TimelineEntry entry) {
        return CallFacts.of(lists, entry, texts.language());
    }
}
