package org.obhut.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.account.KeyAlarms;
import org.obhut.call.CallDraft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Morning;
import org.obhut.ticket.TeamLoad;

/**
 * What somebody without a desk finds, and everybody who has to be told something.
 *
 * @param roles endings of the texts' keys
 * @param desk whether the visitor has a desk to go on to
 * @param teamless whether the visitor belongs into a team and is in none
 * @param steps what an administrator still has to do; empty once all is done
 * @param alarms exchanged keys, for leads and administrators
 * @param morning what waits on the desk, null where there is none
 * @param calls calls of the visitor's that are not logged yet
 * @param quarantined how many mails wait in quarantine, null for those who may not open it
 */
public record StartPage(
        List<String> roles,
        boolean desk,
        boolean teamless,
        List<Step> steps,
        List<Recovered> recovered,
        List<KeyAlarms.Alarm> alarms,
        @Nullable Morning morning,
        List<CallDraft> calls,
        @Nullable Long quarantined) {

    /** Of somebody without a desk. */
    StartPage(
            List<String> roles,
            boolean desk,
            boolean teamless,
            List<Step> steps,
            List<Recovered> recovered,
            List<KeyAlarms.Alarm> alarms) {
        this(roles, desk, teamless, steps, recovered, alarms, null, List.of(), null);
    }

    private static final List<Folder> ALWAYS =
            List.of(Folder.NEW, Folder.DUE, Folder.MINE, Folder.WAITING, Folder.DRAFTS);
    private static final List<Folder> SOMETIMES = List.of(Folder.URGENT, Folder.ESCALATED, Folder.ENDING);

    /** The folders that are counted here: some only where there is something in them. */
    public List<Folder> tiles() {
        return Stream.concat(ALWAYS.stream(), SOMETIMES.stream().filter(folder -> count(folder) > 0))
                .toList();
    }

    public long count(Folder folder) {
        return morning == null ? 0 : morning.counts().getOrDefault(folder, 0L);
    }

    /** Whether the count calls for action and is not just a number. */
    public boolean hot(Folder folder) {
        return List.of(Folder.NEW, Folder.DUE, Folder.URGENT, Folder.ESCALATED).contains(folder) && count(folder) > 0;
    }

    /** Whether nothing at all waits. */
    public boolean quiet() {
        return count(Folder.NEW) + count(Folder.DUE) + count(Folder.DRAFTS) + count(Folder.ESCALATED) == 0;
    }

    /** Whether a person's team has to be said. */
    public boolean teamsShown() {
        return morning != null
                && morning.load().stream().map(TeamLoad::team).distinct().count() > 1;
    }

    /** A team of the visitor's to which two shares admitted somebody. */
    public record Recovered(UUID id, String team, String lead, String by, LocalDate on) {}

    /** Ending of the texts' keys, and where it is done; null where somebody else does it. */
    public record Step(String key, boolean done, @Nullable String href) {}
}
