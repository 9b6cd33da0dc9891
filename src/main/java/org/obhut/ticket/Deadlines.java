package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

/** Days and due times of the service. A due time stands in clear and is therefore always a full hour. */
@Dependent
class Deadlines {

    /** Days begin and end where the service works. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String SETTING = "obhut.answer.within";

    private final Clock clock;
    private final Duration answerWithin;

    @Inject
    Deadlines(Clock clock, Settings settings) {
        this.clock = clock;
        this.answerWithin = settings.text(SETTING).map(Deadlines::duration).orElse(Duration.ofHours(48));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new InvalidSetting(SETTING, "must be a duration such as PT48H");
        }
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** When a client who wrote now is to have an answer. */
    Instant answerBy() {
        return fullHour(now().plus(answerWithin));
    }

    /** The hour at which a follow-up day begins. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** What is due before this moment is due today. */
    Instant endOfToday() {
        return startOf(today().plusDays(1));
    }

    static Instant fullHour(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
