package org.obhut.call;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** What someone wrote about a call; it can stand in a ticket only. Blank is absent. */
record CallWords(
        @Nullable String callback,
        @Nullable String note,
        @Nullable LocalDate followUp,
        @Nullable String mail,
        @Nullable String firstMail) {

    private static final int LONGEST_CALLBACK = 100;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_NOTE = 100_000;
    private static final int LONGEST_TITLE = 80;

    /** @throws InvalidInput naming the field that is too long, or an address that is missing */
    static CallWords of(NewCall call) {
        var words = new CallWords(
                checked("callback", call.callback(), LONGEST_CALLBACK),
                checked("note", call.note(), LONGEST_NOTE),
                call.followUp(),
                checked("mail", call.mail(), LONGEST_ADDRESS),
                checked("firstMail", call.firstMail(), LONGEST_NOTE));
        if (words.firstMail() != null && words.mail() == null) {
            throw new InvalidInput("mail", "required");
        }
        return words;
    }

    private static @Nullable String checked(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw new InvalidInput(field, "too-long");
        }
        return text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    boolean any() {
        return callback != null || note != null || followUp != null || mail != null || firstMail != null;
    }

    /** Which of them is there. */
    String firstField() {
        if (note != null) {
            return "note";
        }
        if (callback != null) {
            return "callback";
        }
        if (followUp != null) {
            return "followUp";
        }
        return mail != null ? "mail" : "firstMail";
    }

    /** The first line of the note, shortened. */
    Optional<String> title() {
        if (note == null) {
            return Optional.empty();
        }
        String line = note.lines().findFirst().orElse("").strip();
        if (line.length() <= LONGEST_TITLE) {
            return Optional.of(line);
        }
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_TITLE - 1, line.codePointCount(0, line.length())));
        return Optional.of(line.substring(0, end) + "…");
    }
}
