package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPeopleIT {

    private AccountFixture accounts;

    @BeforeEach
    void open(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
    }

    private Caller caller(String name) {
        return accounts.signIn.signIn(name, DemoPeople.PASSPHRASE.toCharArray()).caller();
    }

    @Test
    void theDemosPeopleAreWhoTheyAreSaidToBe() {
        accounts.demoPeople.make();
        UUID first = accounts.teams.byName("Erstkontakt").orElseThrow();
        UUID southEast = accounts.teams.byName("Südosteuropa").orElseThrow();

        assertEquals(
                Set.of("anna", "bela", "leyla"),
                accounts.teams.roster(caller("leyla"), first).keySet());
        assertEquals(
                Set.of("ion"), accounts.teams.roster(caller("ion"), southEast).keySet());
        assertEquals(Set.of(first), caller("anna").counsels());
        assertEquals(Set.of(), caller("anna").leads());
        assertEquals(Set.of(first), caller("bela").counsels());
        assertEquals(Set.of(first), caller("leyla").leads());
        assertEquals(Set.of(southEast), caller("ion").leads());
        assertEquals(Set.of(Role.ADMINISTRATOR), caller("admin").others());
        assertEquals(Set.of(Role.ANALYST), caller("stat").others());
        assertEquals(Set.of(Role.COORDINATOR), caller("koko").others());
        assertFalse(caller("admin").counsellor());
        assertEquals(
                first, accounts.teams.pinnedReaders("beratung@obhut.example").team());
        assertEquals(
                southEast,
                accounts.teams.pinnedReaders("consiliere@obhut.example").team());
    }

    @Test
    void noSessionStaysOpen() {
        accounts.demoPeople.make();
        assertEquals(2, accounts.ended.size());
    }

    @Test
    void theNextStartChangesNothingAndTakesNoPassphrase() {
        accounts.demoPeople.make();
        accounts.ended.clear();
        accounts.demoPeople.make();
        assertEquals(0, accounts.ended.size());
        assertEquals(2, accounts.teams.all().size());
    }

    @Test
    void whatAStoppedStartLeftOutIsMadeAtTheNext() {
        accounts.demoPeople.make();
        accounts.statements.run("DELETE FROM person WHERE name = 'koko'");
        assertThrows(SignInRefused.class, () -> caller("koko"));
        accounts.demoPeople.make();
        assertTrue(caller("koko").has(Role.COORDINATOR));
    }
}
