package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.ReadingRights.Reason;

/** A ticket is split, as the way back from a merging too; and tickets that point to each other. */
class SplittingIT extends TwoTickets {

    @Test
    void splittingIsTheWayBackFromMerging() {
        byte[] bytes = new byte[200_000];
        fixture.random.nextBytes(bytes);
        fixture.append(
                second,
                Mails.from(new Address("R.", "r@other.example"))
                        .text("Mit Datei")
                        .id("b2@other.example")
                        .file("Brief.pdf", "application/pdf", bytes));
        merge(fixture.anna, second, first);
        TimelineEntry file = entry(first, "Mit Datei");

        UUID back = split(first, List.of(file.id(), entry(first, "Noch etwas").id()));

        assertEquals(List.of("Welche Papiere?"), words(fixture.bela, first));
        assertEquals(List.of("Noch etwas", "Mit Datei"), words(fixture.bela, back));
        assertArrayEquals(
                bytes, file(fixture.bela, back, file.attachments().get(0).id()));
        TicketView view = fixture.open(fixture.anna, back);
        assertEquals("Anderes", view.row().subject());
        assertEquals("r@other.example", view.replyTo().address());
        assertEquals(2, view.row().messageCount());
        TicketView left = fixture.open(fixture.anna, first);
        assertEquals("rosa@client.example", left.replyTo().address());
        assertEquals(1, left.row().messageCount());
        assertEquals(List.of("split-from " + TicketNumber.of(first)), events(back));
        assertTrue(events(first).contains("split-off " + TicketNumber.of(back)));
    }

    @Test
    void answersFindTheRightOneOfTheTwo() {
        merge(fixture.anna, second, first);
        String old = token(first);
        UUID back = split(first, List.of(entry(first, "Noch etwas").id()));
        String own = token(back);
        assertNotEquals(old, own);
        assertEquals(Set.of(back), fixture.reception(at -> at.knowing(List.of("b1@other.example"))));
        assertEquals(Set.of(first), fixture.reception(at -> at.knowing(List.of("a1@client.example"))));
        assertEquals(
                first, fixture.reception(at -> at.byToken(old)).orElseThrow().ticket());
        assertEquals(
                back, fixture.reception(at -> at.byToken(own)).orElseThrow().ticket());
        assertEquals(Party.STRANGER, fixture.reception(at -> at.party(first, "r@other.example")));
        assertEquals(Party.CLIENT, fixture.reception(at -> at.party(back, "r@other.example")));
        assertEquals(Party.CLIENT, fixture.reception(at -> at.party(first, "rosa@client.example")));
        assertEquals(List.of("b1@other.example"), fixture.outbox.last().references());
    }

    @Test
    void theNewOneHasTheSameReadersAndTheSameEnd() {
        fixture.append(first, Mails.rosa().text("Zweites"));
        assign(first, "anna");
        long version = fixture.version(first);
        fixture.rights(
                rights -> rights.add(fixture.anna, first, "ion", Reason.ASKED, LocalDate.of(2026, 3, 9), version));
        LocalDate day = LocalDate.of(2026, 3, 20);
        fixture.keeping(keeping -> keeping.keep(fixture.anna, first, Optional.of(day), "", fixture.version(first)));
        UUID begun = split(first, List.of(entry(first, "Zweites").id()));
        assertEquals(List.of("Zweites"), words(fixture.ion, begun));
        assertEquals(List.of("Zweites"), words(fixture.leyla, begun));
        assertHidden(fixture.bela, begun);
        assertEquals("anna", fixture.open(fixture.anna, begun).row().assignee());
        assertEquals(day, fixture.open(fixture.anna, begun).row().eraseOn());
    }

    @Test
    void aStrangersMailBecomesItsOwnCase() {
        fixture.appendStranger(
                first, Mails.from(new Address(null, "bruder@other.example")).text("Wo ist sie?"));
        UUID begun = split(first, List.of(entry(first, "Wo ist sie?").id()));
        TicketView view = fixture.open(fixture.anna, begun);
        assertEquals("bruder@other.example", view.replyTo().address());
        assertEquals(Party.CLIENT, view.timeline().get(0).party());
        assertEquals(
                "rosa@client.example",
                fixture.open(fixture.anna, first).replyTo().address());
    }

