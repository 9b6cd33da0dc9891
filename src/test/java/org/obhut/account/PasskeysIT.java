package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.obhut.audit.Act;
import org.obhut.platform.InvalidInput;

/** A person's passkeys: how they come, stay and go. */
class PasskeysIT extends PasskeyCase {

    @Test
    void aRemovedPasskeyIsRefusedAndTheLastFactorStaysWhereOneIsRequired() {
        UUID first = accounts.passkeys.of(anna).get(0).id();
        accounts.requireSecondFactor();
        InvalidInput last = assertThrows(InvalidInput.class, () -> accounts.passkeys.remove(anna, passphrase(), first));
        assertEquals("last-second-factor", last.reason());
    }

    @Test
    void aRemovedPasskeyIsRefused() {
        TestAuthenticator key = TestAuthenticator.es256();
        key.handle = anna.person();
        assertEquals(List.of(), add(anna, key, "Schlüssel am Bund"), "the recovery codes of before stay");
        UUID first = accounts.passkeys.of(anna).stream()
                .filter(each -> each.label().equals("Diensthandy"))
                .findFirst()
                .orElseThrow()
                .id();
        accounts.requireSecondFactor();
        assertThrows(SignInRefused.class, () -> accounts.passkeys.remove(anna, "Kaffee um drei".toCharArray(), first));
        accounts.passkeys.remove(anna, passphrase(), first);
        assertRefused("anna", assertion(phone));
        signIn(key);
        assertEquals(1, audited(Act.PASSKEY_REMOVED));
    }

    @Test
    void recoveryCodesStandInForPasskeysAndGoWithTheLastFactor() {
        assertEquals(SecondFactors.CODES, codes.size());
        accounts.signIn.signIn("anna", passphrase(), codes.get(0));
        accounts.passkeys.remove(
                anna, passphrase(), accounts.passkeys.of(anna).get(0).id());
        assertEquals(0, accounts.factors.codesLeft(anna.person()));
        assertEquals("anna", accounts.signIn("anna").caller().name());
    }

    @Test
    void anAppIsRemovedOnlyWhereAPasskeyIsLeft() {
        String secret = accounts.factors.proposed();
        String code = Totp.code(Totp.secret(secret), accounts.clock.instant().getEpochSecond() / 30);
        accounts.requireSecondFactor();
        accounts.profile.setDevice(anna, passphrase(), new Arrival.Device(secret, code));
        accounts.profile.removeDevice(anna, passphrase());
        assertFalse(accounts.profile.own(anna).app());
        signIn(phone);

        accounts.profile.setDevice(anna, passphrase(), new Arrival.Device(secret, code));
        accounts.passkeys.remove(
                anna, passphrase(), accounts.passkeys.of(anna).get(0).id());
        assertThrows(InvalidInput.class, () -> accounts.profile.removeDevice(anna, passphrase()));
    }

    @Test
    void tenAtMostAndNamedByTheirPerson() {
        accounts.clock.move(Duration.ofHours(1));
        for (int i = 1; i < Passkeys.MOST; i++) {
            add(anna, TestAuthenticator.es256(), "Nr. " + i);
        }
        assertEquals("passkey-many", refusal(TestAuthenticator.es256()));
        var passkey = accounts.passkeys.of(anna).get(0);
        accounts.passkeys.rename(anna, passkey.id(), "  Büro ");
        assertTrue(accounts.passkeys.of(anna).stream()
                .anyMatch(each -> each.label().equals("Büro")));
        for (String label : List.of(" ", "a\nb", "x".repeat(Passkeys.LONGEST + 1))) {
            assertThrows(InvalidInput.class, () -> accounts.passkeys.rename(anna, passkey.id(), label));
        }
        assertEquals(Passkeys.MOST, accounts.passkeys.creation(anna).known().size());
        accounts.person("bela");
        Caller bela = accounts.signIn("bela").caller();
        accounts.passkeys.rename(bela, passkey.id(), "Belas");
        accounts.passkeys.remove(bela, passphrase(), passkey.id());
        assertTrue(
                accounts.passkeys.of(anna).stream()
                        .anyMatch(each -> each.label().equals("Büro")),
                "not another's");
    }

    @Test
    void nonsenseIsRefused() {
        for (String answer : List.of("", "{}", "null", "[]", "x", "{\"id\":1}", "[".repeat(9000), "9".repeat(20_000))) {
            String challenge = accounts.passkeys.creation(anna).challenge();
            assertEquals("passkey-unfit", refusal(anna, new NewPasskey("x", challenge, answer)), answer);
            assertRefused("anna", new Assertion(accounts.passkeys.request().challenge(), answer));
        }
        assertRefused("anna", new Assertion("", phone.sign("")));
    }

    @Test
    void whoComesByALinkBringsAPasskeyAndNeedsNoApp() {
        Caller admin = accounts.administrator("admin");
        accounts.requireSecondFactor();
        String token = accounts.invitations.invite(admin, "bela", "Bela", Set.of());
        WayIn.Offer offer = accounts.invitations.offer(token).orElseThrow();
        TestAuthenticator belas = TestAuthenticator.es256();
        belas.handle = offer.person();
        assertThrows(
                InvalidInput.class,
                () -> accounts.invitations.accept(token, new Arrival("de", passphrase(), null, null)),
                "neither app nor passkey");
        String challenge = accounts.passkeys.creation(offer).challenge();
        var made = new NewPasskey("Erster Passkey", challenge, belas.make(challenge));
        assertEquals(
                SecondFactors.CODES,
                accounts.invitations
                        .accept(token, new Arrival("de", passphrase(), null, made))
                        .size());
        assertEquals("bela", signIn("bela", assertion(belas)).caller().name());
    }

    @Test
    void aResetTakesThePasskeys() {
        accounts.reset(accounts.administrator("admin"), anna.person());
        assertRefused("anna", assertion(phone));
        assertEquals(List.of(), accounts.passkeyRows.of(anna.person()));
    }

    @Test
    void theDatabaseShowsNeitherNameNorCredential() {
        String rows = accounts.statements
                .list("SELECT p::text FROM passkey p", row -> row.getString(1))
                .toString();
        byte[] attested =
                accounts.passkeyRows.of(anna.person()).get(0).credential().attested();
        Stream.of("Diensthandy".getBytes(StandardCharsets.UTF_8), java.util.Arrays.copyOfRange(attested, 18, 50))
                .map(HexFormat.of()::formatHex)
                .forEach(hex -> assertFalse(rows.contains(hex), rows));
    }
}
