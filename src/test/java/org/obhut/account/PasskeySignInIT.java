package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.audit.Act;

/** What a passkey is worth at sign-in, and what is not one. */
class PasskeySignInIT extends PasskeyCase {

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
}
