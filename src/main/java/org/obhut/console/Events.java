package org.obhut.console;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Referral;
import org.obhut.ticket.TimelineEntry;

/** What happened to a ticket, as a sentence of the timeline. */
public final class Events {

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("assigned", "user"),
            Map.entry("unassigned", "user"),
            Map.entry("allotted", "user-check"),
            Map.entry("proposed", "user-check"),
            Map.entry("declined", "user"),
            Map.entry("moved", "arrow-right-left"),
            Map.entry("reader-added", "eye"),
            Map.entry("reader-removed", "eye-off"),
            Map.entry("opened", "corner-up-left"),
            Map.entry("waiting", "hourglass"),
            Map.entry("closed", "archive"),
            Map.entry("follow-up", "calendar-clock"),
            Map.entry("follow-up-removed", "calendar-clock"),
            Map.entry("disclosed", "download"),
            Map.entry("spam", "ban"),
            Map.entry("no-spam", "corner-up-left"),
            Map.entry("kept", "calendar-clock"),
            Map.entry("kept-no-more", "calendar-clock"),
            Map.entry("erasure-asked", "trash-2"),
            Map.entry("erasure-withdrawn", "undo-2"),
            Map.entry("language", "pencil"),
            Map.entry("safe-contact", "shield-check"),
            Map.entry("safe-contact-removed", "shield-check"),
            Map.entry("written-despite", "shield-alert"),
            Map.entry("urgent", "circle-alert"),
            Map.entry("not-urgent", "circle-alert"),
            Map.entry("merged", "arrow-right-left"),
            Map.entry("split-off", "shuffle"),
            Map.entry("split-from", "shuffle"),
            Map.entry("linked", "plus"),
            Map.entry("unlinked", "minus"),
            Map.entry("submitted", "user-check"),
            Map.entry("submission-withdrawn", "undo-2"),
            Map.entry("approved", "user-check"),
            Map.entry("sent-back", "undo-2"),
            Map.entry("withdrawn", "undo-2"));

    private Events() {}

    public static String icon(TimelineEntry entry) {
        return ICONS.getOrDefault(kind(entry), "clock");
    }

    /** Names who did it where a person did; an event without a text of its own is told as a change. */
    public static String sentence(Frame frame, TimelineEntry entry) {
        String author = entry.author() == null ? frame.t("message.system") : entry.author();
        boolean taken = kind(entry).equals("assigned") && author.equals(entry.eventValue());
        String own = taken ? "event.taken" : "event." + kind(entry);
        String sentence =
                frame.t(frame.texts().has(own) ? own : "event.other", author, value(frame, entry.eventValue()));
        if (entry.attributes().containsKey("how")) {
            return sentence + consent(frame, entry.attributes());
        }
        if (entry.attributes().containsKey("grounds")) {
            return sentence + ": " + WorkWords.grounds(frame, entry);
        }
        if (Referral.made(entry) || Referral.notFound(entry)) {
            return sentence + referral(frame, entry);
        }
        String note = entry.attributes().get("note");
        return note == null ? sentence : sentence + ": " + note;
    }

    /** How, when and in what words the client agreed. */
    private static String consent(Frame frame, Map<String, String> said) {
        String how = said.getOrDefault("how", "");
        String known = frame.texts().has("forward.how." + how) ? frame.t("forward.how." + how) : how;
        String note = said.containsKey("note") ? " – " + said.get("note") : "";
        return ": " + known + ", " + value(frame, said.get("on")) + note;
    }

    /** What was looked for and what became of it. */
    private static String referral(Frame frame, TimelineEntry entry) {
        String about =
                Referral.made(entry) ? CaseWords.referralResult(frame, entry) : CaseWords.placeKind(frame, entry);
        String back = Referral.takenBack(entry) ? " – " + frame.t("referral.mistaken") : "";
        return (about.isEmpty() ? "" : ": " + about) + back;
    }

    private static String kind(TimelineEntry entry) {
        return entry.event() == null ? "other" : entry.event();
    }

    private static String value(Frame frame, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d") ? frame.moments().day(LocalDate.parse(value)) : value;
    }
}
