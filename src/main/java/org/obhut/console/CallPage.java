package org.obhut.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.call.CallDraft;
import org.obhut.call.CallUndo.Undoable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;

/**
 * The form for a call.
 *
 * @param teams names of the caller's teams; a new ticket goes to one of them
 * @param others the caller's other calls that are not logged yet
 * @param undoable what the caller logged some minutes ago and can take back, the latest first
 * @param recent keys of the regions that the caller chose last
 * @param wrong the field that was refused, null where none was
 * @param reason why, as an ending of the texts' keys
 */
public record CallPage(
        CodeLists lists,
        CallForm form,
        List<String> teams,
        Running running,
        List<CallDraft> others,
        List<Undoable> undoable,
        List<String> recent,
        List<Place> places,
        @Nullable String wrong,
        @Nullable String reason) {

    /** A clock that has run for so long is that of no call any more. */
    private static final Duration LONGEST = Duration.ofHours(4);

    /** The call that the form is for. */
    public record Running(UUID id, Instant began, Duration since) {

        /** How long it has been going on, in seconds. */
        public long seconds() {
            return Math.max(0, since.toSeconds());
        }

        /** Whether the duration can follow the clock. */
        public boolean live() {
            return since.compareTo(LONGEST) < 0;
        }
    }

    /** A place that callers can be referred to. */
    public record Place(String name, String town) {}

    private static final Set<String> ABOUT = Set.of("kind", "gender", "ageBand", "origin");
    private static final Set<String> WORDS = Set.of("callback", "followUp", "mail", "firstMail", "team");

    /** Whether there is something in the fold that says more about the person. */
    public boolean aboutOpen() {
        return wrong != null && ABOUT.contains(wrong)
                || !form.value("gender").isEmpty()
                || !form.value("ageBand").isEmpty()
                || !form.value("origin").isEmpty()
                || !form.value("kind").equals("counselling");
    }

    /** Whether there is something in the fold that says how it goes on. */
    public boolean wordsOpen() {
        return wrong != null && WORDS.contains(wrong)
                || WORDS.stream()
                        .anyMatch(field ->
                                !field.equals("team") && !form.value(field).isEmpty());
    }

    /** The name of the region that was chosen, or what was typed in its place. */
    public String region(String tag) {
        String typed = form.value("region");
        return list(Name.REGION).find(typed).map(code -> code.label(tag)).orElse(typed);
    }

    /** All regions, those chosen last first. */
    public List<Code> regions() {
        List<Code> all = list(Name.REGION).codes();
        return Stream.concat(recent.stream().flatMap(key -> list(Name.REGION).find(key).stream()), all.stream())
                .distinct()
                .toList();
    }

    /** Calls that were none: one click saves them. */
    public static final List<String> NO_COUNSELLING = List.of("hang-up", "silent", "wrong-number", "prank", "abuse");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static boolean id(@Nullable String ticket) {
        return ticket != null && ID.matcher(ticket).matches();
    }

    /** The kinds of call in which somebody was counselled. */
    public List<Code> talks() {
        return offered(Name.KIND, "kind").codes().stream()
                .filter(code -> !NO_COUNSELLING.contains(code.key()))
                .toList();
    }

    public CodeList list(Name name) {
        return lists.list(name);
    }

    /** What a field can have, and what it has that is not offered any more. */
    public CodeList offered(Name name, String field) {
        return list(name).offered(form.values(field));
    }

    /** The icon of a call that was none. */
    public static String icon(String kind) {
        return switch (kind) {
            case "hang-up" -> "phone-off";
            case "silent" -> "volume-x";
            case "wrong-number" -> "shuffle";
            case "prank" -> "drama";
            default -> "ban";
        };
    }

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }
}
