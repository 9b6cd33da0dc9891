package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;

/** Calls as tickets and in tickets. */
class CallsIT {

    private DeskFixture fixture;
    private CallEntry call;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        call = Callers.call(fixture.random);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aCallOpensATicketOfTheTeam() {
        UUID ticket = fixture.desk(desk -> desk.openCall(fixture.anna, fixture.team, call));
        TicketView view = fixture.open(fixture.bela, ticket);
        assertEquals("Wohnung gekündigt", view.row().subject());
        assertEquals(Channel.PHONE, view.row().channel());
        assertEquals("ro", view.row().language());
        assertEquals("0201 555 0100", view.callback());
        assertEquals(LocalDate.of(2026, 3, 4), view.followUp());
        assertEquals(Instant.parse("2026-03-03T23:00:00Z"), view.row().dueAt());
        assertEquals(0, view.row().messageCount());
        assertNull(view.replyTo());
        TimelineEntry entry = view.timeline().get(0);
        assertEquals(TimelineEntry.Kind.CALL, entry.kind());
        assertEquals("anna", entry.author());
        assertEquals(Callers.AT, entry.at());
        assertEquals("Bittet um Rückruf am Vormittag.", entry.text());
        assertEquals("housing,debts", entry.attributes().get("topics"));
        assertEquals(1, fixture.list(fixture.bela, Folder.NEW).size());
        InvalidInput refused = assertThrows(InvalidInput.class, () -> fixture.reply(fixture.anna, ticket, "Hallo"));
        assertEquals("no-address", refused.reason());
    }

    @Test
    void onlyMembersOpenTicketsOfATeam() {
        assertThrows(Refused.class, () -> fixture.desk(desk -> desk.openCall(fixture.ion, fixture.team, call)));
        assertThrows(Refused.class, () -> fixture.desk(desk -> desk.openCall(fixture.admin, fixture.team, call)));
    }

    @Test
    void aCallInATicketReopensItAndARepeatedRequestAddsOne() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, 1));
        fixture.desk(desk -> desk.addCall(fixture.anna, ticket, call));
        fixture.desk(desk -> desk.addCall(fixture.anna, ticket, call));
        TicketView view = fixture.open(fixture.bela, ticket);
        assertEquals(Status.OPEN, view.row().status());
        assertEquals("0201 555 0100", view.callback());
        assertEquals(3, view.row().version());
        assertEquals(
                List.of(TimelineEntry.Kind.MESSAGE, TimelineEntry.Kind.EVENT, TimelineEntry.Kind.CALL),
                view.timeline().stream().map(TimelineEntry::kind).toList());
        assertThrows(TicketNotFound.class, () -> fixture.desk(desk -> desk.addCall(fixture.ion, ticket, call)));
    }
}
