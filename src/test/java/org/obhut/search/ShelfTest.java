package org.obhut.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.apache.lucene.store.IOContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.obhut.search.Search.Filters;
import org.obhut.search.Search.Order;
import org.obhut.search.Shelved.Sample;
import org.obhut.ticket.ReadableTicket;
import org.obhut.ticket.TimelineEntry.Kind;

/** Who finds what, and that nothing stays of what nobody may find any more. */
class ShelfTest {

    private static final String CANARY = "zeisigkanarie";

    private final Shelved shelved = new Shelved();
    private final Reading anna = shelved.session("anna");
    private final Reading bela = shelved.session("bela");

    @AfterEach
    void close() {
        shelved.close();
    }

    private static Sample canary() {
        return new Sample()
                .subject(CANARY + " Betreff")
                .people(CANARY + " Name")
                .mail("Wort " + CANARY, CANARY + ".pdf");
    }

    private boolean held(String word) {
        try {
            for (String file : shelved.index.memory().listAll()) {
                try (var bytes = shelved.index.memory().openInput(file, IOContext.READONCE)) {
                    byte[] all = new byte[(int) bytes.length()];
                    bytes.readBytes(all, 0, all.length);
                    if (new String(all, StandardCharsets.ISO_8859_1).contains(word)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyFindsCountsOrIsSuggestedWhatIsNotTheirs() {
        Sample hers = canary();
        Sample his = new Sample().subject("Wort").mail("Wort");
        shelved.put(anna, hers).put(bela, his);
        assertEquals(List.of(hers.id), shelved.found(anna, CANARY));
        assertEquals(List.of(), shelved.found(bela, CANARY));
        assertEquals(List.of(his.id), shelved.found(bela, "Wort"));
        assertEquals(Set.of(CANARY + " Betreff", CANARY + " Name"), shelved.suggestions(anna, CANARY.substring(0, 4)));
        assertEquals(Set.of(), shelved.suggestions(bela, CANARY.substring(0, 4)));
    }

    @Test
    void theOrderTellsNothingOfOthersTickets() {
        Sample rare = new Sample().mail("Alpha Alpha Alpha Beta");
        Sample often = new Sample().mail("Beta Beta Beta Alpha");
        shelved.put(bela, rare, often);
        List<UUID> before = shelved.found(bela, "alpha beta ");
        float score = score();
        for (int i = 0; i < 30; i++) {
            shelved.put(anna, new Sample().mail("Alpha"));
        }
        assertEquals(before, shelved.found(bela, "alpha beta "));
        assertEquals(score, score());
    }

    private float score() {
        return shelved.index.use(searcher ->
                searcher.search(new Queries(Queries.EVERYWHERE).of(Input.of("alpha")), 1).scoreDocs[0].score);
    }

    @Test
    void nothingStaysWhenTheLastReaderGoes() {
        Sample shared = canary();
        Sample other = new Sample().mail("bleibt hier");
        shelved.put(anna, shared).put(bela, other);
        assertTrue(shelved.shelf.grant(bela, shared.id, shared.opened().proof(), Instant.MAX));
        shelved.shelf.end(anna.caller.keyring());
        assertEquals(List.of(shared.id), shelved.found(bela, CANARY), "bela reads it, too");
        assertEquals(List.of(), shelved.found(anna, CANARY));
        shelved.shelf.revoke(bela, shared.id);
        assertEquals(List.of(), shelved.found(bela, CANARY), "at once, before anything is wiped");
        assertTrue(shelved.shelf.removed());
        shelved.index.wipe();
        assertFalse(held(CANARY), "a word is still in memory");
        assertTrue(held("bleibt"));
        assertEquals(1, shelved.shelf.size());
        shelved.shelf.end(bela.caller.keyring());
        assertTrue(shelved.shelf.removed());
        shelved.index.wipe();
        assertFalse(held("bleibt"));
        assertEquals(0, shelved.shelf.size());
    }

    @Test
    void anOlderStateIsWipedToo() {
        Sample sample = canary();
        shelved.put(anna, sample);
        assertTrue(held(CANARY));
        var next = new Sample().mail("nichts mehr");
        shelved.put(anna, next);
        shelved.shelf.revoke(anna, sample.id);
        shelved.index.wipe();
        assertFalse(held(CANARY));
    }

    @Test
    void aForgedRightFindsNothing() {
        Sample sample = canary();
        shelved.put(anna, sample);
        assertFalse(shelved.shelf.grant(bela, sample.id, "another root".getBytes(StandardCharsets.UTF_8), Instant.MAX));
        assertEquals(List.of(), shelved.found(bela, CANARY));
    }

    @Test
    void aTicketOfAnotherRootTakesNoReadersOver() {
        Sample sample = canary();
        shelved.put(anna, sample);
        shelved.put(bela, sample.version(2).proof("forged"));
        assertEquals(List.of(), shelved.found(anna, CANARY));
    }

    @Test
    void whatChangedIsHiddenUntilItWasLookedAt() {
        Sample sample = canary();
        shelved.put(anna, sample);
        shelved.shelf.changed(sample.id);
        assertEquals(List.of(), shelved.found(anna, CANARY));
        Map<UUID, Long> looked = shelved.shelf.changes().next(10);
        shelved.shelf.changed(sample.id);
        shelved.shelf.settled(looked);
        assertEquals(List.of(), shelved.found(anna, CANARY), "it changed again meanwhile");
        shelved.shelf.settled(shelved.shelf.changes().next(10));
        assertEquals(List.of(sample.id), shelved.found(anna, CANARY));
    }

    @Test
    void aTicketThatIsPutInWhileItChangesStaysHidden() {
        Sample sample = canary();
        shelved.shelf.changed(sample.id);
        shelved.put(anna, sample);
        assertEquals(List.of(), shelved.found(anna, CANARY));
    }

    @Test
    void aRightEndsByItself() {
        Sample sample = canary();
        shelved.shelf.put(anna, sample.opened(), "", Shelved.NOW.plus(Duration.ofSeconds(1)));
        shelved.index.refresh();
        assertEquals(List.of(sample.id), shelved.found(anna, CANARY));
        shelved.shelf.put(anna, sample.opened(), "", Shelved.NOW);
        shelved.index.refresh();
        assertEquals(List.of(), shelved.found(anna, CANARY));
    }

    @Test
    void whatIsAllowedNoMoreIsTakenOut() {
        Sample one = canary();
        Sample two = new Sample().mail("bleibt");
        shelved.put(anna, one, two);
        List<ReadableTicket> now = List.of(new ReadableTicket(two.id, 1, Instant.MAX));
        assertEquals(List.of(), shelved.shelf.allowed(anna, now));
        assertEquals(List.of(), shelved.found(anna, CANARY));
        assertEquals(1, shelved.shelf.size());
        List<ReadableTicket> newer = List.of(new ReadableTicket(two.id, 2, Instant.MAX));
        assertEquals(newer, shelved.shelf.allowed(anna, newer));
    }

    /** Whatever comes first, a ticket that is read while its only session ends is not there afterwards. */
    @RepeatedTest(50)
    void nothingStaysOfASessionThatEndsWhileItsTicketsAreRead() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            samples.add(canary());
        }
        var together = new CyclicBarrier(2);
        var reading = new Thread(() -> {
            await(together);
            samples.forEach(sample -> shelved.shelf.put(anna, sample.opened(), "", Instant.MAX));
        });
        reading.start();
        await(together);
        shelved.shelf.end(anna.caller.keyring());
        reading.join();
        assertEquals(0, shelved.shelf.size());
        shelved.shelf.removed();
        shelved.index.wipe();
        assertFalse(held(CANARY));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void filtersAndOrdersWhatIsFound() {
        Sample old =
                new Sample().language("ro").entry(Kind.MESSAGE, "Wort Wort", Instant.parse("2026-01-10T23:30:00Z"));
        Sample recent = new Sample().mail("ein Wort und viele andere dazu", "Datei.pdf");
        shelved.put(anna, old, recent);
        assertEquals(List.of(recent.id, old.id), order(Filters.NONE, Order.NEWEST));
        assertEquals(List.of(old.id, recent.id), order(Filters.NONE, Order.RELEVANCE));
        assertEquals(List.of(recent.id), order(with(null, null, true), Order.NEWEST));
        // 23:30 UTC is the next day in Berlin.
        assertEquals(List.of(old.id), order(with("2026-01-11", "2026-01-11", false), Order.NEWEST));
        assertEquals(List.of(), order(with("2026-01-10", "2026-01-10", false), Order.NEWEST));
        assertEquals(
                List.of(old.id),
                order(new Filters(null, null, null, false, "ro", null, null, null, false), Order.NEWEST));
    }

    private static Filters with(String from, String to, boolean files) {
        return new Filters(
                null,
                null,
                null,
                false,
                null,
                null,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                files);
    }

    private List<UUID> order(Filters filters, Order order) {
        return shelved.matches(anna, new Search("Wort ", filters, order)).page().stream()
                .map(Finding.Match::ticket)
                .toList();
    }

    @Test
    void marksWhatWasFoundAndNothingElse() {
        Sample sample = new Sample()
                .language("ro")
                .subject("Întrebări <b>")
                .mail("Am multe întrebări & <script> despre acte")
                .note("Frage zur Frage");
        shelved.put(anna, sample);
        Finding.Match match =
                shelved.matches(anna, Search.of("intrebari ")).page().get(0);
        assertEquals("[Întrebări] <b>", marked(match.subject()));
        assertEquals(1, match.excerpts().size());
        assertEquals(Excerpt.Source.RECEIVED, match.excerpts().get(0).source());
        assertEquals(
                "Am multe [întrebări] & <script> despre acte",
                marked(match.excerpts().get(0).pieces()));
    }

    private static String marked(List<Excerpt.Piece> pieces) {
        return String.join(
                "",
                pieces.stream()
                        .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                        .toList());
    }
}
