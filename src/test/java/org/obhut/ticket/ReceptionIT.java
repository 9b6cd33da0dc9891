package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.ticket.Mails.ROSA;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.outbox.DeliveryStatus;

/** Mail on its way into tickets, on a real database. */
class ReceptionIT {

    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private boolean takesPart(UUID ticket, String address) {
        return fixture.reception(at -> at.party(ticket, address)) == Party.CLIENT;
    }

    @Test
    void aMailBecomesATicketThatTheTeamReads() {
        UUID ticket = fixture.ticket(Mails.rosa().html("<p onclick=x()>Guten Tag<img src=https://t.example/p></p>"));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals("Frage zur Anmeldung", view.row().subject());
        assertEquals(ROSA, view.row().from());
        assertEquals(ROSA, view.replyTo());
        assertEquals(Status.OPEN, view.row().status());
        assertEquals("Erstkontakt", view.row().team());
        assertEquals(1, view.row().messageCount());
        assertEquals(Mails.SENT, view.row().receivedAt());
        TimelineEntry entry = view.timeline().get(0);
        assertEquals(TimelineEntry.Kind.MESSAGE, entry.kind());
        assertEquals(TimelineEntry.Direction.IN, entry.direction());
        assertEquals("Guten Tag, welche Unterlagen brauche ich?", entry.text());
        assertEquals("<p>Guten Tag</p>", entry.html().cleaned().html());
    }

    @Test
    void itIsDueTwoDaysLaterAtAFullHourAndEndsNinetyDaysAfterContact() {
        TicketRow row = fixture.open(fixture.anna, fixture.ticket(Mails.rosa())).row();
        assertEquals(Instant.parse("2026-03-04T12:00:00Z"), row.dueAt());
        assertEquals(LocalDate.of(2026, 5, 31), row.eraseOn());
    }

