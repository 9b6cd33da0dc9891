package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.TeamRules;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

class DeadlinesTest {

    private static final UUID TEAM = new UUID(0, 1);

    private static Deadlines at(String now, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("obhut.mode", "demo"));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        TeamRule rule = TeamRules.usual(Settings.of(values));
        return new Deadlines(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), team -> rule);
    }

    @Test
    void anAnswerIsDueAfterTwoDaysOfWorkRoundedUpToTheHour() {
        assertEquals(
                Instant.parse("2026-03-04T13:00:00Z"),
                at("2026-03-02T12:00:00.001Z").answerBy(TEAM));
        assertEquals(
                Instant.parse("2026-03-04T12:00:00Z"),
                at("2026-03-02T12:00:00Z").answerBy(TEAM));
    }

    @Test
    void thePeriodIsASetting() {
        assertEquals(
                Instant.parse("2026-03-03T13:00:00Z"),
                at("2026-03-02T12:30:00Z", "obhut.answer.within", "PT8H").answerBy(TEAM));
        assertThrows(InvalidSetting.class, () -> at("2026-03-02T12:30:00Z", "obhut.answer.within", "a day"));
    }

    @Test
    void daysAreThoseOfTheService() {
        assertEquals(LocalDate.of(2026, 3, 3), at("2026-03-02T23:30:00Z").today());
        assertEquals(
                Instant.parse("2026-03-03T23:00:00Z"),
                at("2026-03-02T23:30:00Z").endOfToday());
    }

    @Test
    void aDayBeginsAtAFullHourThroughTheChangeOfClocks() {
        Deadlines deadlines = at("2026-03-28T12:00:00Z");
        assertEquals(Instant.parse("2026-03-28T23:00:00Z"), deadlines.startOf(LocalDate.of(2026, 3, 29)));
        assertEquals(Instant.parse("2026-03-29T22:00:00Z"), deadlines.startOf(LocalDate.of(2026, 3, 30)));
    }
}
