package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.platform.MovedClock;

class AttemptsTest {

    private final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    private Attempts attempts;

    @BeforeEach
    void open(@TempDir Path folder) {
        attempts = new Attempts(new BlindIndex(KeyStoreFixture.keyStore(folder)), clock);
    }

    @Test
    void aSlipCostsNothingAndEachFurtherOneTwiceAsMuch() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            attempts.begin("anna");
            waits.add(attempts.wait("anna").toSeconds());
            clock.move(attempts.wait("anna"));
        }
        assertEquals(List.of(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), waits);
    }

    @Test
    void anAttemptThatComesTooEarlyIsRefusedAndDoesNotProlongTheWait() {
        for (int i = 0; i < 5; i++) {
            attempts.begin("anna");
            clock.move(attempts.wait("anna"));
        }
        attempts.begin("anna");
        assertEquals(Duration.ofSeconds(8), attempts.wait("anna"));
        clock.move(Duration.ofSeconds(7));
        SignInRefused refused = assertThrows(SignInRefused.class, () -> attempts.begin("anna"));
        assertEquals(Duration.ofSeconds(1), refused.retryAfter());
        clock.move(Duration.ofSeconds(1));
        assertDoesNotThrow(() -> attempts.begin("anna"));
    }

    @Test
    void manyAtOnceGainNothing() {
        attempts.begin("anna");
        attempts.begin("anna");
        attempts.begin("anna");
        assertThrows(SignInRefused.class, () -> attempts.begin("anna"), "counted before any of them has failed");
    }

    @Test
    void successForgets() {
        for (int i = 0; i < 5; i++) {
            clock.move(attempts.wait("anna"));
            attempts.begin("anna");
        }
        attempts.succeeded("anna");
        assertEquals(Duration.ZERO, attempts.wait("anna"));
        assertDoesNotThrow(() -> attempts.begin("anna"));
    }

    @Test
    void oneNamesGuesserDoesNotStopAnother() {
        for (int i = 0; i < 12; i++) {
            clock.move(attempts.wait("anna"));
            attempts.begin("anna");
        }
        assertDoesNotThrow(() -> attempts.begin("bela"));
    }

    @Test
    void anHourLaterAllIsForgotten() {
        for (int i = 0; i < 12; i++) {
            clock.move(attempts.wait("anna"));
            attempts.begin("anna");
        }
        clock.move(Duration.ofHours(1).plusMinutes(2));
        attempts.begin("anna");
        assertEquals(Duration.ZERO, attempts.wait("anna"));
    }

    @Test
    void guessesAtManyNamesSpaceAllAttemptsAtMostASecond() {
        int accepted = 0;
        int refused = 0;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 2000; i++) {
            try {
                attempts.begin("name" + i);
                accepted++;
            } catch (SignInRefused e) {
                refused++;
                longest = e.retryAfter().compareTo(longest) > 0 ? e.retryAfter() : longest;
            }
            clock.move(Duration.ofMillis(10));
        }
        assertTrue(accepted < 200, accepted + " of 2,000 guesses in 20 s were accepted");
        assertTrue(refused > 1800);
        assertTrue(longest.compareTo(Attempts.WIDEST) <= 0, "waited " + longest);
        clock.move(Attempts.WIDEST);
        assertDoesNotThrow(() -> attempts.begin("anna"), "nobody is locked out");
    }
}
