package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.Epochs;
import org.obhut.platform.ClockGuard.Doubt;
import org.obhut.platform.ClockGuard.Reading;

class EpochOverviewTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static Instant week(int number) {
        return START.plus(WEEK.multipliedBy(number));
    }

    /** As a rotation that came every week leaves it: the secret of epoch n is made at the beginning of n - 1. */
    private static Epochs.State state(int oldest, int current, Map<Integer, Long> rows, Instant now, Doubt doubt) {
        List<Epochs.Secret> secrets = new ArrayList<>();
        for (int number = oldest; number <= current + 1; number++) {
            secrets.add(new Epochs.Secret(number, week(Math.max(0, number - 2)), true));
        }
        return new Epochs.State(current, secrets, rows, now, new Reading(now, now, doubt), false);
    }

    @Test
    void atTheBeginningNothingIsClosedYet() {
        var standing = EpochOverview.standing(state(1, 1, Map.of(1, 40L), week(0), null));
        assertEquals(1, standing.current());
        assertEquals(week(1), standing.due());
        assertNull(standing.closedBefore());
        // The first secret goes when epoch 6 begins.
        assertEquals(week(5), standing.closing());
        assertEquals(week(1), standing.closedThen());
        assertTrue(standing.well());
    }

    @Test
    void afterYearsCopiesOlderThanFiveWeeksAreClosed() {
        var standing = EpochOverview.standing(state(96, 100, Map.of(100, 7L), week(99), null));
        assertEquals(week(95), standing.closedBefore());
        assertEquals(week(100), standing.closing());
        assertEquals(week(96), standing.closedThen());
        assertEquals(week(99), standing.kept().get(4).begun());
        assertEquals(7, standing.kept().get(4).rows());
    }

    @Test
    void whatIsNotWellIsSaid() {
        assertFalse(EpochOverview.standing(state(96, 100, Map.of(97, 1L, 100, 7L), week(99), null))
                .well());
        assertFalse(EpochOverview.standing(state(96, 100, Map.of(100, 7L), week(99), Doubt.JUMPED))
                .well());
        var lacking = new Epochs.State(
                1,
                List.of(new Epochs.Secret(1, week(0), true), new Epochs.Secret(2, week(0), false)),
                Map.of(),
                week(0),
                new Reading(week(0), week(0), null),
                false);
        assertFalse(EpochOverview.standing(lacking).well());
        var late = new Epochs.State(
                1,
                List.of(new Epochs.Secret(1, week(0), true), new Epochs.Secret(2, week(0), true)),
                Map.of(),
                week(0),
                new Reading(week(0).plus(Duration.ofHours(5)), week(0), null),
                false);
        assertTrue(EpochOverview.standing(late).late());
    }
}
