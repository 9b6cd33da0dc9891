package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.TimelineEntry.Kind;

/** Handing a case on to a counselling centre, and what it answers. */
class ForwardsIT {

    private static final String CENTRE = "team@centre.example";
    private static final Consent BY_PHONE = new Consent(Consent.How.PHONE, LocalDate.of(2026, 3, 2), "will das so");

    private DeskFixture fixture;
    private UUID ticket;
    private TimelineEntry first;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa()
                .text("Wo finde ich eine Wohnung?\nDanke")
                .id("a1@client.example")
                .file("Brief.txt", "text/plain", "Mietvertrag".getBytes()));
        first = fixture.open(fixture.anna, ticket).timeline().get(0);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private NewForward forward(String to, String text, List<UUID> messages, List<UUID> files, Consent consent) {
        return new NewForward(
                to,
                "de",
                new Writing("Weitergeleitete Anfrage", text, false, false, List.of()),
                messages,
                files,
                false,
                consent,
                fixture.version(ticket),
                null);
    }

    private AcceptedReply send(NewForward forward) {
        return fixture.writing(desk -> desk.forward(fixture.anna, ticket, forward));
    }

    private AcceptedReply send() {
        return send(forward(CENTRE, "Könnt ihr helfen?", List.of(first.id()), List.of(), BY_PHONE));
    }

    private void centreAnswers(String id) {
        fixture.reception(at -> at.append(
                ticket,
                Mails.from(new Address("Team", CENTRE)).id(id).text("Ja, gern.").mail(),
                Party.CENTRE));
    }

    @Test
    void whatWasChosenGoesToTheCentreUnderTheMailboxesName() {
        UUID file = first.attachments().get(0).id();
        AcceptedReply sent = send(forward(CENTRE, "Könnt ihr helfen?", List.of(first.id()), List.of(file), BY_PHONE));
        assertEquals(DeliveryStatus.HELD, sent.delivery());
        OutgoingMessage out = fixture.outbox.last();
        assertEquals(CENTRE, out.to());
        assertEquals(DeskFixture.MAILBOX, out.mailbox());
        assertEquals("Weitergeleitete Anfrage", out.letter().subject());
        assertEquals(
                "Könnt ihr helfen?\n\nNachricht vom 2. März 2026, 12:58 Uhr:\n> Wo finde ich eine Wohnung?\n> Danke\n",
                out.letter().text());
        assertFalse(out.letter().text().contains("rosa"));
        assertNull(out.inReplyTo());
        assertEquals(List.of(), out.references(), "nothing refers to a mail between the client and us");
        assertEquals("Brief.txt", out.letter().files().get(0).name());
        assertArrayEquals("Mietvertrag".getBytes(), out.letter().files().get(0).bytes());
    }

    @Test
    void theConsentIsKeptBesideIt() {
        send();
        List<TimelineEntry> timeline = fixture.open(fixture.bela, ticket).timeline();
        TimelineEntry event = timeline.get(1);
        assertEquals(Kind.EVENT, event.kind());
        assertEquals("forwarded", event.event());
        assertEquals(CENTRE, event.eventValue());
        assertEquals("anna", event.author());
        assertEquals(Map.of("how", "phone", "on", "2026-03-02", "note", "will das so"), event.attributes());
        TimelineEntry mail = timeline.get(2);
        assertEquals(Party.CENTRE, mail.party());
        assertEquals(CENTRE, mail.to());
    }

    @Test
    void theClientStillWaitsAndIsStillTheOneWhoIsAnswered() {
        TicketView before = fixture.open(fixture.anna, ticket);
        send();
        TicketView after = fixture.open(fixture.anna, ticket);
        assertEquals(Status.OPEN, after.row().status());
        assertEquals(before.row().dueAt(), after.row().dueAt());
        assertEquals(1, after.row().messageCount());
        centreAnswers("c1@centre.example");
        TicketView answered = fixture.open(fixture.anna, ticket);
        assertEquals("rosa@client.example", answered.replyTo().address());
        assertEquals(1, answered.row().messageCount());
        assertEquals(Party.CENTRE, answered.timeline().get(3).party());
        fixture.reply(fixture.anna, ticket, "Es gibt einen Platz.");
        assertEquals("rosa@client.example", fixture.outbox.last().to());
        assertEquals(List.of("a1@client.example"), fixture.outbox.last().references());
    }

    @Test
    void theCentresAnswerIsLetInAsTheCentres() {
        send();
        assertEquals(Party.CENTRE, fixture.reception(at -> at.party(ticket, CENTRE)));
        assertTrue(fixture.reception(at -> at.knowing(List.of("out-1@obhut.example")))
                .contains(ticket));
    }

    @Test
    void theCentreIsAnsweredWhereThatIsChosenAndWithinItsOwnConversation() {
        send();
        centreAnswers("c1@centre.example");
        TimelineEntry answer = fixture.open(fixture.anna, ticket).timeline().get(3);
        var reply = new NewReply(
                new Writing(null, "Danke!", true, false, List.of()), answer.id(), fixture.version(ticket), null);
        fixture.desk(desk -> desk.reply(fixture.anna, ticket, reply));
        OutgoingMessage out = fixture.outbox.last();
        assertEquals(CENTRE, out.to());
        assertEquals("c1@centre.example", out.inReplyTo());
        assertEquals(List.of("out-1@obhut.example", "c1@centre.example"), out.references());
        assertEquals("Danke!\n\n> Ja, gern.\n", out.letter().text());
        assertEquals(Status.OPEN, fixture.open(fixture.anna, ticket).row().status());
    }

    @Test
    void withoutConsentOrWithOneYetToComeNothingGoesOut() {
        refused(
                "consent.on",
                forward(
                        CENTRE,
                        "x",
                        List.of(),
                        List.of(),
                        new Consent(Consent.How.MAIL, LocalDate.of(2026, 3, 3), "")));
    }

    @Test
    void nothingIsForwardedToTheClientOrToAnAddressTheClientGaveUp() {
        refused("to", forward("ROSA@client.example", "x", List.of(), List.of(), BY_PHONE));
        fixture.writing(desk -> desk.clientAddress(
                fixture.anna, ticket, "sicher@client.example", java.util.Optional.empty(), fixture.version(ticket)));
        refused("to", forward("rosa@client.example", "x", List.of(), List.of(), BY_PHONE));
        refused("to", forward("sicher@client.example", "x", List.of(), List.of(), BY_PHONE));
    }

    @Test
    void onlyMessagesAndFilesOfThisTicketAreHandedOn() {
        UUID other = fixture.ticket(Mails.rosa().text("Anderes").file("x.txt", "text/plain", new byte[1]));
        TimelineEntry foreign = fixture.open(fixture.anna, other).timeline().get(0);
        refused("messages", forward(CENTRE, "x", List.of(foreign.id()), List.of(), BY_PHONE));
        refused(
                "files",
                forward(
                        CENTRE,
                        "x",
                        List.of(),
                        List.of(foreign.attachments().get(0).id()),
                        BY_PHONE));
        UUID note = fixture.desk(desk -> desk.note(fixture.anna, ticket, "Nur für uns", java.util.Optional.empty()));
        refused("messages", forward(CENTRE, "x", List.of(note), List.of(), BY_PHONE));
    }

    @Test
    void theClientsAddressStandsInItOnlyWhereThatIsChosen() {
        String with = fixture.writing(desk -> desk.forwardText(fixture.anna, ticket, List.of(first.id()), "en", true));
        String without =
                fixture.writing(desk -> desk.forwardText(fixture.anna, ticket, List.of(first.id()), "en", false));
        assertTrue(with.startsWith("The client's address: rosa@client.example\n\nMessage of 2 March 2026, 12:58:\n> "));
        assertFalse(without.contains("rosa"));
    }

    @Test
    void whatIsTakenBackIsNoDraftToTheClient() {
        AcceptedReply sent = send();
        Withdrawn withdrawn = fixture.desk(desk -> desk.withdraw(fixture.anna, ticket, sent.message()));
        assertEquals(CENTRE, withdrawn.forwardedTo());
        assertTrue(withdrawn.draft().text().startsWith("Könnt ihr helfen?"));
        TicketView view = fixture.open(fixture.anna, ticket);
        assertTrue(view.draft().isEmpty());
        assertEquals(1, view.row().messageCount());
        assertEquals("withdrawn", view.timeline().get(2).event());
        assertEquals("forwarded", view.timeline().get(1).event(), "that the client agreed stays");
    }

    @Test
    void aForwardThatFailedGoesToTheCentreAgain() {
        AcceptedReply sent = send();
        fixture.delivered(ticket, sent.message(), DeliveryStatus.FAILED);
        fixture.desk(desk -> desk.sendAgain(fixture.bela, ticket, sent.message()));
        assertEquals(CENTRE, fixture.outbox.last().to());
        assertEquals("Weitergeleitete Anfrage", fixture.outbox.last().letter().subject());
        assertEquals(Status.OPEN, fixture.open(fixture.anna, ticket).row().status());
    }

    @Test
    void aRepeatedRequestForwardsOnce() {
        NewForward plain = forward(CENTRE, "x", List.of(), List.of(), BY_PHONE);
        var keyed = new NewForward(
                CENTRE, "de", plain.writing(), List.of(), List.of(), false, BY_PHONE, plain.version(), "k");
        assertEquals(send(keyed), send(keyed));
        assertEquals(1, fixture.outbox.accepted.size());
    }

    private void refused(String field, NewForward forward) {
        int before = fixture.outbox.accepted.size();
        assertEquals(
                field, assertThrows(InvalidInput.class, () -> send(forward)).field());
        assertEquals(before, fixture.outbox.accepted.size());
    }
}
