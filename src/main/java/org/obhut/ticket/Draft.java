package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/**
 * A person's unsent texts in a ticket, with what was chosen for the reply.
 *
 * @param subject of one's own, empty for the neutral phrase
 * @param quote whether the answered mail is to be quoted; null where nobody has chosen
 * @param day when it is to go out, as ISO 8601 writes a day; empty for at once
 * @param time and at what time, where the service works
 * @param note an internal note that is not saved yet
 * @param answers the message whose sender is to get it, null for the client
 */
public record Draft(
        String text,
        String subject,
        @Nullable Boolean quote,
        boolean html,
        String day,
        String time,
        String note,
        @Nullable UUID answers) {

    private static final int LONGEST_TIME = 20;

    public static final Draft NONE = Draft.of("");

    public static Draft of(String text) {
        return new Draft(text, "", null, false, null);
    }

    /** To go out at once. */
    public Draft(String text, String subject, @Nullable Boolean quote, boolean html, @Nullable UUID answers) {
        this(text, subject, quote, html, "", "", "", answers);
    }

    /** The same for another receiver. */
    public Draft answering(@Nullable UUID message) {
        return new Draft(text, subject, quote, html, day, time, note, message);
    }

    /** The same with another reply, but for the note. */
    Draft replying(Draft reply) {
        return new Draft(
                reply.text, reply.subject, reply.quote, reply.html, reply.day, reply.time, note, reply.answers);
    }

    /** The same with another text below it. */
    public Draft above(String other) {
        String own = text.isBlank() ? "" : text.stripTrailing() + "\n\n";
        String both = other.isBlank() ? text : own + other;
        return new Draft(both, subject, quote, html, day, time, note, answers);
    }

    /** The same with another note. */
    public Draft noting(String other) {
        return new Draft(text, subject, quote, html, day, time, other, answers);
    }

    /**
     * When it is to go out, by the clock of where the service works; null for at once.
     *
     * @throws InvalidInput where there is only a day or only a time, or one of them is none
     */
    public @Nullable Instant notBefore() {
        if (day.isBlank() && time.isBlank()) {
            return null;
        }
        if (day.isBlank() || time.isBlank()) {
            throw new InvalidInput("notBefore", "half-a-time");
        }
        try {
            LocalDateTime when = LocalDate.parse(day).atTime(LocalTime.parse(time));
            return when.atZone(Deadlines.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("notBefore", "not-a-time");
        }
    }

    /** Whether there is nothing in it to keep. */
    public boolean isEmpty() {
        return text.isBlank() && subject.isBlank() && note.isBlank();
    }

    /** This with another below it; what was chosen for this one holds. */
    Draft joined(Draft other) {
        if (isEmpty()) {
            return other;
        }
        return new Draft(
                both(text, other.text),
                subject.isBlank() ? other.subject : subject,
                quote,
                html,
                day,
                time,
                both(note, other.note),
                answers);
    }

    private static String both(String one, String other) {
        return one.isBlank() ? other : other.isBlank() ? one : one.stripTrailing() + "\n\n" + other;
    }

    /** As it may be kept. @throws InvalidInput naming the field */
    Draft checked() {
        String own = Texts.subject("subject", subject);
        return new Draft(
                Texts.checkedLength("text", text),
                own == null ? "" : own,
                quote,
                html,
                day.length() > LONGEST_TIME ? "" : day,
                time.length() > LONGEST_TIME ? "" : time,
                Texts.checkedLength("note", note),
                answers);
    }

    ClearWriter write(ClearWriter to) {
        return to.put("text", text)
                .put("subject", subject)
                .put("quote", (Object) quote)
                .put("html", html)
                .put("day", day)
                .put("time", time)
                .put("note", note)
                .put("answers", answers);
    }

    static Draft read(ClearReader from) {
        String quote = from.textOrNull("quote");
        return new Draft(
                from.text("text"),
                from.text("subject"),
                quote == null ? null : Boolean.valueOf(quote),
                from.flag("html"),
                from.text("day"),
                from.text("time"),
                from.text("note"),
                from.idOrNull("answers"));
    }
}
