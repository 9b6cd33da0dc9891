package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.audit.AuditHour;
import org.obhut.envelope.Seal;
import org.obhut.platform.InvalidInput;

class SignInIT {

    private AccountFixture accounts;
    private Person anna;

    @BeforeEach
    void open(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        anna = accounts.person("anna", Role.COORDINATOR, Role.LEAD);
    }

    private void assertRefused(String name, String passphrase) {
        SignInRefused refused =
                assertThrows(SignInRefused.class, () -> accounts.signIn.signIn(name, passphrase.toCharArray()));
        assertEquals("sign-in refused", refused.getMessage());
    }

    @Test
    void opensTheKeyringOfWhoKnowsThePassphrase() {
        Session session = accounts.signIn(" Anna ");
        assertEquals("anna", session.caller().name());
        assertEquals(Set.of(Role.COORDINATOR, Role.LEAD), session.caller().others());
        assertEquals(anna.key(), session.caller().keyring().root(anna.id()).sealingKey());
        assertTrue(accounts.sessions.use(session.handle()).isPresent());
    }

    @Test
    void refusedSignInsAreToldByTheirNumberAlone() {
        assertRefused("anna", "falsch");
        assertRefused("niemand", "falsch");
        accounts.counts.tell(new AuditHour());
        accounts.counts.tell(new AuditHour());
        assertEquals(
                List.of("SIGN_INS_REFUSED null null 2"),
                accounts.statements.list(
                        "SELECT act, actor, subject, number FROM audit_line",
                        row -> row.getString(1)
                                + ' '
                                + row.getString(2)
                                + ' '
                                + row.getString(3)
                                + ' '
                                + row.getLong(4)));
    }

    @Test
    void refusesAWrongPassphraseAndAnUnknownNameInTheSameWords() {
        assertRefused("anna", "Kaffee um drei");
        assertRefused("nobody", AccountFixture.PASSPHRASE);
        assertRefused("", "");
    }

    @Test
    void anUnknownNameCostsTheSameRunOfArgon2id() {
        accounts.runs.clear();
        assertRefused("anna", "Kaffee um drei");
        assertRefused("nobody", "Kaffee um drei");
        assertEquals(List.of(AccountFixture.CHEAP, AccountFixture.CHEAP), accounts.runs);
    }

    @Test
    void wipesThePassphraseHoweverItEnds() {
        char[] right = AccountFixture.PASSPHRASE.toCharArray();
        accounts.signIn.signIn("anna", right);
        assertArrayEquals(new char[right.length], right);
        char[] wrong = "Kaffee um drei".toCharArray();
        assertThrows(SignInRefused.class, () -> accounts.signIn.signIn("anna", wrong));
        assertArrayEquals(new char[wrong.length], wrong);
    }

    @Test
    void anUnknownNameWaitsLikeAKnownOne() {
        for (String name : new String[] {"anna", "nobody"}) {
            assertRefused(name, "1");
            assertRefused(name, "2");
            SignInRefused third =
                    assertThrows(SignInRefused.class, () -> accounts.signIn.signIn(name, "3".toCharArray()));
            assertEquals(Duration.ofSeconds(1), third.retryAfter(), name);
        }
    }

    @Test
    void nobodyIsLockedOutForGood() {
        for (int i = 0; i < 20; i++) {
            assertRefused("anna", "guess");
            accounts.clock.move(accounts.attempts.wait("anna"));
        }
        assertEquals("anna", accounts.signIn("anna").caller().name());
    }

    @Test
    void aDatabaseAloneDoesNotHoldWhatIsNeededToTryPassphrases(@TempDir Path otherKeyStore) {
        AccountFixture other = new AccountFixture(otherKeyStore);
        other.people.add(anna);
        assertThrows(
                SignInRefused.class, () -> other.signIn("anna"), "without the pepper the right passphrase is wrong");
    }

    @Test
    void membershipsAreSettledAtTheFirstSignIn() {
        Session lead = accounts.signIn("anna");
        UUID team = accounts.membership.found(lead.caller(), "Erstkontakt", false);
        UUID reader = accounts.teams.readers(team).teamKey().reader();
        Seal before = accounts.seals.find(reader, Set.of(anna.id())).orElseThrow();

        Session again = accounts.signIn("anna");

        Seal after = accounts.seals.find(reader, Set.of(anna.id())).orElseThrow();
        assertTrue(after.sealed().length < before.sealed().length);
        assertEquals(Set.of(team), again.caller().counsels());
        assertEquals(Set.of(team), again.caller().leads());
        assertEquals(Set.of(team), accounts.signIn("anna").caller().leads());
    }

    @Test
    void aDamagedMembershipCostsThatTeamOnly() {
        Session lead = accounts.signIn("anna");
        UUID kept = accounts.membership.found(lead.caller(), "Erstkontakt", false);
        UUID lost = accounts.membership.found(lead.caller(), "Beratung", false);
        UUID reader = accounts.teams.readers(lost).teamKey().reader();
        Seal seal = accounts.seals.find(reader, Set.of(anna.id())).orElseThrow();
        byte[] damaged = seal.sealed();
        damaged[damaged.length - 1] ^= 1;
        accounts.seals.put(new Seal(reader, anna.id(), seal.epoch(), damaged));
        assertEquals(Set.of(kept), accounts.signIn("anna").caller().counsels());
    }

    @Test
    void aChangedPassphraseReplacesTheOldOneAndSealsTheSameRoot() {
        Session session = accounts.signIn("anna");
        char[] old = AccountFixture.PASSPHRASE.toCharArray();
        char[] wanted = "Tee um halb fuenf".toCharArray();

        accounts.passphraseChange.change(session.caller(), old, wanted);

        assertArrayEquals(new char[old.length], old);
        assertArrayEquals(new char[wanted.length], wanted);
        assertRefused("anna", AccountFixture.PASSPHRASE);
        Session after = accounts.signIn.signIn("anna", "Tee um halb fuenf".toCharArray());
        assertEquals(anna.key(), after.caller().keyring().root(anna.id()).sealingKey());
        Person stored = accounts.people.byName("anna").orElseThrow();
        assertFalse(Arrays.equals(anna.lock().salt(), stored.lock().salt()));
    }

    @Test
    void aPassphraseIsNotChangedWithoutTheOldOneOrForAShortOne() {
        Caller caller = accounts.signIn("anna").caller();
        assertThrows(
                SignInRefused.class,
                () -> accounts.passphraseChange.change(
                        caller, "guess".toCharArray(), "Tee um halb fuenf".toCharArray()));
        assertThrows(
                InvalidInput.class,
                () -> accounts.passphraseChange.change(
                        caller, AccountFixture.PASSPHRASE.toCharArray(), "kurz".toCharArray()));
        accounts.profile.set(caller, "Xaveria Quittenbaum", "de");
        assertThrows(
                InvalidInput.class,
                () -> accounts.passphraseChange.change(
                        caller, AccountFixture.PASSPHRASE.toCharArray(), "Xaveria Quittenbaum".toCharArray()),
                "what colleagues call them");
        assertEquals("anna", accounts.signIn("anna").caller().name());
    }
}
