package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.ticket.Merging.Wish;
import org.obhut.ticket.TimelineEntry.Kind;

/** Two tickets of 'Erstkontakt' that may be one case. */
abstract class TwoTickets {

    @TempDir
    Path keys;

    DeskFixture fixture;
    UUID first;
    UUID second;

    @BeforeEach
    void begin() {
        fixture = new DeskFixture(keys);
        first = fixture.ticket(Mails.rosa().text("Welche Papiere?").id("a1@client.example"));
        second = fixture.ticket(Mails.from(new Address("R.", "r@other.example"))
                .text("Noch etwas")
                .id("b1@other.example"));
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    Wish wish(UUID ticket, UUID into) {
        return wish(ticket, into, "", false);
    }

    Wish wish(UUID ticket, UUID into, String end, boolean along) {
        return new Wish(ticket, into, fixture.version(ticket), fixture.version(into), end, along);
    }

    void merge(Caller caller, UUID ticket, UUID into) {
        Wish wish = wish(ticket, into);
        fixture.merging(merging -> merging.merge(caller, wish));
    }

    UUID split(UUID ticket, List<UUID> entries) {
        long version = fixture.version(ticket);
        return fixture.splitting(splitting -> splitting.split(fixture.anna, ticket, entries, "Anderes", version));
    }

    void assign(UUID ticket, String name) {
        fixture.desk(desk -> desk.assign(fixture.anna, ticket, java.util.Optional.of(name), fixture.version(ticket)));
    }

    List<String> words(Caller caller, UUID ticket) {
        return fixture.open(caller, ticket).timeline().stream()
                .filter(entry -> entry.kind() != Kind.EVENT)
                .map(TimelineEntry::text)
                .toList();
    }

    List<String> events(UUID ticket) {
        return fixture.open(fixture.leyla, ticket).timeline().stream()
                .filter(entry -> entry.kind() == Kind.EVENT)
                .map(entry -> entry.event() + " " + entry.eventValue())
                .toList();
    }

    byte[] file(Caller caller, UUID ticket, UUID attachment) {
        return fixture.desk(desk -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            desk.attachment(caller, ticket, attachment, bytes);
            return bytes.toByteArray();
        });
    }

    TimelineEntry entry(UUID ticket, String text) {
        return fixture.open(fixture.leyla, ticket).timeline().stream()
                .filter(entry -> entry.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    String token(UUID ticket) {
        fixture.reply(fixture.anna, ticket, "Kommen Sie gern vorbei");
        return fixture.outbox.last().token();
    }

    void assertHidden(Caller caller, UUID ticket) {
        assertThrows(TicketNotFound.class, () -> fixture.open(caller, ticket), caller.name());
    }
}
