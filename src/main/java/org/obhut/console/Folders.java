package org.obhut.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Folder;

/**
 * The folders of the desk and how much lies in each.
 *
 * @param quarantined how many mails wait in quarantine, null for those who may not open it
 * @param current the open one, null while quarantine is open
 */
public record Folders(
        Map<Folder, Long> counts,
        @Nullable Long quarantined,
        @Nullable Folder current) {

    private static final List<Folder> ALWAYS =
            List.of(Folder.NEW, Folder.MINE, Folder.TEAM, Folder.WAITING, Folder.DUE, Folder.DRAFTS, Folder.CLOSED);

    private static final List<Folder> SOMETIMES =
            List.of(Folder.ESCALATED, Folder.APPROVAL, Folder.SPAM, Folder.ENDING);

    private static final List<Folder> HOT =
            List.of(Folder.NEW, Folder.DUE, Folder.URGENT, Folder.ESCALATED, Folder.APPROVAL);

    /** Folders that are shown; most only where there is something in them, or where they are open. */
    public List<Folder> shown() {
        Stream<Folder> urgent = Stream.of(Folder.URGENT).filter(folder -> count(folder) > 0 || folder == current);
        Stream<Folder> others = Stream.concat(
                ALWAYS.stream(), SOMETIMES.stream().filter(folder -> count(folder) > 0 || folder == current));
        return Stream.concat(urgent, others).toList();
    }

    public long count(Folder folder) {
        return counts.getOrDefault(folder, 0L);
    }

    /** Whether the count calls for action and is not just a number. */
    public boolean hot(Folder folder) {
        return HOT.contains(folder) && count(folder) > 0;
    }

    /** The letter that leads there after g; null for folders that are rarely there. */
    public static @Nullable String key(Folder folder) {
        return switch (folder) {
            case NEW -> "n";
            case MINE -> "m";
            case TEAM -> "t";
            case WAITING -> "w";
            case DUE -> "f";
            case URGENT -> "u";
            case ESCALATED -> "l";
            case DRAFTS -> "d";
            case CLOSED -> "c";
            case SPAM -> "s";
            case ENDING -> "e";
            default -> null;
        };
    }

    public static String icon(Folder folder) {
        return switch (folder) {
            case NEW -> "inbox";
            case MINE -> "user";
            case TEAM -> "users";
            case WAITING -> "hourglass";
            case DUE -> "calendar-clock";
            case URGENT -> "circle-alert";
            case ESCALATED -> "octagon-alert";
            case DRAFTS -> "pencil";
            case APPROVAL -> "user-check";
            case CLOSED -> "archive";
            case SPAM -> "ban";
            case ENDING -> "trash-2";
        };
    }
}
