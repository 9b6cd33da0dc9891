package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.InvalidInput;

/** Answers to clients, from the desk to the outbox and back. */
class RepliesIT {

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

    private NewReply withKey(String text, String key) {
        return new NewReply(text, List.of(), 1, key);
    }

    private TimelineEntry last() {
        List<TimelineEntry> timeline = fixture.open(fixture.anna, ticket).timeline();
        return timeline.get(timeline.size() - 1);
    }

    private void withdraw(UUID message) {
        fixture.desk(desk -> {
            desk.withdraw(fixture.anna, ticket, message);
            return true;
        });
    }

    @Test
    void aReplyStandsInTicketAndOutboxAndTheClientIsToAnswer() {
        AcceptedReply accepted = fixture.reply(fixture.anna, ticket, "Ein Ausweis genügt.");
        assertEquals(DeliveryStatus.HELD, accepted.delivery());
        assertEquals(2, accepted.version());
        OutgoingMessage out = fixture.outbox.last();
        assertEquals(accepted.message(), out.item());
        assertEquals("rosa@client.example", out.to());
        assertEquals(DeskFixture.MAILBOX, out.mailbox());
        assertEquals("a1@client.example", out.inReplyTo());
        assertEquals(List.of("a1@client.example"), out.references());
        assertEquals("de", out.language());
        assertEquals(KeyStoreFixture.NOON.plusSeconds(15), out.notBefore());
        TicketView view = fixture.open(fixture.bela, ticket);
        assertEquals(Status.WAITING, view.row().status());
        assertNull(view.row().dueAt());
        assertEquals(2, view.row().messageCount());
        TimelineEntry entry = last();
        assertEquals("Ein Ausweis genügt.", entry.text());
        assertEquals("anna", entry.author());
        assertEquals(TimelineEntry.Direction.OUT, entry.direction());
        assertEquals(KeyStoreFixture.NOON.plusSeconds(15), entry.undoUntil());
        fixture.clock.move(Duration.ofSeconds(15));
        assertNull(last().undoUntil());
    }

    @Test
    void theConversationIsThreadedWithTheClientsNewestMail() {
        fixture.reply(fixture.anna, ticket, "Eins");
        fixture.append(ticket, Mails.rosa().id("a2@client.example"));
        fixture.reply(fixture.anna, ticket, "Zwei");
        assertEquals("a2@client.example", fixture.outbox.last().inReplyTo());
        assertEquals(
                List.of("a1@client.example", "out-1@obhut.example", "a2@client.example"),
                fixture.outbox.last().references());
    }

    @Test
    void withoutUndoTimeItIsOnItsWayAtOnce(@TempDir Path keys) {
        try (DeskFixture demo = new DeskFixture(keys, Map.of("obhut.undo", "PT0S"))) {
            UUID other = demo.ticket(Mails.rosa());
            AcceptedReply reply = demo.reply(demo.anna, other, "Ja.");
            assertEquals(DeliveryStatus.SENDING, reply.delivery());
            assertThrows(
                    TicketChanged.class,
                    () -> demo.desk(desk -> {
                        desk.withdraw(demo.anna, other, reply.message());
                        return true;
                    }));
        }
    }

    @Test
    void aReplyToWhatHasChangedMeanwhileIsStoppedAndLeavesNothingBehind() {
        fixture.append(ticket, Mails.rosa());
        NewReply stale = new NewReply("Antwort", List.of(), 1, null);
        TicketChanged changed =
                assertThrows(TicketChanged.class, () -> fixture.desk(desk -> desk.reply(fixture.anna, ticket, stale)));
        assertEquals(2, changed.version());
        assertEquals(0, fixture.outbox.accepted.size());
        assertEquals(2, fixture.open(fixture.anna, ticket).timeline().size());
    }

    @Test
    void aRepeatedRequestIsAnsweredAndSendsNothing() {
        AcceptedReply first = fixture.desk(desk -> desk.reply(fixture.anna, ticket, withKey("Ja.", "k")));
        AcceptedReply again = fixture.desk(desk -> desk.reply(fixture.anna, ticket, withKey("Ja.", "k")));
        assertEquals(first, again);
        assertEquals(1, fixture.outbox.accepted.size());
        withdraw(first.message());
        assertThrows(
                TicketChanged.class,
                () -> fixture.desk(desk -> desk.reply(fixture.anna, ticket, withKey("Ja.", "k"))),
                "a withdrawn reply does not come back");
        assertEquals(1, fixture.outbox.accepted.size());
    }

    @Test
    void aWithdrawnReplyIsADraftAgainAndTheAnswerIsDueAsBefore() {
        Instant due = fixture.open(fixture.anna, ticket).row().dueAt();
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Zu schnell");
        withdraw(reply.message());
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals("Zu schnell", view.draft().words().text());
        assertEquals(Status.OPEN, view.row().status());
        assertEquals(due, view.row().dueAt());
        assertEquals(1, view.row().messageCount());
        assertEquals("withdrawn", last().event());
        assertEquals("", last().text());
        assertTrue(fixture.reception(at -> at.sent("out-1@obhut.example")).isEmpty());
        fixture.reply(fixture.anna, ticket, "Jetzt richtig");
        assertEquals(List.of("a1@client.example"), fixture.outbox.last().references());
        assertEquals("", fixture.open(fixture.anna, ticket).draft().words().text());
    }

    @Test
    void whatIsOnItsWayIsNotWithdrawn() {
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Weg");
        fixture.outbox.held.clear();
        assertThrows(TicketChanged.class, () -> withdraw(reply.message()));
        assertEquals("Weg", last().text());
        assertEquals(Status.WAITING, fixture.open(fixture.anna, ticket).row().status());
    }

