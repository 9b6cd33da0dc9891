package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.KeyAlarms.Kind;
import org.obhut.account.TeamOverview.KeyState;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;

/** Accounts that are made new, and public keys that somebody exchanges in the database. */
class AccountResetIT {

    private AccountFixture accounts;
    private UUID anna;
    private UUID leyla;
    private UUID team;
    private UUID other;

    @BeforeEach
    void start(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        anna = accounts.person("anna").id();
        leyla = accounts.person("leyla", Role.LEAD).id();
        accounts.person("ion", Role.LEAD);
        accounts.person("admin", Role.ADMINISTRATOR);
        team = accounts.membership.found(caller("leyla"), "Erstkontakt", false);
        other = accounts.membership.found(caller("ion"), "Telefon", false);
        accounts.pinning.pin(caller("leyla"), "beratung@obhut.example", team);
        admit("leyla", team, anna);
        admit("ion", other, anna);
    }

    private Caller caller(String name) {
        return accounts.signIn(name).caller();
    }

    private void admit(String by, UUID to, UUID person) {
        accounts.membership.admit(caller(by), to, person, accounts.fingerprint(person), false);
    }

    private KeyState state(String by, UUID of) {
        var overview = new TeamOverview(accounts.rows, accounts.people, accounts.seals, accounts.pins);
        return overview.of(caller(by), of).members().stream()
                .filter(member -> member.person().equals(anna))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<Kind> alarms(String name) {
        return accounts.alarms.of(caller(name)).stream()
                .map(KeyAlarms.Alarm::kind)
                .toList();
    }

    @Test
    void whoForgotThePassphraseComesBackWithAnEmptyKeyringAndIsLetInAgain() {
        Session open = accounts.signIn("anna");
        accounts.profile.set(open.caller(), "Frau Anna", "de");
        Fingerprint before = accounts.fingerprint(anna);
        String token = accounts.accountReset.reset(caller("admin"), anna, false);

        assertEquals(Optional.empty(), accounts.sessions.use(open.handle()));
        assertThrows(SignInRefused.class, () -> accounts.signIn("anna"));
        assertEquals(List.of(), accounts.seals.to(anna));
        assertEquals(Optional.empty(), accounts.pins.person(anna));
        assertEquals(
                new WayIn.Offer(anna, "anna", "Frau Anna"),
                accounts.accountReturn.offer(token).orElseThrow());

        accounts.accountReturn.accept(token, new Arrival("de", AccountFixture.PASSPHRASE.toCharArray(), null));

        assertEquals(Optional.empty(), accounts.accountReturn.offer(token));
        Arrival again = new Arrival("de", AccountFixture.PASSPHRASE.toCharArray(), null);
        assertThrows(Refused.class, () -> accounts.accountReturn.accept(token, again));
        Caller back = caller("anna");
        assertEquals(Set.of(anna), back.keyring().readers());
        assertFalse(back.counsellor());
        assertNotEquals(before, accounts.fingerprint(anna));
        // The rosters know another key: nothing is sealed to the new one, and that is no alarm.
        assertEquals(KeyState.RESET, state("leyla", team));
        assertEquals(
                Set.of("leyla"), accounts.teams.roster(caller("leyla"), team).keySet());
        assertEquals(List.of(), alarms("admin"));

        admit("leyla", team, anna);
        assertTrue(caller("anna").counsels().contains(team));
        assertEquals(KeyState.CONFIRMED, state("leyla", team));
        // The other team is told that one of them has compared the new key.
        assertEquals(KeyState.RESET, state("ion", other));
    }

    /** Whoever knows the former passphrase must not stay in because they were on their way when it was reset. */
    @Test
    void whoIsOnTheirWayInWhileTheAccountIsResetDoesNotGetIn() {
        Caller admin = caller("admin");
        int ended = accounts.ended.size();
        accounts.meanwhile = () -> accounts.accountReset.reset(admin, anna, false);
        assertThrows(SignInRefused.class, () -> accounts.signIn("anna"));
        assertEquals(ended + 1, accounts.ended.size(), "the session that had begun has ended");
    }

    @Test
    void aKeyThatIsExchangedAfterAResetIsAnAlarm() {
        accounts.reset(caller("admin"), anna);
        admit("leyla", team, anna);
        exchange("person", "public_key", "id", anna);
        assertEquals(KeyState.EXCHANGED, state("leyla", team));
        assertEquals(List.of(Kind.PERSON_KEY), alarms("leyla"));
    }

    @Test
    void onlyAdministratorsResetAndNotThemselves() {
        UUID admin = caller("admin").person();
        assertThrows(Refused.class, () -> accounts.accountReset.reset(caller("leyla"), anna, true));
        var own = assertThrows(InvalidInput.class, () -> accounts.accountReset.reset(caller("admin"), admin, true));
        assertEquals("yourself", own.reason());
        assertTrue(caller("anna").counsellor());
    }

    @Test
    void theLastLeadIsNotResetUnawares() {
        var consequences = accounts.accountReset.consequences(caller("admin"), leyla);
        assertEquals(List.of(new AccountReset.Left("Erstkontakt", false)), consequences.left());
        var refused =
                assertThrows(InvalidInput.class, () -> accounts.accountReset.reset(caller("admin"), leyla, false));
        assertEquals("last-lead", refused.reason());
        assertTrue(caller("leyla").leadOf(team));
        List<String> shares = accounts.shares(caller("leyla"), team, List.of("a", "b", "c"));
        consequences = accounts.accountReset.consequences(caller("admin"), leyla);
        assertEquals(List.of(new AccountReset.Left("Erstkontakt", true)), consequences.left());
        // She resets, comes back, and lets herself in by two shares.
        accounts.reset(caller("admin"), leyla);
        assertFalse(caller("leyla").leadOf(team));
        accounts.recovery.recover(caller("leyla"), shares.get(0), shares.get(2), leyla, "");
        assertTrue(caller("leyla").leadOf(team));
    }

    @Test
    void aLinkEndsAfterAWeek() {
        String token = accounts.accountReset.reset(caller("admin"), anna, false);
        accounts.clock.move(Invitations.LASTS);
        assertEquals(Optional.empty(), accounts.accountReturn.offer(token));
    }

    /** Who can write to the database puts a key of their own in a row. */
    private void exchange(String table, String column, String idColumn, UUID id) {
        try (Root strange = Root.random(accounts.random)) {
            int changed = accounts.statements.run(
                    "UPDATE " + table + " SET " + column + " = ? WHERE " + idColumn + " = ?",
                    strange.sealingKey().encoded(),
                    id);
            assertEquals(1, changed);
        }
    }

    @Test
    void eachExchangedKeyIsFoundByLeadAndAdministrator() {
        assertEquals(List.of(), alarms("admin"));
        accounts.shares(caller("leyla"), team, List.of("a", "b", "c"));
        Map<Kind, Runnable> exchanges = Map.of(
                Kind.TEAM_KEY, () -> exchange("team_epoch", "team_key", "team", team),
                Kind.LEADS_KEY, () -> exchange("team_epoch", "leads_key", "team", team),
                Kind.RECOVERY_KEY, () -> exchange("team_recovery", "public_key", "team", team),
                Kind.PERSON_KEY, () -> exchange("person", "public_key", "id", anna));
        Caller lead = caller("leyla");
        Caller stranger = caller("ion");
        Caller member = caller("anna");
        Caller admin = caller("admin");
        List<Kind> found = new ArrayList<>();
        for (Kind kind : List.of(Kind.TEAM_KEY, Kind.LEADS_KEY, Kind.RECOVERY_KEY, Kind.PERSON_KEY)) {
            exchanges.get(kind).run();
            found.add(kind);
            assertEquals(
                    Set.copyOf(found),
                    accounts.alarms.of(lead).stream().map(KeyAlarms.Alarm::kind).collect(Collectors.toSet()));
            assertEquals(found.size(), accounts.alarms.of(admin).size());
        }
        // A lead of another team hears of the person, a member of nothing.
        assertEquals(1, accounts.alarms.of(stranger).size());
        assertEquals(List.of(), accounts.alarms.of(member));
        assertThrows(PinMismatch.class, () -> accounts.teams.pinnedReaders("beratung@obhut.example"));
        assertThrows(PinMismatch.class, () -> accounts.teams.readers(team));
        assertFalse(accounts.teams.colleagues().containsKey("anna"));
    }

    @Test
    void anAdministratorWithATeamsKeyIsFound() {
        accounts.statements.run("UPDATE person SET roles = 'ADMINISTRATOR' WHERE id = ?", anna);
        assertTrue(alarms("leyla").contains(Kind.ADMINISTRATOR));
        accounts.succession.leave(caller("leyla"), team, anna);
        accounts.succession.leave(caller("ion"), other, anna);
        assertEquals(List.of(), alarms("leyla"));
    }
}
