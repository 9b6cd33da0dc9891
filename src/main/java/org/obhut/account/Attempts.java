package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;

/**
 * Slows down guessing. Wrong attempts at one name make the next one wait, twice as long each time, at most a minute; many wrong
 * attempts at any names space all attempts, at most a second apart. Nobody is ever locked out, and no network address is kept.
 * Names are kept as keyed hashes: what people type there by mistake can be a passphrase.
 */
@ApplicationScoped
public class Attempts {

    static final int FREE = 3;
    static final Duration LONGEST = Duration.ofMinutes(1);
    static final Duration FORGOTTEN = Duration.ofHours(1);
    static final int CALM = 50;
    static final Duration WIDEST = Duration.ofSeconds(1);

    private static final Duration HALVED = Duration.ofMinutes(5);
    private static final int NAMES = 10_000;

    private record Wrong(int times, Instant last) {

        Instant next() {
            long seconds = times < FREE ? 0 : 1L << Math.min(times - FREE, 10);
            return last.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
        }
    }

    private final BlindIndex index;
    private final Clock clock;
    private final Map<UUID, Wrong> byName = new LinkedHashMap<>();
    private double level;
    private Instant levelAt = Instant.EPOCH;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Attempts() {
        this.index = null;
        this.clock = null;
    }

    @Inject
    public Attempts(BlindIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * Begins an attempt. It counts as wrong until {@link #succeeded}, so that many at once gain nothing.
     *
     * @throws SignInRefused where it comes too early; this one does not count
     */
    synchronized void begin(String name) {
        Instant now = clock.instant();
        UUID key = key(name);
        Instant earliest = later(next(key, now), levelAt.plus(spacing()));
        if (now.isBefore(earliest)) {
            throw new SignInRefused(Duration.between(now, earliest));
        }
        Wrong before = byName.remove(key);
        int times = before == null || before.last().plus(FORGOTTEN).isBefore(now) ? 0 : before.times();
        byName.put(key, new Wrong(times + 1, now));
        if (byName.size() > NAMES) {
            byName.remove(byName.keySet().iterator().next());
        }
        double halves = (double) Duration.between(levelAt, now).toSeconds() / HALVED.toSeconds();
        level = level * Math.pow(0.5, halves) + 1;
        levelAt = now;
    }

    synchronized void succeeded(String name) {
        byName.remove(key(name));
        level = Math.max(0, level - 1);
    }

    /** How long the next attempt at this name has to wait. */
    synchronized Duration wait(String name) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, next(key(name), now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Instant next(UUID key, Instant now) {
        Wrong wrong = byName.get(key);
        return wrong == null ? now : wrong.next();
    }

    private Duration spacing() {
        long millis = Math.round(Math.max(0, level - CALM) * 20);
        return Duration.ofMillis(Math.min(millis, WIDEST.toMillis()));
    }

    private UUID key(String name) {
        return index.id("sign-in", name);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
