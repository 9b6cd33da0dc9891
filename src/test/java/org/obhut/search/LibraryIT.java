package org.obhut.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Folder;
import org.obhut.ticket.OpenedTicket;
import org.obhut.ticket.Readable;
import org.obhut.ticket.ReadableTicket;

/** Sessions, rights and tickets of a real database come into the index and leave it. */
class LibraryIT {

    private DeskFixture fixture;
    private Library library;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        library = new Library(new Transactional(fixture), fixture.teams(), 1 << 28);
    }

    @AfterEach
    void stop() {
        library.stop();
        fixture.close();
    }

    /** Each call is one transaction, as the container makes it. */
    private static final class Transactional extends Readable {

        private final DeskFixture fixture;

        Transactional(DeskFixture fixture) {
            this.fixture = fixture;
        }

        @Override
        public List<ReadableTicket> list(Caller caller) {
            return fixture.transactions.run(() -> fixture.readable().list(caller));
        }

        @Override
        public List<ReadableTicket> among(Caller caller, Collection<UUID> some) {
            return fixture.transactions.run(() -> fixture.readable().among(caller, some));
        }

        @Override
        public Map<UUID, byte[]> proofs(Caller caller, Collection<UUID> some) {
            return fixture.transactions.run(() -> fixture.readable().proofs(caller, some));
        }

        @Override
        public List<OpenedTicket> open(Caller caller, Collection<UUID> some) {
            return fixture.transactions.run(() -> fixture.readable().open(caller, some));
        }
    }

    private void work() {
        while (library.step()) {
            // Until nothing is left.
        }
    }

    private int found(Caller caller, String words) {
        Optional<Reading> reading = library.shelf().reading(caller.keyring());
        return reading.map(one -> library.index().use(searcher -> (int) new Finding(one, fixture.clock.instant())
                        .find(searcher, Search.of(words), Input.of(words), null, null, 0, 20)
                        .total()))
                .orElse(0);
    }

    @Test
    void readsForEachSessionWhatItsSealsAllowAndOpensItOnce() {
        UUID ticket = fixture.ticket();
        library.begin(fixture.anna);
        library.begin(fixture.ion);
        work();
        assertEquals(1, found(fixture.anna, "Unterlagen"));
        assertEquals(0, found(fixture.ion, "Unterlagen"));
        library.begin(fixture.bela);
        work();
        assertEquals(1, found(fixture.bela, "Unterlagen"));
        assertEquals(
                new Progress(1, 1, true, false),
                library.shelf()
                        .progress(
                                library.shelf().reading(fixture.bela.keyring()).orElseThrow()));
        assertEquals(1, library.shelf().size());
        library.end(fixture.anna);
        library.end(fixture.bela);
        work();
        assertEquals(0, library.shelf().size());
        assertEquals(1, fixture.list(fixture.anna, Folder.TEAM).size(), ticket.toString());
    }

    @Test
    void whatIsHandedOverOrErasedIsFoundNoMore() {
        UUID ticket = fixture.ticket();
        library.begin(fixture.anna);
        library.begin(fixture.leyla);
        work();
        fixture.transactions.run(() -> fixture.desk().assign(fixture.bela, ticket, Optional.of("bela"), 1));
        library.changed(ticket);
        assertEquals(0, found(fixture.leyla, "Unterlagen"), "hidden until it was looked at");
        work();
        assertEquals(0, found(fixture.anna, "Unterlagen"));
        assertEquals(1, found(fixture.leyla, "Unterlagen"));
        fixture.transactions.run(() -> {
            fixture.statements.run("DELETE FROM seal WHERE file = ?", ticket);
            return fixture.statements.run("DELETE FROM ticket WHERE id = ?", ticket);
        });
        library.changed(ticket);
        work();
        assertEquals(0, found(fixture.leyla, "Unterlagen"));
        assertEquals(0, library.shelf().size());
    }

    @Test
    void whatNobodyToldOfIsFoundByLookingAgain() {
        UUID ticket = fixture.ticket();
        library.begin(fixture.bela);
        work();
        fixture.transactions.run(() -> fixture.desk().assign(fixture.anna, ticket, Optional.of("anna"), 1));
        UUID other = fixture.ticket();
        library.lookAgain();
        work();
        assertEquals(1, found(fixture.bela, "Unterlagen"), "the other");
        assertTrue(library.shelf().numbers(List.of(other)).size() == 1);
        assertEquals(0, library.shelf().numbers(List.of(ticket)).size());
    }

    @Test
    void aSealThatNobodyMadeLetsNobodyFind() {
        UUID ticket = fixture.ticket();
        library.begin(fixture.anna);
        work();
        library.begin(fixture.ion);
        // Ion's own seal of another ticket, in the name of this one.
        fixture.transactions.run(() -> fixture.statements.run(
                "INSERT INTO seal (file, reader, epoch, sealed, during) SELECT ?, ?, epoch, sealed, during FROM seal WHERE file = ? LIMIT 1",
                ticket,
                fixture.ion.person(),
                ticket));
        work();
        assertEquals(0, found(fixture.ion, "Unterlagen"));
        assertEquals(1, found(fixture.anna, "Unterlagen"));
    }

    @Test
    void aSessionWhoseKeysAreGoneIsForgotten() {
        fixture.ticket();
        library.begin(fixture.anna);
        work();
        fixture.anna.keyring().close();
        library.lookAgain();
        work();
        assertEquals(0, library.shelf().size());
        fixture.clock.move(Duration.ofSeconds(1));
        assertEquals(0, found(fixture.anna, "Unterlagen"));
    }

    @Test
    void whereMemoryEndsTheOldestAreLeftOut() {
        fixture.ticket();
        Library small = new Library(new Transactional(fixture), fixture.teams(), 0);
        small.begin(fixture.anna);
        while (small.step()) {
            // Until nothing is left.
        }
        Progress progress = small.shelf()
                .progress(small.shelf().reading(fixture.anna.keyring()).orElseThrow());
        assertEquals(new Progress(0, 1, true, true), progress);
        small.stop();
    }
}