    @Test
    void aLaterMailReopensAndCountsThoughIntakeCanReadNothing() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, 1));
        fixture.days(3);
        fixture.append(ticket, Mails.rosa().text("Noch eine Frage"));
        TicketRow row = fixture.list(fixture.bela, Folder.NEW).get(0);
        assertEquals(2, row.messageCount());
        assertEquals(Status.OPEN, row.status());
        assertEquals(LocalDate.of(2026, 6, 3), row.eraseOn());
        assertTrue(row.unread());
        assertEquals(
                "Noch eine Frage",
                fixture.open(fixture.bela, ticket).timeline().get(2).text());
    }

    @Test
    void anAutomaticAnswerReopensNothing() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, 1));
        LocalDate end = fixture.open(fixture.anna, ticket).row().eraseOn();
        fixture.days(3);
        fixture.append(ticket, Mails.rosa().autoReply());
        fixture.append(
                ticket,
                Mails.from(new Address(null, "mailer-daemon@client.example")).deliveryReport());
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(Status.CLOSED, view.row().status());
        assertEquals(end, view.row().eraseOn());
        assertEquals(null, view.row().dueAt());
        assertEquals(ROSA, view.replyTo());
    }

    @Test
    void aStrangerIsMarkedAndNeverAnswered() {
        UUID ticket = fixture.ticket(Mails.rosa());
        Address stranger = new Address(null, "who@client.example");
        fixture.appendStranger(ticket, Mails.from(stranger).replyTo("else@client.example"));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(ROSA, view.replyTo());
        assertTrue(view.timeline().get(1).party() == Party.STRANGER);
        assertFalse(takesPart(ticket, stranger.address()));
    }

    @Test
    void theNewestReplyToOfTheClientIsAnswered() {
        UUID ticket = fixture.ticket(Mails.rosa());
        fixture.append(ticket, Mails.rosa().replyTo("sicher@client.example"));
        assertEquals(
                new Address(null, "sicher@client.example"),
                fixture.open(fixture.anna, ticket).replyTo());
    }

    @Test
    void ticketsAreFoundByMessageIdTokenAndParticipant() {
        UUID ticket = fixture.ticket(Mails.rosa().id("a1@client.example"));
        UUID other = fixture.ticket(Mails.rosa().id("b1@client.example"));
        fixture.append(ticket, Mails.rosa().id("a2@client.example"));
        assertEquals(
                List.of(ticket, other),
                List.copyOf(fixture.reception(at ->
                        at.knowing(List.of("b1@client.example", "a1@client.example", "a2@client.example", "none")))));
        assertTrue(takesPart(ticket, "ROSA@client.example"));
        assertFalse(takesPart(ticket, "mira@client.example"));
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Ein Ausweis genügt.");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENT);
        String token = fixture.outbox.last().token();
        assertTrue(token.matches("[a-z2-7]{26}"), token);
        assertEquals(
                new Reception.Reference(ticket, reply.message()),
                fixture.reception(at -> at.byToken(token.toUpperCase())).orElseThrow());
        assertEquals(
                new Reception.Reference(ticket, reply.message()),
                fixture.reception(at -> at.sent("out-1@obhut.example")).orElseThrow());
        assertTrue(fixture.reception(at -> at.sent("a1@client.example")).isEmpty());
        assertTrue(fixture.reception(at -> at.byToken("aaaa")).isEmpty());
    }

    @Test
    void whatItMayBelongToIsShownToThoseWhoMayReadBoth() {
        UUID first = fixture.ticket(Mails.rosa());
        UUID second = fixture.reception(at -> at.open(
                fixture.teams.readers(fixture.team),
                DeskFixture.MAILBOX,
                Mails.rosa().mail(),
                Optional.of(first),
                Party.CLIENT,
                null,
                false));
        assertEquals(first, fixture.open(fixture.bela, second).mayBelongTo());
        fixture.desk(desk -> desk.assign(fixture.anna, first, Optional.of("anna"), 1));
        assertEquals(null, fixture.open(fixture.bela, second).mayBelongTo());
    }

    @Test
    void aBounceAndItsReportInOneTransactionKeepBothChanges() {
        UUID ticket = fixture.ticket(Mails.rosa());
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Ja.");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENT);
        Mails report =
                Mails.from(new Address(null, "mailer-daemon@client.example")).deliveryReport();
        fixture.reception(at -> {
            at.reported(ticket, reply.message(), MailKind.DELIVERY_FAILURE, null);
            return at.append(ticket, report.mail(), Party.STRANGER);
        });
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(Status.OPEN, view.row().status());
        assertEquals(reply.version() + 2, view.row().version());
        assertEquals(DeliveryStatus.UNDELIVERED, view.timeline().get(1).delivery());
        assertTrue(view.timeline().get(2).mailKind().deliveryReport());
    }

    @Test
    void whomAFormNamesIsAnsweredButTakesPartOnlyByWriting() {
        UUID ticket = fixture.ticket(Mails.rosa().id("1@portal.example").by(new WebForm(true, "0201 5550123")));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(ROSA, view.client());
        assertEquals(ROSA, view.replyTo());
        assertTrue(view.unconfirmed());
        assertEquals("0201 5550123", view.callback());
        assertEquals(new WebForm(true, "0201 5550123"), view.timeline().get(0).form());
        assertFalse(takesPart(ticket, ROSA.address()));
        assertEquals(Set.of(ticket), fixture.reception(at -> at.knowing(List.of("1@portal.example"))));

        fixture.reply(fixture.anna, ticket, "Ein Ausweis genügt.");
        assertEquals(null, fixture.outbox.last().inReplyTo(), "the client never saw the form's mail");
        assertEquals(List.of(), fixture.outbox.last().references());
        assertTrue(takesPart(ticket, ROSA.address()));
        assertTrue(fixture.open(fixture.anna, ticket).unconfirmed());
        fixture.append(ticket, Mails.rosa());
        assertFalse(fixture.open(fixture.anna, ticket).unconfirmed());
    }

    @Test
    void aFormWithoutAnAddressCannotBeAnsweredUntilTheClientWrites() {
        UUID ticket = fixture.ticket(Mails.from(new Address("Rosa", "")).by(new WebForm(true, null)));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(new Address("Rosa", ""), view.client());
        assertEquals(null, view.replyTo());
        assertFalse(view.unconfirmed());
        assertThrows(NoAddress.class, () -> fixture.reply(fixture.anna, ticket, "Ja."));
        assertEquals(List.of(), fixture.outbox.accepted);
        fixture.append(ticket, Mails.from(new Address("R.", "rosa@client.example")));
        view = fixture.open(fixture.anna, ticket);
        assertEquals(ROSA, view.client());
        assertEquals("rosa@client.example", view.replyTo().address());
    }

    @Test
    void whatOnlyClaimsToBeAFormIsNobodysWord() {
        Address form = new Address("Portal", "portal@cara.example");
        UUID ticket = fixture.ticket(Mails.from(form).by(new WebForm(false, null)));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(null, view.client());
        assertEquals(null, view.replyTo());
        assertEquals(Status.OPEN, view.row().status());
        assertEquals(form, view.timeline().get(0).from());
        assertFalse(takesPart(ticket, form.address()));
    }

    @Test
    void everyReaderHearsOfANewMail() {
        UUID ticket = fixture.ticket(Mails.rosa());
        DeskChanged change = fixture.changes.get(0);
        assertEquals(ticket, change.ticket());
        assertEquals(
                Set.of(
                        fixture.teams.readers(fixture.team).teamKey().reader(),
                        fixture.teams.readers(fixture.team).leadsKey().reader()),
                change.readers());
    }
}
