package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.KeyStoreFixture;

class PassphrasesTest {

    private static final byte[] SALT = new byte[16];

    private static PassphraseKeys derive(Passphrases passphrases) {
        return passphrases.derive("Kaffee um vier".toCharArray(), SALT, AccountFixture.CHEAP);
    }

    @Test
    void whoFindsNoPlaceInTimeIsAskedToComeAgain(@TempDir Path folder) {
        Duration patience = Duration.ofMillis(20);
        Passphrases full = new Passphrases(KeyStoreFixture.keyStore(folder), AccountFixture.CHEAP, 0, 8, patience);
        SignInRefused refused = assertThrows(SignInRefused.class, () -> derive(full));
        assertEquals(patience, refused.retryAfter());
    }

    @Test
    void whereTooManyWaitNobodyElseDoes(@TempDir Path folder) {
        Passphrases full =
                new Passphrases(KeyStoreFixture.keyStore(folder), AccountFixture.CHEAP, 0, 0, Duration.ofDays(1));
        assertThrows(SignInRefused.class, () -> derive(full));
    }

    @Test
    void noMoreRunAtOnceThanThereArePlaces(@TempDir Path folder) {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        KeyStore keys = KeyStoreFixture.keyStore(folder);
        Passphrases two = new Passphrases(keys, AccountFixture.CHEAP, 2, 64, Duration.ofSeconds(30)) {
            @Override
            PassphraseKeys run(char[] passphrase, byte[] salt, byte[] pepper, Argon2Cost rowCost) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                try {
                    return super.run(passphrase, salt, pepper, rowCost);
                } finally {
                    running.decrementAndGet();
                }
            }
        };
        ExecutorService people = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<PassphraseKeys>> all = IntStream.range(0, 64)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> derive(two), people))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            people.shutdown();
        }
        assertTrue(most.get() <= 2, most + " at once");
    }
}
