package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A ticket is handed over with a word for whoever gets it. */
class HandingOverIT extends TwoTickets {

    private long assign(String name, String note, long version) {
        return fixture.handingOver(over -> over.assign(fixture.anna, first, Optional.of(name), note, version));
    }

    @Test
    void whoGetsItFindsTheNoteAndIsToldThatSomethingWaits() {
        fixture.waiting.clear();
        assign("bela", "Bitte heute noch anrufen", fixture.version(first));
        assertEquals(List.of("Welche Papiere?", "Bitte heute noch anrufen"), words(fixture.bela, first));
        assertHidden(fixture.anna, first);
        assertEquals(
                List.of(new ClientWaits(fixture.bela.person(), Set.of(fixture.bela.person()), false)), fixture.waiting);
    }

    @Test
    void whoTakesItTellsNobodyAndWhoGivesItBackNeither() {
        fixture.waiting.clear();
        assign("anna", " ", fixture.version(first));
        fixture.handingOver(
                over -> over.assign(fixture.anna, first, Optional.empty(), "Komme nicht dazu", fixture.version(first)));
        assertEquals(List.of("assigned anna", "unassigned null"), events(first));
        assertEquals(List.of("Welche Papiere?", "Komme nicht dazu"), words(fixture.bela, first));
        assertEquals(List.of(), fixture.waiting);
    }

    @Test
    void theOtherTeamFindsTheNoteAndThisOneReadsNoMore() {
        fixture.waiting.clear();
        fixture.handingOver(
                over -> over.move(fixture.anna, first, "Südosteuropa", "Spricht Rumänisch", fixture.version(first)));
        assertEquals(List.of("Welche Papiere?", "Spricht Rumänisch"), words(fixture.ion, first));
        assertHidden(fixture.bela, first);
        assertHidden(fixture.leyla, first);
        assertEquals(1, fixture.waiting.size());
        fixture.clock.move(ReadingRights.UNDO);
        assertHidden(fixture.anna, first);
    }

    @Test
    void whatCameInMeanwhileLeavesNoNote() {
        long version = fixture.version(first);
        fixture.append(first, Mails.rosa().text("Inzwischen"));
        assertThrows(TicketChanged.class, () -> assign("bela", "Bitte anrufen", version));
        assertThrows(
                TicketChanged.class,
                () -> fixture.handingOver(over -> over.move(fixture.anna, first, "Südosteuropa", "Bitte", version)));
        assertEquals(List.of("Welche Papiere?", "Inzwischen"), words(fixture.anna, first));
    }
}
