package org.obhut.console;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Merging;
import org.obhut.ticket.TicketReader;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/**
 * Two tickets beside each other, before they become one.
 *
 * @param ends the one that goes into the other
 * @param stays the other
 * @param end what was chosen as its last day, empty where nothing was
 * @param along whether those who read along are to come along
 * @param wrong key of the text that says why nothing was done, null where all is well
 */
public record MergingPage(
        Folder folder,
        TicketView ends,
        TicketView stays,
        Merging.Prospect prospect,
        String end,
        boolean along,
        @Nullable String wrong) {

    private static final int SHOWN = 6;
    private static final int LONGEST = 200;

    public UUID ticket() {
        return ends.row().id();
    }

    /** This page with the tickets the other way round. */
    public String turned() {
        return Routes.merge(stays.row().id(), ends.row().id(), folder);
    }

    /** The last of what was written and said, oldest first. */
    public static List<TimelineEntry> last(TicketView view) {
        List<TimelineEntry> said = view.timeline().stream()
                .filter(entry -> entry.kind() != TimelineEntry.Kind.EVENT)
                .toList();
        return said.subList(Math.max(0, said.size() - SHOWN), said.size());
    }

    /** How many entries there are before {@link #last}. */
    public static long earlier(TicketView view) {
        return view.timeline().stream()
                        .filter(entry -> entry.kind() != TimelineEntry.Kind.EVENT)
                        .count()
                - last(view).size();
    }

    /** The beginning of what an entry says. */
    public static String beginning(TimelineEntry entry) {
        String words = (entry.newText().isBlank() ? entry.text() : entry.newText()).strip();
        String line = words.isEmpty() ? entry.subject() : words;
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + " …";
    }

    /** Who reads the one that ends and not the one that stays. */
    public List<TicketReader> losing() {
        Set<String> reading =
                stays.sharing().readers().stream().map(MergingPage::key).collect(Collectors.toSet());
        return ends.sharing().readers().stream()
                .filter(reader -> !reading.contains(key(reader)))
                .toList();
    }

    /** Whether somebody reads the one that ends along. */
    public boolean readAlong() {
        return ends.sharing().readers().stream().anyMatch(TicketReader::removable);
    }

    private static String key(TicketReader reader) {
        return switch (reader.ground()) {
            case TEAM, LEADS, FORMER -> reader.ground() + " " + reader.name();
            default -> "person " + reader.name();
        };
    }
}
