package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.TeamRules;

/** Days and due times of the service. A due time stands in clear and is therefore always a full hour. */
@Dependent
class Deadlines {

    /** Days begin and end where the service works. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Clock clock;
    private final Function<UUID, TeamRule> rules;

    @Inject
    Deadlines(Clock clock, TeamRules rules) {
        this(clock, rules::of);
    }

    Deadlines(Clock clock, Function<UUID, TeamRule> rules) {
        this.clock = clock;
        this.rules = rules;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** When a client who wrote to this team now is to have an answer. */
    Instant answerBy(UUID team) {
        return rule(team).answerBy(now());
    }

    /** By what a team works. */
    TeamRule rule(UUID team) {
        return rules.apply(team);
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
}
