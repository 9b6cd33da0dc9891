package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.RequestRate;

/** What a telephone system can do: count calls. It opens no envelope, so there is no ticket that it could write into. */
@ApplicationScoped
public class PhoneCalls {

    /** A system may hand over an hour's calls at once; then one a second. */
    private static final int AT_ONCE = 120;

    private final CallCount count;
    private final CodeLists lists;
    private final RequestRate rate;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected PhoneCalls() {
        this.count = null;
        this.lists = null;
        this.rate = null;
    }

    @Inject
    PhoneCalls(CallCount count, CodeLists lists, SecureRandom random, Clock clock) {
        this.count = count;
        this.lists = lists;
        this.rate = new RequestRate(AT_ONCE, 1, random, clock);
    }

    /**
     * Counts a call.
     *
     * @param key id of the system's key
     * @throws InvalidInput naming the field: also where it asks for a ticket, or has words that need one
     * @throws TooManyCalls where the system has to wait
     */
    @Transactional
    public LoggedCall log(UUID key, NewCall call) {
        Duration wait = rate.take(key.toString());
        if (!wait.isZero()) {
            throw new TooManyCalls(wait);
        }
        CallAnswers answers = CallAnswers.of(call, lists);
        if (!Destination.of(call).none()) {
            throw new InvalidInput("ticket", "needs-a-person");
        }
        CallWords words = CallWords.of(call);
        if (words.any()) {
            throw new InvalidInput(words.firstField(), "needs-ticket");
        }
        if (call.place() != null) {
            throw new InvalidInput("place", "needs-a-person");
        }
        return new LoggedCall(
                count.count(key, call.idempotencyKey(), answers, Destination.of(call))
                        .id(),
                null);
    }
}
