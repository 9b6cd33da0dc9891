package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.audit.Act;
import org.obhut.platform.InvalidInput;

class PasskeysIT {

    private AccountFixture accounts;
    private Caller anna;
    private TestAuthenticator phone;
    private List<String> codes;

    @BeforeEach
    void open(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        accounts.person("anna");
        anna = accounts.signIn("anna").caller();
        phone = TestAuthenticator.es256();
        phone.handle = anna.person();
        codes = add(anna, phone, "Diensthandy");
    }

    private List<String> add(Caller caller, TestAuthenticator authenticator, String label) {
        String challenge = accounts.passkeys.creation(caller).challenge();
        return add(caller, new NewPasskey(label, challenge, authenticator.make(challenge)));
    }

    private List<String> add(Caller caller, NewPasskey passkey) {
        return accounts.passkeys.add(caller, passphrase(), passkey);
    }

    private String refusal(Caller caller, NewPasskey passkey) {
        return assertThrows(InvalidInput.class, () -> add(caller, passkey)).reason();
    }

    private String refusal(TestAuthenticator authenticator) {
        String challenge = accounts.passkeys.creation(anna).challenge();
        return refusal(anna, new NewPasskey("x", challenge, authenticator.make(challenge)));
    }

    private static char[] passphrase() {
        return AccountFixture.PASSPHRASE.toCharArray();
    }

    private Session signIn(String name, Assertion assertion) {
        return accounts.signIn.signIn(name, passphrase(), assertion);
    }

    private Session signIn(TestAuthenticator authenticator) {
        return signIn("anna", assertion(authenticator));
    }

    private Assertion assertion(TestAuthenticator authenticator) {
        String challenge = accounts.passkeys.request().challenge();
        return new Assertion(challenge, authenticator.sign(challenge));
    }

    private void assertRefused(String name, Assertion assertion) {
        assertThrows(SignInRefused.class, () -> signIn(name, assertion));
        accounts.clock.move(Duration.ofMinutes(2));
    }

    private long audited(Act act) {
        return accounts.statements
                .list("SELECT count(*) FROM audit_line WHERE act = ?", row -> row.getLong(1), act.name())
                .get(0);
    }

    @Test
    void aPasskeyStandsInForTheCode() {
        assertEquals("anna", signIn(phone).caller().name());
        assertThrows(SignInRefused.class, () -> accounts.signIn.signIn("anna", passphrase(), ""));
        assertEquals(1, audited(Act.PASSKEY_ADDED));
        assertEquals(1, audited(Act.PASSKEY_USED));
    }

    @Test
    void thePassphraseIsStillNeededAndCostsTheSameRun() {
        int runs = accounts.runs.size();
        assertThrows(
                SignInRefused.class,
                () -> accounts.signIn.signIn("anna", "Kaffee um drei".toCharArray(), assertion(phone)));
        assertRefused("nobody", assertion(phone));
        assertEquals(runs + 2, accounts.runs.size());
        assertEquals("anna", signIn(phone).caller().name());
        assertEquals(1, audited(Act.PASSKEY_USED), "a wrong passphrase uses no passkey");
    }

    @Test
    void everyAlgorithmThatIsOfferedWorksAndNoOtherIsAdded() {
        for (TestAuthenticator device : List.of(TestAuthenticator.edDsa(), TestAuthenticator.rs256())) {
            device.handle = anna.person();
            add(anna, device, "Schlüssel");
            signIn(device);
        }
        assertEquals("passkey-unfit", refusal(TestAuthenticator.es384()));
    }

    @Test
    void aChallengeIsAnsweredOnceAndInTime() {
        Assertion once = assertion(phone);
        signIn("anna", once);
        assertRefused("anna", once);

        Assertion late = assertion(phone);
        accounts.clock.move(Challenges.LASTS);
        assertRefused("anna", late);

        String own = "A".repeat(43);
        assertRefused("anna", new Assertion(own, phone.sign(own)));
        assertRefused("anna", new Assertion(accounts.passkeys.request().challenge(), phone.sign(own)));
    }

    @Test
    void aChallengeForOneThingIsWorthNothingForAnother() {
        String adding = accounts.passkeys.creation(anna).challenge();
        assertRefused("anna", new Assertion(adding, phone.sign(adding)));

        TestAuthenticator other = TestAuthenticator.es256();
        String signing = accounts.passkeys.request().challenge();
        assertEquals("passkey-late", refusal(anna, new NewPasskey("x", signing, other.make(signing))));
        accounts.person("bela");
        Caller bela = accounts.signIn("bela").caller();
        String belas = accounts.passkeys.creation(bela).challenge();
        assertEquals("passkey-late", refusal(anna, new NewPasskey("x", belas, other.make(belas))));
    }

    @Test
    void anotherPageOrPartyIsRefused() {
        phone.origin = "https://obhut.example.evil.test";
        assertRefused("anna", assertion(phone));
        assertEquals("passkey-unfit", refusal(phone));
        phone.origin = "http://obhut.example";
        assertRefused("anna", assertion(phone));
        phone.origin = AccountFixture.ADDRESS.toString();
        phone.party = "example";
        assertRefused("anna", assertion(phone));
        assertEquals("passkey-unfit", refusal(phone));
    }

    @Test
    void whoWasNotVerifiedByTheDeviceIsRefused() {
        assertEquals("passkey-unfit", refusal(TestAuthenticator.es256().unverified()));
        assertRefused("anna", assertion(phone.unverified()));
    }

    @Test
    void anothersPasskeyIsRefused() {
        accounts.person("bela");
        Caller bela = accounts.signIn("bela").caller();
        TestAuthenticator belas = TestAuthenticator.es256();
        belas.handle = bela.person();
        add(bela, belas, "Belas");
        assertRefused("anna", assertion(belas));
        belas.handle = anna.person();
        assertRefused("anna", assertion(belas));
        assertEquals(
                "bela",
                signIn("bela", assertionOf(belas, bela.person())).caller().name());

        String challenge = accounts.passkeys.creation(bela).challenge();
        assertEquals(
                "passkey-known",
                refusal(bela, new NewPasskey("Annas", challenge, phone.make(challenge))),
                "a credential has one owner");
    }

    private Assertion assertionOf(TestAuthenticator authenticator, UUID handle) {
        authenticator.handle = handle;
        return assertion(authenticator);
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        TestAuthenticator forged = TestAuthenticator.es256();
        forged.handle = anna.person();
        String challenge = accounts.passkeys.request().challenge();
        String annas = phone.sign(challenge);
        String id = annas.substring(annas.indexOf("\"id\":\"") + 6, annas.indexOf("\",\"rawId"));
        String wrong = forged.sign(challenge).replaceAll("\"(id|rawId)\":\"[^\"]*\"", "\"$1\":\"" + id + "\"");
        assertRefused("anna", new Assertion(challenge, wrong));
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndTold() {
        phone.counter = 7;
        signIn(phone);
        phone.counter = 8;
        signIn(phone);
        for (long back : new long[] {8, 3, 0}) {
            phone.counter = back;
            assertRefused("anna", assertion(phone));
        }
        assertEquals(3, audited(Act.PASSKEY_COUNTER_WENT_BACK));
        phone.counter = 9;
        signIn(phone);
    }

    @Test
    void aPasskeyThatIsRemovedWhileItSignsIsRefused() {
        Assertion assertion = assertion(phone);
        UUID passkey = accounts.passkeys.of(anna).get(0).id();
        accounts.meanwhile = () -> accounts.passkeys.remove(anna, passphrase(), passkey);
        assertThrows(SignInRefused.class, () -> signIn("anna", assertion));
    }

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
