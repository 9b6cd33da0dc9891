package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.CircleCode;
import org.obhut.envelope.Root;

class IntakeCirclesIT {

    private AccountFixture accounts;
    private IntakeCircles circles;
    private Person anna;
    private Person mallory;
    private Caller leyla;
    private UUID team;

    @BeforeEach
    void found(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        circles = new IntakeCircles(
                accounts.statements, accounts.rows, accounts.people, accounts.pins, new CircleCode(accounts.keys));
        anna = accounts.person("anna");
        mallory = accounts.person("mallory");
        accounts.person("leyla", Role.LEAD);
        leyla = accounts.signIn("leyla").caller();
        team = accounts.membership.found(leyla, "Erstkontakt", false);
        accounts.membership.admit(leyla, team, anna.id(), anna.key().fingerprint(), false);
        circles.write(leyla, team);
    }

    private Set<UUID> members() {
        return circles.of(team).orElseThrow().members().keySet();
    }

    @Test
    void intakeKnowsWhomMembersWroteDown() {
        assertEquals(Set.of(anna.id(), leyla.person()), members());
        assertEquals(
                anna.key(),
                circles.of(team).orElseThrow().members().get(anna.id()).key());
        assertEquals(false, circles.of(team).orElseThrow().everyoneReads());
        accounts.leadership.rule(leyla, team, true);
        circles.write(accounts.signIn("anna").caller(), team);
        assertEquals(true, circles.of(team).orElseThrow().everyoneReads());
        assertThrows(
                Refused.class, () -> circles.write(accounts.signIn("mallory").caller(), team));
    }

    /** Somebody else's id and key, as only a writer of the database would put them there. */
    @Test
    void whatTheDatabaseAloneSaysIsNotBelieved() {
        byte[] list = accounts.statements
                .list("SELECT members FROM team_circle WHERE team = ?", row -> row.getBytes(1), team)
                .get(0);
        String forged = new String(list, StandardCharsets.UTF_8) + mallory.id() + " "
                + mallory.key().fingerprint().hex() + "\n";
        accounts.statements.run("UPDATE team_circle SET members = ?", forged.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), circles.of(team));
    }

    @Test
    void whoseKeyWasExchangedOrWhoIsBlockedIsLeftOut() {
        accounts.statements.run(
                "UPDATE person SET public_key = ? WHERE id = ?",
                Root.random(accounts.random).sealingKey().encoded(),
                anna.id());
        assertEquals(Set.of(leyla.person()), members());
        accounts.people.block(leyla.person(), LocalDate.of(2026, 3, 2));
        assertEquals(Set.of(), members());
    }

    @Test
    void aListOfFormerKeysCountsNoMore() {
        accounts.succession.renew(leyla, team);
        assertEquals(Optional.empty(), circles.of(team));
        circles.write(accounts.signIn("leyla").caller(), team);
        assertEquals(Set.of(anna.id(), leyla.person()), members());
    }
}
