package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.platform.InvalidInput;

/** Where a client is written to, and what becomes of the addresses that are given up. */
class ClientAddressesIT {

    private static final String OLD = "rosa@client.example";
    private static final String SAFE = "sicher@client.example";

    private DeskFixture fixture;
    private UUID ticket;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa().id("a1@client.example"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private long set(UUID which, String address) {
        return fixture.writing(
                desk -> desk.clientAddress(fixture.anna, which, address, Optional.empty(), fixture.version(which)));
    }

    private Party party(String address) {
        return fixture.reception(at -> at.party(ticket, address));
    }

    @Test
    void theSaferAddressReceivesFromThenOnAndTheOldOneNothing() {
        fixture.reply(fixture.anna, ticket, "Eins");
        fixture.outbox.held.clear();
        set(ticket, SAFE);
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(SAFE, view.replyTo().address());
        assertEquals("Rosa", view.client().name());
        assertEquals(SAFE, view.client().address());
        assertEquals(List.of(OLD), view.replaced());
        fixture.reply(fixture.anna, ticket, "Zwei");
        assertEquals(SAFE, fixture.outbox.last().to());
        assertNull(fixture.outbox.last().inReplyTo());
        assertEquals(List.of(), fixture.outbox.last().references(), "nothing refers to what lies in the old mailbox");
    }

    @Test
    void theOldAddressJoinsNoMoreThoughItKnowsTheConversation() {
        set(ticket, SAFE);
        assertEquals(Party.REPLACED, party("Rosa@Client.example"));
        assertEquals(Party.CLIENT, party(SAFE));
    }

    @Test
    void everyAddressThatTheClientUsedIsGivenUp() {
        fixture.append(ticket, Mails.rosa().replyTo("zweite@client.example"));
        fixture.reply(fixture.anna, ticket, "An die zweite");
        fixture.append(ticket, Mails.from(new Address(null, "zweite@client.example")));
        set(ticket, SAFE);
        assertEquals(Party.REPLACED, party(OLD));
        assertEquals(Party.REPLACED, party("zweite@client.example"));
    }

    @Test
    void aMailFromTheNewAddressThatWantsAnswersAtTheOldOneDoesNotGetThem() {
        set(ticket, SAFE);
        fixture.append(ticket, Mails.from(new Address(null, SAFE)).replyTo(OLD));
        assertEquals(SAFE, fixture.open(fixture.anna, ticket).replyTo().address());
    }

    @Test
    void anOldMessageIsNoWayToTheOldAddress() {
        UUID first = fixture.open(fixture.anna, ticket).timeline().get(0).id();
        set(ticket, SAFE);
        var reply = new NewReply(Writing.plain("x", List.of()), first, fixture.version(ticket), null);
        var refused =
                assertThrows(InvalidInput.class, () -> fixture.desk(desk -> desk.reply(fixture.anna, ticket, reply)));
        assertEquals("replaced", refused.reason());
    }

    @Test
    void whatWaitsForTheOldAddressIsTakenBackAndCanGoToTheNewOne() {
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Wartet noch");
        set(ticket, SAFE);
        assertTrue(fixture.outbox.held.isEmpty());
        TicketView view = fixture.open(fixture.anna, ticket);
        TimelineEntry mail = view.timeline().get(1);
        assertEquals(DeliveryStatus.FAILED, mail.delivery());
        assertEquals(DeliveryReason.ADDRESS_REPLACED, mail.deliveryReason());
        assertEquals(Status.OPEN, view.row().status());
        fixture.desk(desk -> desk.sendAgain(fixture.anna, ticket, reply.message()));
        assertEquals(SAFE, fixture.outbox.last().to());
    }

    @Test
    void aChangeThatIsRefusedTakesNothingBack() {
        fixture.reply(fixture.anna, ticket, "Wartet noch");
        int held = fixture.outbox.held.size();
        assertThrows(
                InvalidInput.class,
                () -> fixture.writing(desk -> desk.clientAddress(
                        fixture.anna, ticket, "kein-at", Optional.empty(), fixture.version(ticket))));
        assertEquals(held, fixture.outbox.held.size());
        assertEquals(OLD, fixture.open(fixture.anna, ticket).replyTo().address());
        assertThrows(
                TicketChanged.class,
                () -> fixture.writing(desk -> desk.clientAddress(fixture.anna, ticket, SAFE, Optional.empty(), 99)));
        assertEquals(Party.CLIENT, party(OLD));
    }

    @Test
    void theEventNamesTheNewAddressAndNoColumnTheOld() {
        set(ticket, SAFE);
        TimelineEntry event = fixture.open(fixture.anna, ticket).timeline().get(1);
        assertEquals("address-replaced", event.event());
        assertEquals(SAFE, event.eventValue());
        for (String table : List.of("ticket", "ticket_item", "lookup")) {
            String rows = fixture.statements
                    .list("SELECT string_agg(t::text, ' ') FROM " + table + " t", row -> row.getString(1))
                    .get(0);
            assertFalse(rows.contains("rosa"), table);
        }
    }

    @Test
    void anAddressThatWasGivenUpCanBeTakenUpAgain() {
        set(ticket, SAFE);
        set(ticket, OLD);
        assertEquals(Party.CLIENT, party(OLD));
        assertEquals(Party.REPLACED, party(SAFE));
        assertEquals(OLD, fixture.open(fixture.anna, ticket).replyTo().address());
    }

    @Test
    void aMailFromAnAddressGivenUpElsewhereOpensATicketThatNobodyAnswersByMistake() {
        set(ticket, SAFE);
        UUID other = fixture.reception(at -> at.open(
                fixture.teams.readers(fixture.team),
                DeskFixture.MAILBOX,
                Mails.rosa().id("x1@client.example").mail(),
                Optional.of(ticket),
                Party.REPLACED,
                null,
                false));
        TicketView view = fixture.open(fixture.anna, other);
        assertNull(view.replyTo());
        assertEquals(ticket, view.mayBelongTo());
        assertEquals(Party.REPLACED, view.timeline().get(0).party());
        fixture.append(other, Mails.rosa().id("x2@client.example"));
        assertNull(fixture.open(fixture.anna, other).replyTo(), "nor after a second mail");
        assertThrows(NoAddress.class, () -> fixture.reply(fixture.anna, other, "Aus Versehen"));
        set(other, OLD);
        fixture.reply(fixture.anna, other, "Mit Absicht");
        assertEquals(OLD, fixture.outbox.last().to());
    }

    @Test
    void aTicketOfACallGoesOnByMail() {
        UUID call = UUID.randomUUID();
        UUID phone = fixture.desk(desk -> desk.openCall(
                fixture.anna,
                fixture.team,
                new CallEntry(call, "Anruf", fixture.clock.instant(), "bg", "0201", "Bitte per Mail", null, Map.of())));
        assertNull(fixture.open(fixture.anna, phone).terms());
        set(phone, SAFE);
        TicketView view = fixture.open(fixture.anna, phone);
        assertEquals(SAFE, view.replyTo().address());
        assertEquals(DeskFixture.MAILBOX, view.terms().mailbox());
        assertEquals(Channel.PHONE, view.row().channel());
        assertEquals("address-added", view.timeline().get(1).event());
        fixture.reply(fixture.anna, phone, "Wie versprochen.");
        assertEquals(SAFE, fixture.outbox.last().to());
        assertEquals("bg", fixture.outbox.last().language());
        assertEquals(DeskFixture.MAILBOX, fixture.outbox.last().mailbox());
    }

    @Test
    void aMailboxOfAnotherTeamIsNotTaken() {
        UUID phone = fixture.desk(desk -> desk.openCall(
                fixture.anna,
                fixture.team,
                new CallEntry(UUID.randomUUID(), "Anruf", fixture.clock.instant(), "de", null, null, null, Map.of())));
        var refused = assertThrows(
                InvalidInput.class,
                () -> fixture.writing(desk ->
                        desk.clientAddress(fixture.anna, phone, SAFE, Optional.of(DeskFixture.OTHER_MAILBOX), 1)));
        assertEquals("mailbox", refused.field());
    }
}
