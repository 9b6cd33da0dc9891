package org.obhut.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.obhut.account.Caller;
import org.obhut.envelope.Keyring;
import org.obhut.ticket.Channel;
import org.obhut.ticket.OpenedEntry;
import org.obhut.ticket.OpenedTicket;
import org.obhut.ticket.Status;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/** Tickets in an index of its own, and sessions that may find them: for tests. */
final class Shelved implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final UUID TEAM = UUID.fromString("7e0a3c51-8d11-4c2e-a0d5-3c9b1a2f4e60");

    final TicketIndex index = new TicketIndex();
    final Shelf shelf = new Shelf(index);

    /** A ticket with what tests change of it. */
    static final class Sample {

        final UUID id = UUID.randomUUID();
        private String language = "de";
        private String subject = "";
        private long version = 1;
        private byte[] proof = "proof".getBytes(StandardCharsets.UTF_8);
        private final List<String> people = new ArrayList<>();
        private final List<OpenedEntry> entries = new ArrayList<>();

        Sample language(String tag) {
            language = tag;
            return this;
        }

        Sample subject(String words) {
            subject = words;
            return this;
        }

        Sample people(String... names) {
            people.addAll(List.of(names));
            return this;
        }

        Sample version(long next) {
            version = next;
            return this;
        }

        Sample proof(String other) {
            proof = other.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        Sample mail(String text, String... files) {
            return entry(Kind.MESSAGE, text, NOW, files);
        }

        Sample note(String text) {
            return entry(Kind.NOTE, text, NOW);
        }

        Sample entry(Kind kind, String text, Instant at, String... files) {
            Direction way = kind == Kind.MESSAGE ? Direction.IN : Direction.OUT;
            entries.add(new OpenedEntry(kind, way, at, "", text, List.of(), List.of(files)));
            return this;
        }

        OpenedTicket opened() {
            var state = new OpenedTicket.State(
                    version,
                    TEAM,
                    null,
                    Status.OPEN,
                    false,
                    Channel.MAIL,
                    language,
                    LocalDate.of(2026, 3, 2),
                    null,
                    null);
            return new OpenedTicket(id, proof, state, "tokenof" + id, subject, people, List.copyOf(entries));
        }
    }

    /** A session of somebody with an empty keyring. */
    Reading session(String name) {
        return shelf.begin(new Caller(UUID.randomUUID(), name, Set.of(TEAM), Set.of(), Set.of(), new Keyring()));
    }

    Shelved put(Reading reading, Sample... samples) {
        Stream.of(samples).forEach(sample -> shelf.put(reading, sample.opened(), "", Instant.MAX));
        index.refresh();
        return this;
    }

    Finding.Matches matches(Reading reading, Search search) {
        return index.use(searcher ->
                new Finding(reading, NOW).find(searcher, search, Input.of(search.words()), null, null, 0, 20));
    }

    List<UUID> found(Reading reading, String words) {
        Finding.Matches matches = matches(reading, Search.of(words));
        List<UUID> page = matches.page().stream().map(Finding.Match::ticket).toList();
        if (matches.total() != page.size()) {
            throw new AssertionError("counts " + matches.total() + " and shows " + page.size());
        }
        return page;
    }

    Set<String> suggestions(Reading reading, String begun) {
        return index.use(searcher -> new Finding(reading, NOW).suggestions(searcher, begun, 8));
    }

    @Override
    public void close() {
        index.close();
    }
}
