package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_READER;
import static org.obhut.envelope.EnvelopeFixture.READER;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

class SealsIT {

    private final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    private final Seals seals = new Seals(new Statements(PostgreSql.database()), clock);

    @Test
    void aSealIsFoundByItsFileAndReaderOnly() {
        seals.put(new Seal(FILE, READER, 3, new byte[] {1}));
        Seal found = seals.find(FILE, Set.of(READER, OTHER_READER)).orElseThrow();
        assertEquals(3, found.epoch());
        assertArrayEquals(new byte[] {1}, found.sealed());
        assertTrue(seals.find(FILE, Set.of(OTHER_READER)).isEmpty());
        assertTrue(seals.find(OTHER_FILE, Set.of(READER)).isEmpty());
        assertTrue(seals.find(FILE, Set.of()).isEmpty());
    }

    @Test
    void aReplacedSealChangesEpochAndBytesTogether() {
        seals.put(new Seal(FILE, READER, 3, new byte[] {1}));
        seals.put(new Seal(FILE, READER, 4, new byte[] {2}));
        Seal found = seals.find(FILE, Set.of(READER)).orElseThrow();
        assertEquals(4, found.epoch());
        assertArrayEquals(new byte[] {2}, found.sealed());
    }

    @Test
    void manyFilesCostOneQueryAndGiveTheShorterSeal() {
        seals.put(new Seal(FILE, READER, 1, new byte[900]));
        seals.put(new Seal(FILE, OTHER_READER, 1, new byte[90]));
        seals.put(new Seal(OTHER_FILE, READER, 1, new byte[90]));
        var found = seals.find(List.of(FILE, OTHER_FILE), Set.of(READER, OTHER_READER));
        assertEquals(Set.of(FILE, OTHER_FILE), found.keySet());
        assertEquals(OTHER_READER, found.get(FILE).reader());
        assertEquals(2, seals.to(READER).size());
    }

    @Test
    void rightsEndOneByOneOrAllAtOnce() {
        seals.put(new Seal(FILE, READER, 1, new byte[1]));
        seals.put(new Seal(FILE, OTHER_READER, 1, new byte[1]));
        seals.remove(FILE, READER);
        assertEquals(List.of(OTHER_READER), seals.readers(FILE));
        seals.removeAll(FILE);
        assertEquals(List.of(), seals.readers(FILE));
    }

    @Test
    void outsideItsTimesASealIsNotFoundThoughItIsStillThere() {
        Seal seal = new Seal(FILE, READER, 1, new byte[1]);
        seals.put(seal, "{[2026-03-02 13:00Z, 2026-03-02 14:00Z)}");
        assertFound(false, "before");
        clock.move(Duration.ofHours(1));
        assertFound(true, "at its beginning");
        clock.move(Duration.ofHours(1));
        assertFound(false, "at its end, no job having run");
    }

    @Test
    void aSealCanHoldAtSeveralTimesAndGetOthers() {
        seals.put(new Seal(FILE, READER, 1, new byte[1]), "{(,2026-03-02 13:00Z), [2026-03-02 15:00Z,)}");
        assertFound(true, "in the first");
        clock.move(Duration.ofHours(1));
        assertFound(false, "between");
        seals.change(FILE, READER, Seals.ALWAYS);
        assertFound(true, "for good");
    }

    private void assertFound(boolean found, String when) {
        assertEquals(found, seals.find(FILE, Set.of(READER)).isPresent(), when);
        assertEquals(found ? List.of(READER) : List.of(), seals.readers(FILE), when);
        assertEquals(found ? 1 : 0, seals.to(READER).size(), when);
    }

    @Test
    void aRightThatHasEndedDoesNotComeBackByReplacing() {
        Seal seal = new Seal(FILE, READER, 1, new byte[1]);
        seals.replace(seal);
        assertEquals(List.of(), seals.readers(FILE));
        seals.put(seal, "{(,2026-03-02 13:00Z)}");
        seals.replace(new Seal(FILE, READER, 2, new byte[] {2}));
        assertEquals(2, seals.find(FILE, Set.of(READER)).orElseThrow().epoch());
        clock.move(Duration.ofHours(1));
        assertEquals(List.of(), seals.readers(FILE));
    }
}