    @Test
    void somethingGoesAndSomethingStays() {
        UUID only = entry(first, "Welche Papiere?").id();
        assertEquals("all", reason(List.of(only)));
        assertEquals("required", reason(List.of()));
        assertEquals("unknown-value", reason(List.of(entry(second, "Noch etwas").id())));
        long version = fixture.version(first);
        assertThrows(
                TicketNotFound.class,
                () -> fixture.splitting(splitting -> splitting.split(fixture.ion, first, List.of(only), "", version)));
        assertThrows(
                TicketChanged.class,
                () -> fixture.splitting(
                        splitting -> splitting.split(fixture.anna, first, List.of(only), "", version + 1)));
    }

    private String reason(List<UUID> entries) {
        return assertThrows(InvalidInput.class, () -> split(first, entries)).reason();
    }

    private List<UUID> links(UUID ticket) {
        return fixture.open(fixture.anna, ticket).links().stream()
                .map(LinkedTicket::id)
                .toList();
    }

    @Test
    void eachPointsToTheOtherUntilEitherEndsIt() {
        fixture.linking(linking -> linking.link(fixture.anna, first, second));
        fixture.linking(linking -> linking.link(fixture.bela, second, first));
        assertEquals(List.of(second), links(first));
        assertEquals(List.of(first), links(second));
        assertEquals(List.of("linked " + TicketNumber.of(second)), events(first));
        fixture.linking(linking -> linking.unlink(fixture.bela, second, first));
        assertEquals(List.of(), links(first));
        assertEquals(List.of(), links(second));
        assertThrows(TicketNotFound.class, () -> fixture.linking(linking -> linking.link(fixture.ion, first, second)));
        assertThrows(InvalidInput.class, () -> fixture.linking(linking -> linking.link(fixture.anna, first, first)));
    }

    @Test
    void aLinkIsSeenByWhoReadsBothAndEndsWithEither() {
        fixture.linking(linking -> linking.link(fixture.anna, first, second));
        assign(second, "anna");
        assertEquals(List.of(), fixture.open(fixture.bela, first).links());
        assertThrows(TicketNotFound.class, () -> fixture.linking(linking -> linking.link(fixture.bela, first, second)));
        UUID third = fixture.ticket(Mails.rosa());
        merge(fixture.anna, second, third);
        assertEquals(List.of(third), links(first), "to what has become of it");
        var erasure = fixture.erasing().begun();
        assertTrue(fixture.early(erasure)
                .erase(fixture.leyla, third, ErasureGround.WISH, fixture.version(third))
                .isPresent());
        long version = fixture.version(first);
        assertEquals(List.of(), links(first));
        assertEquals(version, fixture.version(first), "without a word");
    }

    @Test
    void othersAreFoundByNumberAndTheSameClientsFirst() {
        UUID same = fixture.ticket(Mails.rosa().text("Wieder ich"));
        UUID later = fixture.ticket(Mails.from(new Address(null, "x@other.example")));
        List<UUID> suggested = fixture.others(others -> others.suggested(fixture.anna, first)).stream()
                .map(TicketRow::id)
                .toList();
        assertEquals(List.of(same, later, second), suggested);
        assertEquals(
                List.of(second),
                fixture.others(others -> others.numbered(fixture.anna, "#" + TicketNumber.of(second))).stream()
                        .map(TicketRow::id)
                        .toList());
        assertEquals(List.of(), fixture.others(others -> others.numbered(fixture.ion, TicketNumber.of(second))));
        assertEquals(List.of(), fixture.others(others -> others.numbered(fixture.anna, "' OR 1=1")));
        assertNull(fixture.open(fixture.anna, first).mayBelongTo());
    }
}
