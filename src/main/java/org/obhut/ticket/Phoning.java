package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.RequestRate;

/** Finding an anonymous caller again by four spoken words. A boundary like {@link Desk}, with the same rules. */
@ApplicationScoped
@Transactional
public class Phoning {

    /** So many tries at once; then one in ten seconds. */
    private static final int TRIES = 10;

    private static final double PER_SECOND = 0.1;

    private final TicketAccess access;
    private final SpokenCodes codes;
    private final RequestRate rate;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Phoning() {
        this.access = null;
        this.codes = null;
        this.rate = null;
    }

    @Inject
    Phoning(TicketAccess access, SpokenCodes codes, SecureRandom random, Clock clock) {
        this.access = access;
        this.codes = codes;
        this.rate = new RequestRate(TRIES, PER_SECOND, random, clock);
    }

    /** The ticket's code; it gets one where it has none. */
    public String give(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            return codes.give(ticket, open.file());
        }
    }

    /** Whether this may be a code: then it is no search for words. */
    public static boolean code(String heard) {
        return SpokenCode.heard(heard).isPresent();
    }

    /**
     * The ticket that these words lead to; empty where there is none, and where the caller may not read it.
     *
     * @param heard as it was typed
     * @throws InvalidInput where the words are no code, or the caller has tried too often
     */
    public Optional<UUID> find(Caller caller, String heard) {
        SpokenCode code = SpokenCode.heard(heard).orElseThrow(() -> new InvalidInput("code", "not-a-code"));
        if (!rate.take(caller.person().toString()).isZero()) {
            throw new InvalidInput("code", "code-wait");
        }
        return codes.find(code).filter(ticket -> access.mayRead(caller, ticket));
    }
}
