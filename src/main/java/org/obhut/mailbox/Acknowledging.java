package org.obhut.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.WorkingHours;

/**
 * Whether and how a mailbox tells clients that their first mail has come.
 *
 * @param perHour the most acknowledgements in an hour; what comes above gets none
 * @param hours when somebody works, null where it is not said
 */
record Acknowledging(boolean on, int perHour, @Nullable WorkingHours hours, AcknowledgementTexts texts) {

    private static final int USUAL_PER_HOUR = 100;
    private static final int MOST_PER_HOUR = 10_000;

    static Acknowledging of(MailboxSettings settings) {
        return new Acknowledging(
                settings.flag("acknowledge"),
                settings.number("acknowledge.per-hour", MOST_PER_HOUR).orElse(USUAL_PER_HOUR),
                settings.text("hours").map(text -> hours(settings, text)).orElse(null),
                AcknowledgementTexts.of(settings));
    }

    private static WorkingHours hours(MailboxSettings settings, String text) {
        try {
            return WorkingHours.parse(text);
        } catch (IllegalArgumentException e) {
            throw settings.invalid("hours", "must be hours such as 'Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00'");
        }
    }

    /** Whether somebody works at this moment; where nothing is said about it, yes. */
    boolean working(Instant now) {
        return hours == null || hours.include(now);
    }
}
