package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.RecoveryOverview.State;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;

class RecoveryIT {

    private static final List<String> HOLDERS = List.of("Leitung", "Datenschutz", "Tresor");

    private AccountFixture accounts;
    private UUID anna;
    private UUID ion;
    private UUID team;

    @BeforeEach
    void start(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        anna = accounts.person("anna").id();
        ion = accounts.person("ion").id();
        accounts.person("leyla", Role.LEAD);
        accounts.person("admin", Role.ADMINISTRATOR);
        team = accounts.membership.found(caller("leyla"), "Erstkontakt", false);
        accounts.membership.admit(caller("leyla"), team, anna, accounts.fingerprint(anna), false);
    }

    private Caller caller(String name) {
        return accounts.signIn(name).caller();
    }

    private List<String> shares() {
        return accounts.shares(caller("leyla"), team, HOLDERS);
    }

    private UUID recover(String by, String first, String second, UUID person) {
        return accounts.recovery.recover(
                caller(by), first, second, person, accounts.fingerprint(person).hex());
    }

    private static void assertInvalid(String field, String reason, org.junit.jupiter.api.function.Executable call) {
        var invalid = assertThrows(InvalidInput.class, call);
        assertEquals(field + " " + reason, invalid.field() + " " + invalid.reason());
    }

    private State state() {
        return accounts.recoveryOverview.of(caller("anna"), team).state();
    }

    @Test
    void anyTwoSharesAdmitANamedPersonAsLeadAndEverybodyIsTold() {
        assertEquals(State.NONE, state());
        List<String> shares = shares();
        assertEquals(State.READY, state());
        assertFalse(caller("ion").leadOf(team));

        assertEquals(team, recover("ion", shares.get(2), shares.get(0), ion));

        assertTrue(caller("ion").leadOf(team));
        assertEquals(State.USED, state());
        for (String name : List.of("anna", "leyla", "ion")) {
            var told = accounts.recoveryOverview.untold(caller(name));
            assertEquals(
                    List.of("ion"),
                    told.stream().map(RecoveryOverview.Event::lead).toList(),
                    name);
            accounts.recoveryOverview.told(caller(name), told.get(0).id());
            assertEquals(List.of(), accounts.recoveryOverview.untold(caller(name)));
        }
        assertEquals(
                1,
                accounts.recoveryOverview.of(caller("anna"), team).recoveries().size());
        assertEquals(
                List.of("RECOVERY_SET_UP", "TEAM_RECOVERED"),
                accounts.statements.list(
                        "SELECT act FROM audit_line WHERE act LIKE '%RECOVER%' ORDER BY at", row -> row.getString(1)));
    }

    @Test
    void whoseOnlyLeadForgotThePassphraseIsRecoveredByAMember() {
        List<String> shares = shares();
        assertEquals(team, recover("anna", shares.get(0), shares.get(1), anna));
        assertTrue(caller("anna").leadOf(team));
        // What only a lead can do: new keys for everybody.
        accounts.succession.renew(caller("anna"), team);
        accounts.succession.complete(caller("anna"), team, () -> false);
        assertEquals(
                Set.of("anna", "leyla"),
                accounts.teams.roster(caller("anna"), team).keySet());
    }

    @Test
    void theSharesOpenEachLaterEpochToo() {
        List<String> shares = shares();
        accounts.succession.renew(caller("leyla"), team);
        accounts.succession.complete(caller("leyla"), team, () -> false);
        assertEquals(State.READY, state());
        recover("ion", shares.get(0), shares.get(2), ion);
        assertTrue(caller("ion").leadOf(team));
    }

    @Test
    void anEpochThatWasBegunAndNotPinnedIsPinnedOnTheWay() {
        List<String> shares = shares();
        Caller leyla = caller("leyla");
        accounts.epochs.begin(leyla, team, roster -> roster, org.obhut.audit.Act.TEAM_KEYS_RENEWED, team);
        recover("ion", shares.get(0), shares.get(2), ion);
        assertEquals(2, accounts.pins.team(team).orElseThrow().epoch());
    }

    @Test
    void whatIsWrongWithSharesIsSaid() {
        List<String> shares = shares();
        assertInvalid("second", "required", () -> recover("ion", shares.get(0), "", ion));
        assertInvalid("second", "share-same", () -> recover("ion", shares.get(0), shares.get(0), ion));
        String cut = shares.get(1).substring(0, shares.get(1).lastIndexOf(' '));
        assertInvalid("second", "share-length", () -> recover("ion", shares.get(0), cut, ion));
        assertInvalid("first", "share-unknown-word", () -> recover("ion", "qqqq " + cut, shares.get(0), ion));
        UUID other = accounts.membership.found(caller("leyla"), "Telefon", false);
        List<String> others = accounts.shares(caller("leyla"), other, HOLDERS);
        assertInvalid("second", "share-other-set", () -> recover("ion", shares.get(0), others.get(1), ion));
        assertFalse(caller("ion").counsellor());
        assertEquals(State.READY, state());
    }

