package org.obhut.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.RandomId;
import org.obhut.statistics.Fact;
import org.obhut.statistics.FactHandle;
import org.obhut.statistics.StagedFacts;

/** Counts a call: a staged fact that knows of nobody and of no ticket. */
@Dependent
class CallCount {

    /** Months begin and end where the service works. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /**
     * What became of a request.
     *
     * @param first false where the same request came before and nothing was counted
     * @param facts by what it is found again what was counted
     */
    record Counted(UUID id, boolean first, List<FactHandle> facts) {}

    private final StagedFacts facts;
    private final CallReceipts receipts;
    private final BlindIndex index;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    CallCount(StagedFacts facts, CallReceipts receipts, BlindIndex index, SecureRandom random, Clock clock) {
        this.facts = facts;
        this.receipts = receipts;
        this.index = index;
        this.random = random;
        this.clock = clock;
    }

    /** @param by a person, or a telephone system's key */
    Counted count(UUID by, @Nullable String key, CallAnswers answers, Destination destination) {
        UUID id = key == null ? RandomId.next(random) : index.id("call", by.toString(), key);
        boolean first = key == null || receipts.first(id);
        return new Counted(id, first, first ? count(answers, destination) : List.of());
    }

    /** A call that no ticket keeps is a case of its own, as nothing of it is left to close. */
    private List<FactHandle> count(CallAnswers answers, Destination destination) {
        YearMonth month = YearMonth.from(clock.instant().atZone(ZONE));
        Fact contact = Fact.contact(month, answers.counted(destination.ticket() == null ? "first" : "repeat"));
        FactHandle counted = facts.stage(contact.leftOut());
        return destination.none() && contact.counselling()
                ? List.of(
                        counted,
                        facts.stage(Fact.ended(month, contact.answers()).leftOut()))
                : List.of(counted);
    }

    /**
     * Takes back what was counted, so that the same request would count anew. Part of the caller's transaction.
     *
     * @return false where some of it was moved meanwhile, and counts
     */
    boolean takeBack(UUID call, List<FactHandle> counted) {
        receipts.forget(call);
        return counted.stream().allMatch(facts::withdraw);
    }
}
