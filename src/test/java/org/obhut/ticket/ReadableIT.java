package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.ticket.TimelineEntry.Kind;

/** What somebody may read, many tickets at a time: the whole of it, to those alone who may, and without a trace. */
class ReadableIT extends RightsCase {

    private <T> T readable(Function<Readable, T> use) {
        return fixture.transactions.run(() -> use.apply(fixture.readable()));
    }

    private List<UUID> list(Caller caller) {
        return readable(all -> all.list(caller)).stream()
                .map(ReadableTicket::id)
                .toList();
    }

    @Test
    void listsWhatSealsAllowNewestFirst() {
        UUID second = fixture.ticket();
        assertEquals(List.of(second, ticket), list(fixture.bela));
        assertEquals(List.of(), list(fixture.ion));
        assign(fixture.anna, "anna");
        assertEquals(List.of(second), list(fixture.bela));
        assertEquals(
                List.of(second),
                readable(all -> all.among(fixture.bela, List.of(ticket, second))).stream()
                        .map(ReadableTicket::id)
                        .toList());
    }

    @Test
    void saysWhenARightEnds() {
        ask(fixture.anna, "ion", TODAY.plusDays(1));
        ReadableTicket lent = readable(all -> all.list(fixture.ion)).get(0);
        assertEquals(Instant.parse("2026-03-03T23:00:00Z"), lent.until());
        ReadableTicket own = readable(all -> all.list(fixture.anna)).get(0);
        assertTrue(own.until().isAfter(Instant.parse("9999-01-01T00:00:00Z")));
        assertEquals(fixture.version(ticket), own.version());
    }

    @Test
    void opensEverythingAPersonCanReadAndLeavesItUnread() {
        fixture.desk(desk -> desk.note(fixture.leyla, ticket, "Interne Notiz", Optional.empty()));
        fixture.append(ticket, Mails.rosa().text("Zweite Mail"));
        List<OpenedTicket> opened = readable(all -> all.open(fixture.bela, List.of(ticket)));
        assertEquals(1, opened.size());
        OpenedTicket one = opened.get(0);
        assertEquals("Frage zur Anmeldung", one.subject());
        assertEquals(List.of("Rosa", "rosa@client.example"), one.people());
        assertEquals(
                List.of(Kind.MESSAGE, Kind.NOTE, Kind.MESSAGE),
                one.entries().stream().map(OpenedEntry::kind).toList());
        assertEquals("Zweite Mail", one.entries().get(2).text());
        assertTrue(fixture.list(fixture.bela, Folder.TEAM).get(0).unread());
    }

    @Test
    void opensNothingForThoseWhoMayNot() {
        assertEquals(List.of(), readable(all -> all.open(fixture.ion, List.of(ticket))));
        assertEquals(
                0, readable(all -> all.proofs(fixture.ion, List.of(ticket))).size());
        fixture.bela.keyring().close();
        assertEquals(List.of(), readable(all -> all.open(fixture.bela, List.of(ticket))));
    }

    @Test
    void provesTheRootAndNothingElse() {
        UUID other = fixture.ticket();
        byte[] byAnna = readable(all -> all.proofs(fixture.anna, List.of(ticket, other)))
                .get(ticket);
        byte[] byLead =
                readable(all -> all.open(fixture.leyla, List.of(ticket))).get(0).proof();
        assertArrayEquals(byAnna, byLead);
        // Another ticket's seal in this ticket's place opens nothing.
        fixture.transactions.run(() -> fixture.statements.run(
                "UPDATE seal SET sealed = o.sealed, epoch = o.epoch FROM seal o WHERE seal.file = ? AND o.file = ? AND o.reader = seal.reader",
                ticket,
                other));
        assertEquals(
                Set.of(other),
                readable(all -> all.proofs(fixture.anna, List.of(ticket, other)))
                        .keySet());
    }
}
