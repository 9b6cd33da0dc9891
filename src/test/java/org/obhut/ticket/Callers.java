package org.obhut.ticket;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.obhut.envelope.RandomId;

/** Calls for tests. */
final class Callers {

    static final Instant AT = Instant.parse("2026-03-02T11:40:00Z");

    private Callers() {}

    static CallEntry call(SecureRandom random) {
        return new CallEntry(
                RandomId.next(random),
                "Wohnung gekündigt",
                AT,
                "ro",
                "0201 555 0100",
                "Bittet um Rückruf am Vormittag.",
                LocalDate.of(2026, 3, 4),
                Map.of("who", "sex-worker", "topics", "housing,debts"));
    }
}
