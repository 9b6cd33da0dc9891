package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;

/** A member leaves: what they kept opens nothing that comes later, and for those who stay everything stays readable all the time. */
class SuccessionIT extends SuccessionCase {

    @Test
    void whoLeftOpensNothingAnyMore() {
        UUID before = mail();
        Caller left = caller("anna");
        assertReads(true, left, before);

        accounts.succession.leave(lead(), team, anna.id());

        assertThrows(Exception.class, () -> left.keyring().root(anna.id()), "the sessions have ended");
        Caller again = caller("anna");
        assertEquals(Set.of(), again.counsels());
        assertReads(false, again, before);
        assertReads(false, again, mail());
        assertEquals(
                Set.of("bela", "leyla"), accounts.teams.roster(lead(), team).keySet());
    }

    @Test
    void whatTheyKeptOfTheFormerKeysOpensNothingThatComesLater() {
        Keyring kept = caller("anna").keyring();
        Set<UUID> former = Set.copyOf(kept.readers());
        begin();
        accounts.epochs.pin(lead(), team);
        UUID after = mail();
        assertTrue(accounts.seals.find(after, former).isEmpty());
        assertReads(true, caller("bela"), after);
    }

    @Test
    void aTicketOfTheirOwnEndsForThemToo() {
        UUID file = mail();
        Root root = Root.random(accounts.random);
        accounts.seals.put(accounts.sealer.seal(root, file, anna.readerKey()));
        UUID elsewhere = RandomId.next(accounts.random);
        accounts.seals.put(accounts.sealer.seal(root, elsewhere, anna.readerKey()));
        accounts.succession.leave(lead(), team, anna.id());
        assertReads(false, caller("anna"), file);
        assertReads(true, caller("anna"), elsewhere);
    }

    @Test
    void thoseWhoStayReadEverythingAtEveryStep() {
        UUID before = mail();
        Caller bela = caller("bela");
        begin();
        UUID between = mail();
        List<UUID> files = new ArrayList<>(List.of(before, between));
        files.forEach(file -> assertReads(true, bela, file));

        accounts.epochs.pin(lead(), team);
        files.add(mail());
        Caller now = accounts.keyrings.renewed(bela);
        files.forEach(file -> assertReads(true, now, file));

        complete(lead());
        files.forEach(file -> assertReads(true, now, file));
        files.forEach(file -> assertReads(true, caller("leyla"), file));
        assertEquals(1, epochs());
        assertEquals(0, accounts.succession.left(team));
        assertFalse(accounts.succession.unfinished(team));
    }

    @Test
    void whoeverWasLetInBetweenReadsWhatIsNotSealedAnewYet() {
        UUID before = mail();
        accounts.succession.leave(lead(), team, anna.id());
        admit(accounts.person("dora"), false);
        assertReads(true, caller("dora"), before);
        complete(lead());
        assertReads(true, caller("dora"), before);
    }

    @Test
    void aSignedInColleagueNeedsNoNewSignIn() {
        Session bela = accounts.signIn("bela");
        accounts.succession.leave(lead(), team, anna.id());
        UUID after = mail();
        assertReads(false, bela.caller(), after);
        Caller now = accounts.sessions.use(bela.handle()).orElseThrow().caller();
        assertReads(true, now, after);
        assertEquals(Set.of(team), now.leads());
    }

    @Test
    void aFormerLeadReadsAsAMember() {
        UUID before = mail();
        UUID quarantined = RandomId.next(accounts.random);
        Root root = Root.random(accounts.random);
        accounts.seals.put(accounts.sealer.seal(
                root, quarantined, accounts.teams.readers(team).leadsKey()));
        Session bela = accounts.signIn("bela");
        assertReads(true, bela.caller(), quarantined);

        accounts.succession.unsetLead(lead(), team, this.bela.id());

        assertTrue(accounts.sessions.use(bela.handle()).isEmpty());
        Caller member = caller("bela");
        assertEquals(Set.of(team), member.counsels());
        assertEquals(Set.of(), member.leads());
        assertReads(false, member, quarantined);
        assertReads(true, member, before);
        complete(lead());
        assertReads(true, lead(), quarantined);
        assertReads(true, caller("bela"), before);
    }

    @Test
    void aTeamIsNeverLeftWithoutTheLeadWhoActs() {
        UUID leyla = lead().person();
        assertThrows(InvalidInput.class, () -> accounts.succession.leave(lead(), team, leyla));
        assertThrows(InvalidInput.class, () -> accounts.succession.unsetLead(lead(), team, leyla));
        assertThrows(InvalidInput.class, () -> accounts.succession.unsetLead(lead(), team, anna.id()));
        Caller member = caller("anna");
        assertThrows(Refused.class, () -> accounts.succession.leave(member, team, bela.id()));
        assertThrows(Refused.class, () -> accounts.succession.renew(member, team));
        UUID nobody = RandomId.next(accounts.random);
        assertThrows(InvalidInput.class, () -> accounts.succession.leave(lead(), team, nobody));
        assertEquals(1, epochs());
        assertEquals(Set.of("anna", "bela", "leyla"), roster());
    }

    @Test
    void theRuleOutlivesTheEpoch() {
        accounts.leadership.rule(lead(), team, true);
        accounts.succession.leave(lead(), team, anna.id());
        assertTrue(accounts.teams.everyoneReads(lead(), team));
    }

    @Test
    void whatWasDoneIsAudited() {
        long before = accounts.statements
                .list("SELECT max(position) FROM audit_line", row -> row.getLong(1))
                .get(0);
        accounts.succession.leave(lead(), team, anna.id());
        accounts.succession.unsetLead(lead(), team, bela.id());
        accounts.succession.renew(lead(), team);
        accounts.leadership.setLead(lead(), team, bela.id());
        accounts.leadership.rule(lead(), team, true);
        assertEquals(
                List.of("MEMBER_LEFT", "LEAD_UNSET", "TEAM_KEYS_RENEWED", "LEAD_ADMITTED", "TEAM_RULE_CHANGED"),
                accounts.statements.list(
                        "SELECT act FROM audit_line WHERE position > ? ORDER BY position",
                        row -> row.getString(1),
                        before));
    }
}