    @Test
    void replacedSharesOpenNothing() {
        List<String> old = shares();
        UUID reader = accounts.recoveryRows.find(team).orElseThrow().key().reader();
        List<String> shares = shares();
        assertInvalid("second", "share-not-current", () -> recover("ion", old.get(0), old.get(1), ion));
        assertInvalid("second", "share-other-set", () -> recover("ion", old.get(0), shares.get(1), ion));
        assertEquals(List.of(), accounts.seals.to(reader));
        assertEquals(2, accounts.recoveryOverview.of(caller("anna"), team).number());
        recover("ion", shares.get(0), shares.get(1), ion);
    }

    @Test
    void aKeyThatWasExchangedInTheDatabaseGetsNoSealAndAdmitsNobody() {
        shares();
        try (Root strange = Root.random(accounts.random)) {
            accounts.statements.run(
                    "UPDATE team_recovery SET public_key = ?",
                    strange.sealingKey().encoded());
            assertEquals(State.BROKEN, state());
            Caller leyla = caller("leyla");
            accounts.succession.renew(leyla, team);
            UUID reader = accounts.recoveryRows.find(team).orElseThrow().key().reader();
            UUID leads = accounts.rows.find(team).orElseThrow().leadsKey().reader();
            assertFalse(accounts.seals.readers(leads).contains(reader));
            // Even with a seal of the current roots to it, that key is not the pinned one.
            accounts.seals.put(accounts.sealer.seal(
                    leyla.keyring().root(leads), leads, new ReaderKey(reader, strange.sealingKey())));
            byte[][] split = org.obhut.envelope.RootShares.split(strange, accounts.random);
            int set = RecoveryShare.set(strange.sealingKey().fingerprint().hex());
            String first = String.join(" ", new RecoveryShare(1, set, split[0]).words());
            String second = String.join(" ", new RecoveryShare(2, set, split[1]).words());
            assertInvalid("second", "share-not-current", () -> recover("ion", first, second, ion));
        }
        List<String> shares = shares();
        assertEquals(State.READY, state());
        recover("ion", shares.get(0), shares.get(1), ion);
    }

    @Test
    void administratorsNeitherRecoverNorAreAdmitted() {
        List<String> shares = shares();
        UUID admin = caller("admin").person();
        assertThrows(Refused.class, () -> recover("admin", shares.get(0), shares.get(1), ion));
        assertThrows(Refused.class, () -> recover("ion", shares.get(0), shares.get(1), admin));
        assertThrows(Refused.class, () -> accounts.recoveryOverview.candidates(caller("admin")));
        assertEquals(State.READY, state());
    }

    @Test
    void anExchangedKeyOfThePersonIsRefused() {
        List<String> shares = shares();
        assertThrows(
                Refused.class,
                () -> accounts.recovery.recover(
                        caller("anna"),
                        shares.get(0),
                        shares.get(1),
                        ion,
                        accounts.fingerprint(anna).hex()));
    }

    @Test
    void nothingIsStoredBeforeTheThirdShareIsConfirmed() {
        Caller leyla = caller("leyla");
        accounts.ceremony.begin(leyla, team, HOLDERS);
        var step = accounts.ceremony.step(leyla, team).orElseThrow();
        assertEquals(28, step.words().size());
        assertEquals("Leitung", step.holder());
        accounts.ceremony.hide(leyla, team, true);
        assertEquals(
                List.of(), accounts.ceremony.step(leyla, team).orElseThrow().words());
        String right = step.words().get(step.first() - 1);
        String wrong = right.equals("abend") ? "zypresse" : "abend";
        var refused = assertThrows(WrongShare.class, () -> accounts.ceremony.confirm(leyla, team, wrong, "abend"));
        assertEquals(step.first(), refused.word());
        assertFalse(accounts.ceremony.confirm(leyla, team, right, step.words().get(step.second() - 1)));
        assertEquals(State.NONE, state());
        assertEquals(2, accounts.ceremony.step(leyla, team).orElseThrow().share());
        assertEquals(Optional.empty(), accounts.ceremony.step(caller("anna"), team));

        accounts.ceremony.ended(new SessionEnded(leyla, SessionEnded.Reason.IDLE));

        assertEquals(Optional.empty(), accounts.ceremony.step(leyla, team));
        assertThrows(Refused.class, () -> accounts.ceremony.confirm(leyla, team, right, right));
    }

    @Test
    void onlyALeadMakesSharesForThreeDifferentHolders() {
        assertThrows(Refused.class, () -> accounts.ceremony.begin(caller("anna"), team, HOLDERS));
        assertThrows(Refused.class, () -> accounts.ceremony.begin(caller("admin"), team, HOLDERS));
        Caller leyla = caller("leyla");
        assertInvalid("holder2", "required", () -> accounts.ceremony.begin(leyla, team, List.of("a", " ", "c")));
        assertInvalid(
                "holder3", "share-holder-twice", () -> accounts.ceremony.begin(leyla, team, List.of("a", "b", "A")));
        assertInvalid("holder1", "share-holder", () -> accounts.ceremony.begin(leyla, team, List.of("a\nb", "b", "c")));
    }
}
