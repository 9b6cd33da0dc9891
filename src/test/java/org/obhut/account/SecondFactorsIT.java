package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.platform.InvalidInput;

class SecondFactorsIT {

    private AccountFixture accounts;
    private Person anna;
    private String secret;
    private List<String> recovery;

    @BeforeEach
    void open(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        anna = accounts.person("anna");
        secret = accounts.factors.proposed();
        recovery = accounts.factors.set(anna.id(), new Arrival.Device(secret, code(0)));
    }

    /** What the app shows now, or steps of 30 seconds later or earlier. */
    private String code(int steps) {
        return Totp.code(Totp.secret(secret), accounts.clock.instant().getEpochSecond() / 30 + steps);
    }

    private Session signIn(String passphrase, String code) {
        return accounts.signIn.signIn("anna", passphrase.toCharArray(), code);
    }

    private void assertRefused(String passphrase, String code) {
        assertThrows(SignInRefused.class, () -> signIn(passphrase, code));
        accounts.clock.move(Duration.ofMinutes(2));
    }

    @Test
    void nobodyWithADeviceSignsInByPassphraseAlone() {
        assertRefused(AccountFixture.PASSPHRASE, "");
        assertRefused(AccountFixture.PASSPHRASE, "000000".equals(code(1)) ? "000001" : "000000");
        assertEquals("anna", signIn(AccountFixture.PASSPHRASE, code(0)).caller().name());
    }

    @Test
    void aCodeIsTakenOnce() {
        assertRefused(AccountFixture.PASSPHRASE, code(0));
        String code = code(0);
        signIn(AccountFixture.PASSPHRASE, code);
        assertThrows(SignInRefused.class, () -> signIn(AccountFixture.PASSPHRASE, code));
        assertThrows(SignInRefused.class, () -> signIn(AccountFixture.PASSPHRASE, code(-1)), "an earlier one");
        signIn(AccountFixture.PASSPHRASE, code(1));
    }

    @Test
    void aCodeOfBeforeARestartIsNotTakenAgain(@TempDir Path folder) {
        accounts.clock.move(Duration.ofMinutes(2));
        String code = code(0);
        signIn(AccountFixture.PASSPHRASE, code);
        // All that a restart leaves is in the database.
        var restarted = new SecondFactors(
                accounts.factorRows, accounts.passkeyRows, accounts.audit, accounts.random, accounts.clock, false);
        assertFalse(restarted.fits(anna.id(), code));
        assertFalse(restarted.take(anna.id(), code));
    }

    @Test
    void aWrongPassphraseUsesUpNoCode() {
        accounts.clock.move(Duration.ofMinutes(2));
        assertThrows(SignInRefused.class, () -> signIn("Kaffee um drei", code(0)));
        signIn(AccountFixture.PASSPHRASE, code(0));
        assertThrows(SignInRefused.class, () -> signIn("Kaffee um drei", recovery.get(0)));
        accounts.clock.move(Duration.ofMinutes(2));
        signIn(AccountFixture.PASSPHRASE, recovery.get(0));
    }

    @Test
    void aRightAndAWrongPassphraseWithAWrongCodeAreOneAnswer() {
        int runs = accounts.runs.size();
        SignInRefused right = assertThrows(SignInRefused.class, () -> signIn(AccountFixture.PASSPHRASE, "x"));
        accounts.clock.move(Duration.ofHours(2));
        SignInRefused wrong = assertThrows(SignInRefused.class, () -> signIn("Kaffee um drei", "x"));
        assertEquals(right.getMessage(), wrong.getMessage());
        assertEquals(right.retryAfter(), wrong.retryAfter());
        assertEquals(runs + 2, accounts.runs.size(), "both take a run of Argon2id");
    }

    @Test
    void guessesAtTheCodeHaveToWait() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThrows(SignInRefused.class, () -> signIn(AccountFixture.PASSPHRASE, "x"));
        }
        SignInRefused early = assertThrows(SignInRefused.class, () -> signIn(AccountFixture.PASSPHRASE, code(1)));
        assertFalse(early.retryAfter().isZero());
    }

    @Test
    void eachRecoveryCodeStandsInOnce() {
        assertEquals(SecondFactors.CODES, new HashSet<>(recovery).size());
        String typed = recovery.get(3).toUpperCase(Locale.ROOT).replace('-', ' ');
        signIn(AccountFixture.PASSPHRASE, typed);
        assertEquals(9, accounts.factors.codesLeft(anna.id()));
        assertThrows(SignInRefused.class, () -> signIn(AccountFixture.PASSPHRASE, recovery.get(3)));
        signIn(AccountFixture.PASSPHRASE, recovery.get(4));
    }

    @Test
    void aNewDeviceEndsTheOldOneAndItsRecoveryCodes() {
        accounts.clock.move(Duration.ofMinutes(2));
        String old = secret;
        secret = accounts.factors.proposed();
        accounts.factors.set(anna.id(), new Arrival.Device(secret, code(0)));
        assertFalse(accounts.factors.fits(
                anna.id(), Totp.code(Totp.secret(old), accounts.clock.instant().getEpochSecond() / 30)));
        assertFalse(accounts.factors.fits(anna.id(), recovery.get(0)));
        assertTrue(accounts.factors.fits(anna.id(), code(1)));
    }

    @Test
    void aDeviceThatDoesNotShowItsCodeIsNotSet() {
        Person bela = accounts.person("bela");
        for (var device : List.of(
                new Arrival.Device(secret, "12345"),
                new Arrival.Device("short", code(0)),
                new Arrival.Device(accounts.factors.proposed(), code(0)))) {
            assertThrows(InvalidInput.class, () -> accounts.factors.set(bela.id(), device));
        }
        assertFalse(accounts.factors.has(bela.id()));
    }

    @Test
    void whereItIsRequiredADeviceIsSetUpBeforeTheFirstSession() {
        accounts.requireSecondFactor();
        accounts.person("bela");
        char[] passphrase = AccountFixture.PASSPHRASE.toCharArray();
        assertThrows(SecondFactorMissing.class, () -> accounts.signIn.signIn("bela", passphrase, ""));
        assertThrows(
                SignInRefused.class,
                () -> accounts.signIn.setUpDevice(
                        "bela", "Kaffee um drei".toCharArray(), new Arrival.Device(secret, code(0))));
        accounts.signIn.setUpDevice(
                "bela", AccountFixture.PASSPHRASE.toCharArray(), new Arrival.Device(secret, code(0)));
        assertEquals(
                "bela",
                accounts.signIn
                        .signIn("bela", AccountFixture.PASSPHRASE.toCharArray(), code(1))
                        .caller()
                        .name());
        assertThrows(
                SignInRefused.class,
                () -> accounts.signIn.setUpDevice(
                        "bela", AccountFixture.PASSPHRASE.toCharArray(), new Arrival.Device(secret, code(0))),
                "who has a device does not replace it without a session");
    }

    @Test
    void neitherSecretNorRecoveryCodesAreReadableInTheDatabase() {
        String rows = accounts.statements
                        .list("SELECT encode(secret, 'hex') FROM one_time_code", row -> row.getString(1))
                        .toString()
                + accounts.statements.list("SELECT r::text FROM recovery_code r", row -> row.getString(1));
        assertFalse(rows.contains(HexFormat.of().formatHex(Totp.secret(secret))));
        assertFalse(rows.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII))));
        recovery.forEach(code -> assertFalse(rows.contains(code.replace("-", ""))));
    }
}
