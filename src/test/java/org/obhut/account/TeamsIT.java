package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStoreRefused;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pins;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;

class TeamsIT {

    private static final String MAILBOX = "beratung@obhut.example";

    private AccountFixture accounts;
    private Path folder;
    private Person anna;
    private Person bela;
    private Caller leyla;
    private UUID team;

    @BeforeEach
    void found(@TempDir Path folder) {
        this.folder = folder;
        accounts = new AccountFixture(folder);
        anna = accounts.person("anna");
        bela = accounts.person("bela", Role.LEAD);
        accounts.person("leyla", Role.LEAD);
        leyla = accounts.signIn("leyla").caller();
        team = accounts.membership.found(leyla, "Erstkontakt", false);
    }

    private void admit(Caller by, Person person, boolean asLead) {
        accounts.membership.admit(by, team, person.id(), person.key().fingerprint(), asLead);
    }

    private Caller caller(String name) {
        return accounts.signIn(name).caller();
    }

    private byte[] otherKey() {
        return Root.random(accounts.random).sealingKey().encoded();
    }

    @Test
    void theFirstLeadHoldsTheRootsAndNobodyElseDoes() {
        assertEquals(Set.of(team), caller("leyla").leads());
        assertEquals(Set.of("leyla"), accounts.teams.roster(leyla, team).keySet());
        assertEquals(Set.of(), caller("anna").counsels());
        assertThrows(Refused.class, () -> accounts.teams.roster(caller("anna"), team));
        assertEquals("Erstkontakt", accounts.teams.name(team));
        assertEquals(team, accounts.teams.byName("Erstkontakt").orElseThrow());
        assertEquals("leyla", accounts.teams.personName(leyla.person()));
    }

    @Test
    void aTeamsReadersAreNeverItsOwnId() {
        TeamReaders readers = accounts.teams.readers(team);
        assertNotEquals(team, readers.teamKey().reader());
        assertNotEquals(team, readers.leadsKey().reader());
        assertNotEquals(readers.teamKey(), readers.leadsKey());
    }

    @Test
    void whoIsLetInCounselsAndLetsOthersIn() {
        admit(leyla, anna, false);
        Caller member = caller("anna");
        assertEquals(Set.of(team), member.counsels());
        assertEquals(Set.of(), member.leads());

        admit(member, bela, false);

        assertEquals(
                Set.of("anna", "bela", "leyla"),
                accounts.teams.roster(leyla, team).keySet());
        assertEquals(Set.of(team), caller("bela").counsels());
    }

