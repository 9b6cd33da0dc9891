package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/** Finding an anonymous caller again, on a real database with real keys. */
class PhoningIT {

    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String give(UUID ticket) {
        return fixture.phoning(phoning -> phoning.give(fixture.anna, ticket));
    }

    private Optional<UUID> find(Caller caller, String heard) {
        return fixture.phoning(phoning -> phoning.find(caller, heard));
    }

    private UUID call() {
        var entry = new CallEntry(
                UUID.randomUUID(), "Wohnung", fixture.clock.instant(), "ro", null, "Notiz", null, Map.of());
        return fixture.desk(desk -> desk.openCall(fixture.anna, fixture.team, entry));
    }

    @Test
    void aCallThatBecomesATicketHasACodeAndAMailGetsOneOnDemand() {
        UUID called = call();
        String code = fixture.open(fixture.bela, called).spoken();
        assertEquals(Optional.of(called), find(fixture.anna, String.valueOf(code)));
        UUID written = fixture.ticket();
        assertEquals(null, fixture.open(fixture.anna, written).spoken());
        String given = give(written);
        assertNotEquals(code, given);
        assertEquals(given, give(written), "it stays");
        assertEquals(given, fixture.open(fixture.bela, written).spoken());
        assertEquals(Optional.of(written), find(fixture.bela, given.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void whoMayNotReadTheTicketFindsNothing() {
        String code = give(fixture.ticket());
        assertEquals(Optional.empty(), find(fixture.ion, code));
        assertEquals(Optional.empty(), find(fixture.admin, code));
        UUID called = call();
        assertThrows(TicketNotFound.class, () -> fixture.phoning(phoning -> phoning.give(fixture.ion, called)));
    }

    @Test
    void triesAreLimitedForEachPerson() {
        String code = give(fixture.ticket());
        for (int i = 0; i < 10; i++) {
            find(fixture.anna, "zebra mango piano tulipan");
        }
        assertThrows(InvalidInput.class, () -> find(fixture.anna, code));
        assertEquals(1, find(fixture.bela, code).stream().count());
        fixture.clock.move(Duration.ofSeconds(10));
        assertEquals(1, find(fixture.anna, code).stream().count());
    }

    @Test
    void theDatabaseHoldsNoWordOfIt() {
        String code = give(fixture.ticket());
        for (String word : code.split(" ")) {
            assertEquals(
                    List.of(),
                    fixture.statements.list(
                            "SELECT 1 FROM spoken_code c WHERE position(convert_to(?, 'UTF8') IN c.body) > 0",
                            row -> 1,
                            word));
        }
        assertEquals(
                1,
                fixture.statements
                        .list("SELECT 1 FROM lookup WHERE label = 7 AND octet_length(value) = 16", row -> 1)
                        .size());
    }

    @Test
    void theCodeEndsWithTheTicketAndFollowsAMerger() {
        UUID ends = call();
        UUID stays = call();
        String code = String.valueOf(fixture.open(fixture.anna, ends).spoken());
        var wish = new Merging.Wish(ends, stays, fixture.version(ends), fixture.version(stays), "", false);
        fixture.merging(merging -> merging.merge(fixture.anna, wish));
        assertEquals(Optional.of(stays), find(fixture.anna, code));
        UUID written = fixture.ticket();
        var next = new Merging.Wish(stays, written, fixture.version(stays), fixture.version(written), "", false);
        fixture.merging(merging -> merging.merge(fixture.anna, next));
        assertEquals(Optional.of(written), find(fixture.anna, code), "at each merger");
        assertEquals(Optional.of(written), find(fixture.anna, give(written)), "and beside a code of its own");
        assertEquals(Optional.of(written), find(fixture.anna, code));
        fixture.days(400);
        fixture.erasing().begun().run();
        assertEquals(Optional.empty(), find(fixture.anna, code));
        assertEquals(List.of(), fixture.statements.list("SELECT 1 FROM spoken_code", row -> 1));
        assertEquals(List.of(), fixture.statements.list("SELECT 1 FROM lookup WHERE label = 7", row -> 1));
    }
}
