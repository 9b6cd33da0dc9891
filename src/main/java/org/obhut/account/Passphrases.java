package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.obhut.envelope.KeyStore;

/** Runs Argon2id, a few at a time: each run takes 64 MiB and a core for a third of a second. */
@ApplicationScoped
public class Passphrases {

    private static final int QUEUE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KeyStore keys;
    private final Semaphore places;
    private final Argon2Cost cost;
    private final int queue;
    private final Duration patience;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Passphrases() {
        this(null, null, 1, 0, null);
    }

    @Inject
    public Passphrases(KeyStore keys) {
        this(keys, Argon2Cost.USUAL, Math.min(4, Runtime.getRuntime().availableProcessors()), QUEUE, PATIENCE);
    }

    /**
     * @param queue how many may wait for a place
     * @param patience how long each waits
     */
    Passphrases(KeyStore keys, Argon2Cost cost, int atOnce, int queue, Duration patience) {
        this.keys = keys;
        this.cost = cost;
        this.queue = queue;
        this.patience = patience;
        // Fair: who came first is served first, also under a flood of guesses.
        this.places = new Semaphore(atOnce, true);
    }

    /** The cost for new passphrases. */
    Argon2Cost cost() {
        return cost;
    }

    /** @throws SignInRefused where too many wait already */
    PassphraseKeys derive(char[] passphrase, byte[] salt, Argon2Cost rowCost) {
        enter();
        byte[] pepper = keys.pepper();
        try {
            return run(passphrase, salt, pepper, rowCost);
        } finally {
            Arrays.fill(pepper, (byte) 0);
            places.release();
        }
    }

    PassphraseKeys run(char[] passphrase, byte[] salt, byte[] pepper, Argon2Cost rowCost) {
        return PassphraseKeys.derive(passphrase, salt, pepper, rowCost);
    }

    private void enter() {
        try {
            if (places.tryAcquire(0, TimeUnit.MILLISECONDS)) {
                return;
            }
            if (places.getQueueLength() >= queue || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignInRefused(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInRefused(patience);
        }
    }
}