    @Test
    void deliveryShowsAtTheMessageWithoutMovingTheVersion() {
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Ja.");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENDING);
        assertEquals(DeliveryStatus.SENDING, last().delivery());
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENT);
        assertEquals(DeliveryStatus.SENT, last().delivery());
        assertEquals(reply.version(), fixture.version(ticket));
    }

    @Test
    void aFailedReplyPutsTheTicketBackToWorkAndCanBeSentAgainWithItsFiles() {
        byte[] file = new byte[70_000];
        fixture.random.nextBytes(file);
        NewReply withFile = new NewReply(
                "Anbei.", List.of(new AttachmentContent("Merkblatt.pdf", "application/pdf", file)), 1, null);
        AcceptedReply reply = fixture.desk(desk -> desk.reply(fixture.anna, ticket, withFile));
        assertThrows(
                TicketChanged.class,
                () -> fixture.desk(desk -> desk.sendAgain(fixture.anna, ticket, reply.message())),
                "it has not failed");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.FAILED);
        assertEquals(Status.OPEN, fixture.open(fixture.anna, ticket).row().status());
        AcceptedReply again = fixture.desk(desk -> desk.sendAgain(fixture.leyla, ticket, reply.message()));
        assertEquals(DeliveryStatus.HELD, again.delivery());
        assertEquals("Anbei.", fixture.outbox.last().letter().text());
        assertArrayEquals(file, fixture.outbox.last().letter().files().get(0).bytes());
        assertEquals(
                "Merkblatt.pdf", fixture.outbox.last().letter().files().get(0).name());
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(Status.WAITING, view.row().status());
        assertEquals(2, view.row().messageCount());
        assertTrue(fixture.reception(at -> at.sent("out-1@obhut.example")).isEmpty());
        assertEquals(
                reply.message(),
                fixture.reception(at -> at.sent("out-2@obhut.example"))
                        .orElseThrow()
                        .message());
    }

    @Test
    void aBounceMarksTheMessage() {
        AcceptedReply reply = sent();
        report(reply, MailKind.DELIVERY_FAILURE, DeliveryReason.MAILBOX_FULL);
        assertEquals(DeliveryStatus.UNDELIVERED, last().delivery());
        assertEquals(DeliveryReason.MAILBOX_FULL, last().deliveryReason());
        assertEquals(Status.OPEN, fixture.open(fixture.anna, ticket).row().status());
    }

    @Test
    void aDelayIsToldAndEndsWithTheReportOfDelivery() {
        AcceptedReply reply = sent();
        report(reply, MailKind.DELIVERY_DELAY, DeliveryReason.RECEIVER_UNREACHABLE);
        assertEquals(DeliveryStatus.DELAYED, last().delivery());
        assertEquals(Status.WAITING, fixture.open(fixture.anna, ticket).row().status());
        report(reply, MailKind.DELIVERY_NOTICE, null);
        assertEquals(DeliveryStatus.SENT, last().delivery());
        assertNull(last().deliveryReason());
    }

    @Test
    void aBounceThatIsFasterThanTheWordThatTheMailWasTakenStays() {
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Ja.");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENDING);
        report(reply, MailKind.DELIVERY_FAILURE, null);
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENT);
        assertEquals(DeliveryStatus.UNDELIVERED, last().delivery());
        report(reply, MailKind.DELIVERY_DELAY, null);
        assertEquals(DeliveryStatus.UNDELIVERED, last().delivery());
    }

    @Test
    void noReportIsAboutAReplyThatIsStillHere() {
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Ja.");
        report(reply, MailKind.DELIVERY_FAILURE, null);
        assertEquals(DeliveryStatus.HELD, last().delivery());
    }

    private AcceptedReply sent() {
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Ja.");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENT);
        return reply;
    }

    private void report(AcceptedReply reply, MailKind kind, @Nullable DeliveryReason reason) {
        fixture.reception(at -> {
            at.reported(ticket, reply.message(), kind, reason);
            return true;
        });
    }

    @Test
    void aReplyIsContact() {
        fixture.days(20);
        fixture.reply(fixture.anna, ticket, "Ja.");
        assertEquals(
                LocalDate.of(2026, 6, 20),
                fixture.open(fixture.anna, ticket).row().eraseOn());
    }

    @Test
    void whoWasWrittenToTakesPartFromThenOn() {
        fixture.append(ticket, Mails.rosa().replyTo("sicher@client.example"));
        fixture.reply(fixture.anna, ticket, "Ja.");
        assertEquals(Party.CLIENT, fixture.reception(at -> at.party(ticket, "sicher@client.example")));
    }

    @Test
    void nobodyToWriteToIsSaid() {
        UUID nobody = fixture.ticket(
                Mails.from(new Address(null, "mailer-daemon@client.example")).deliveryReport());
        InvalidInput refused = assertThrows(InvalidInput.class, () -> fixture.reply(fixture.anna, nobody, "An wen?"));
        assertEquals("to", refused.field());
        assertEquals("no-address", refused.reason());
    }

    @Test
    void textAndFileNamesAreChecked() {
        assertEquals(
                "text",
                assertThrows(InvalidInput.class, () -> fixture.reply(fixture.anna, ticket, " \n"))
                        .field());
        NewReply nameless = new NewReply("x", List.of(new AttachmentContent(" ", "text/plain", new byte[1])), 1, null);
        assertEquals(
                "attachments",
                assertThrows(InvalidInput.class, () -> fixture.desk(desk -> desk.reply(fixture.anna, ticket, nameless)))
                        .field());
    }
}
