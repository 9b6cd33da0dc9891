package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.SessionEnded;

/** What somebody finds who arrives in the morning. */
class MorningsIT {

    @TempDir
    private Path keys;

    private DeskFixture fixture;
    private Mornings mornings;

    @BeforeEach
    void start() {
        fixture = new DeskFixture(keys);
        fixture.rows(fixture.anna, fixture.bela, fixture.ion);
        var deadlines = new Deadlines(fixture.clock, team -> {
            throw new AssertionError("no rule is asked for");
        });
        mornings = new Mornings(
                fixture.desk(),
                new FolderQuery(fixture.statements, deadlines),
                fixture.teams(),
                fixture.statements,
                deadlines);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private Morning of(Caller caller) {
        return fixture.transactions.run(() -> mornings.of(caller));
    }

    private void leaves(Caller caller) {
        fixture.transactions.run(() -> {
            mornings.ended(new SessionEnded(caller, SessionEnded.Reason.SIGNED_OUT));
            return true;
        });
    }

    @Test
    void countsWhatCameSinceTheyLeftAndTheyHaveNotRead() {
        fixture.ticket();
        assertEquals(1, of(fixture.bela).arrived());
        assertFalse(of(fixture.bela).since(), "of today, for who has never left");
        leaves(fixture.bela);
        assertEquals(0, of(fixture.bela).arrived());
        fixture.days(1);
        UUID ticket = fixture.ticket();
        assertEquals(1, of(fixture.bela).arrived());
        assertTrue(of(fixture.bela).since());
        assertEquals(0, of(fixture.ion).arrived(), "another team");
        fixture.open(fixture.bela, ticket);
        assertEquals(0, of(fixture.bela).arrived());
    }

    @Test
    void showsOnesOwnDayAndHowMuchLiesWithWhom() {
        UUID due = fixture.ticket();
        fixture.ticket();
        fixture.desk(desk -> desk.assign(fixture.anna, due, Optional.of("anna"), fixture.version(due)));
        fixture.days(7);

        Morning annas = of(fixture.anna);
        assertEquals(List.of(due), annas.own().stream().map(TicketRow::id).toList());
        assertEquals(1, annas.ownDue());
        assertEquals(
                List.of(new TeamLoad(fixture.team, "Erstkontakt", "anna", 1, 1, false)),
                annas.load().stream().filter(load -> load.person() != null).toList());
        assertEquals(
                1,
                annas.load().stream()
                        .filter(load -> load.person() == null)
                        .findFirst()
                        .orElseThrow()
                        .live());
        assertEquals(List.of(), of(fixture.bela).own(), "what bela may not read");
        assertEquals(List.of(), of(fixture.ion).load(), "another team");
    }
}