    @Test
    void onlyALeadMakesALead() {
        admit(leyla, anna, false);
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> admit(member, bela, true));
        admit(leyla, bela, true);
        assertEquals(Set.of(team), caller("bela").leads());
    }

    @Test
    void whoHoldsNoRootLetsNobodyIn() {
        Caller outside = caller("anna");
        assertThrows(Refused.class, () -> admit(outside, bela, false));
        assertEquals(Set.of(), caller("bela").counsels());
    }

    @Test
    void administratorsBelongToNoTeam() {
        Person admin = accounts.person("admin", Role.ADMINISTRATOR);
        assertThrows(Refused.class, () -> admit(leyla, admin, false));
        Caller administrator = caller("admin");
        assertThrows(Refused.class, () -> accounts.membership.found(administrator, "Beratung", false));
    }

    @Test
    void aKeyThatIsNotTheComparedOneIsNotLetIn() {
        accounts.statements.run("UPDATE person SET public_key = ? WHERE name = 'anna'", otherKey());
        assertThrows(Refused.class, () -> admit(leyla, anna, false));
    }

    @Test
    void aMemberWhoseKeyWasExchangedIsLeftOut() {
        admit(leyla, anna, false);
        accounts.statements.run("UPDATE person SET public_key = ? WHERE name = 'anna'", otherKey());
        assertEquals(Set.of("leyla"), accounts.teams.roster(leyla, team).keySet());
    }

    @Test
    void aRosterThatWasChangedInTheDatabaseIsRefused() {
        admit(leyla, anna, false);
        accounts.statements.run(
                "UPDATE team_epoch SET roster = convert_to(replace(convert_from(roster, 'UTF8'), 'member', 'lead'), 'UTF8')");
        assertThrows(RosterRefused.class, () -> accounts.teams.roster(leyla, team));
        assertThrows(RosterRefused.class, () -> admit(leyla, bela, false));
    }

    @Test
    void anotherTeamsRosterIsRefused() {
        UUID other = accounts.membership.found(leyla, "Beratung", false);
        accounts.statements.run("""
                UPDATE team_epoch SET (roster, roster_code) =
                    (SELECT roster, roster_code FROM team_epoch WHERE team = ?) WHERE team = ?""", other, team);
        assertThrows(RosterRefused.class, () -> accounts.teams.roster(leyla, team));
    }

    @Test
    void intakeSealsToThePinnedTeam() {
        assertThrows(PinMismatch.class, () -> accounts.teams.pinnedReaders(MAILBOX));
        accounts.pinning.pin(leyla, MAILBOX, team);
        TeamReaders readers = accounts.teams.pinnedReaders("Beratung@OBHUT.example");
        assertEquals(accounts.teams.readers(team), readers);
        Keyring keyring = leyla.keyring();
        assertEquals(
                readers.teamKey(),
                new ReaderKey(
                        readers.teamKey().reader(),
                        keyring.root(readers.teamKey().reader()).sealingKey()));
    }

    @Test
    void nothingIsSealedToAnExchangedKey() {
        accounts.pinning.pin(leyla, MAILBOX, team);
        for (String column : new String[] {"team_key", "leads_key"}) {
            byte[] genuine = accounts.statements
                    .list("SELECT " + column + " FROM team_epoch", row -> row.getBytes(1))
                    .get(0);
            accounts.statements.run("UPDATE team_epoch SET " + column + " = ?", otherKey());
            PinMismatch mismatch = assertThrows(PinMismatch.class, () -> accounts.teams.pinnedReaders(MAILBOX), column);
            assertTrue(mismatch.getMessage().contains(MAILBOX));
            assertThrows(PinMismatch.class, () -> accounts.teams.readers(team), column);
            accounts.statements.run("UPDATE team_epoch SET " + column + " = ?", genuine);
        }
        assertEquals(team, accounts.teams.pinnedReaders(MAILBOX).team());
    }

    @Test
    void anExchangedTeamKeyIsNoticedBeforeAnybodyIsLetIn() {
        accounts.statements.run("UPDATE team_epoch SET team_key = ?", otherKey());
        assertThrows(PinMismatch.class, () -> admit(leyla, anna, false));
        assertThrows(PinMismatch.class, () -> accounts.pinning.pin(leyla, MAILBOX, team));
    }

    @Test
    void onlyALeadOfTheTeamPinsAMailboxToIt() {
        admit(leyla, anna, false);
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> accounts.pinning.pin(member, MAILBOX, team));
        assertThrows(Refused.class, () -> accounts.pinning.pin(member, "kein Postfach", team));
        assertThrows(InvalidInput.class, () -> accounts.pinning.pin(leyla, "kein Postfach", team));
    }

    @Test
    void aPinIsChangedByALeadOfTheOldTeamOnly() {
        accounts.pinning.pin(leyla, MAILBOX, team);
        Caller other = caller("bela");
        UUID others = accounts.membership.found(other, "Beratung", false);
        assertThrows(Refused.class, () -> accounts.pinning.pin(other, MAILBOX, others));
        assertEquals(team, accounts.teams.pinnedReaders(MAILBOX).team());

        accounts.pinning.pin(leyla, MAILBOX, others);
        assertEquals(others, accounts.teams.pinnedReaders(MAILBOX).team());
        assertThrows(Refused.class, () -> accounts.pinning.pin(leyla, MAILBOX, team), "it is the others' now");
    }

    @Test
    void aMailboxOfATeamGoesToNoKeysButThePinnedOnes() {
        accounts.pinning.pin(leyla, MAILBOX, team);
        UUID others = accounts.membership.found(caller("bela"), "Beratung", false);
        accounts.statements.run("UPDATE team_epoch SET leads_key = ? WHERE team = ?", otherKey(), others);
        assertThrows(PinMismatch.class, () -> accounts.pinning.pin(leyla, MAILBOX, others));
        assertEquals(team, accounts.teams.pinnedReaders(MAILBOX).team());
    }

    @Test
    void colleaguesOfAnyTeamAreKnownByTheKeyTheyWereLetInWith() {
        admit(leyla, anna, false);
        accounts.person("dora");
        assertEquals(Set.of("anna", "leyla"), accounts.teams.colleagues().keySet());
        assertEquals(anna.key(), accounts.teams.colleagues().get("anna").key());
        accounts.statements.run("UPDATE person SET public_key = ? WHERE name = 'anna'", otherKey());
        assertEquals(Set.of("leyla"), accounts.teams.colleagues().keySet());
    }

    @Test
    void aLeadIsSetByALeadWithTheKeyTheyWereLetInWith() {
        admit(leyla, anna, false);
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> accounts.leadership.setLead(member, team, anna.id()));
        accounts.leadership.setLead(leyla, team, anna.id());
        assertEquals(Set.of(team), caller("anna").leads());
        assertThrows(InvalidInput.class, () -> admit(leyla, anna, false), "would leave the leads' root with her");
        assertThrows(InvalidInput.class, () -> accounts.leadership.setLead(leyla, team, bela.id()));
    }

    @Test
    void onlyALeadChangesTheRuleAndTheDatabaseCannot() {
        admit(leyla, anna, false);
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> accounts.leadership.rule(member, team, true));
        accounts.leadership.rule(leyla, team, true);
        assertTrue(accounts.teams.everyoneReads(member, team));
        accounts.statements.run(
                "UPDATE team_epoch SET roster = convert_to(replace(convert_from(roster, 'UTF8'), ' everyone', ''), 'UTF8')");
        assertThrows(RosterRefused.class, () -> accounts.teams.everyoneReads(member, team));
    }

    @Test
    void aTeamHasANameOfItsOwnAndOnlyThoseInvitedAsLeadsFoundOne() {
        for (String name : new String[] {"", " ", "x".repeat(61), "a\nb", "Erstkontakt", "ERSTKONTAKT "}) {
            InvalidInput refused =
                    assertThrows(InvalidInput.class, () -> accounts.membership.found(leyla, name, false), name);
            assertEquals("name", refused.field());
        }
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> accounts.membership.found(member, "Beratung", false));
        assertEquals(1, accounts.teams.all().size());
    }

    @Test
    void pinsOutliveARestartAndAreAuthentic() throws Exception {
        accounts.pinning.pin(leyla, MAILBOX, team);
        assertEquals(
                team, new Pins(accounts.keys).mailbox(MAILBOX).orElseThrow().team());
        Path file = folder.resolve("pinned");
        String text = Files.readString(file);
        Files.writeString(file, text.replace(MAILBOX, "andere@obhut.example"));
        assertThrows(KeyStoreRefused.class, () -> new Pins(accounts.keys));
    }

    @Test
    void theRuleOfATeamIsKept() {
        UUID open = accounts.membership.found(leyla, "Offen", true);
        assertTrue(accounts.teams.everyoneReads(leyla, open));
        assertFalse(accounts.teams.everyoneReads(leyla, team));
        assertEquals(2, accounts.teams.all().size());
    }

    @Test
    void whateverChangesWhoCanReadIsAudited() {
        admit(leyla, anna, false);
        admit(leyla, bela, true);
        accounts.pinning.pin(leyla, MAILBOX, team);
        assertEquals(
                List.of("TEAM_FOUNDED", "MEMBER_ADMITTED", "LEAD_ADMITTED", "MAILBOX_PINNED"),
                accounts.statements.list("SELECT act FROM audit_line ORDER BY position", row -> row.getString(1)));
        assertEquals(
                List.of(leyla.person()),
                accounts.statements.list("SELECT DISTINCT actor FROM audit_line", row -> row.getObject(1, UUID.class)));
    }
}
