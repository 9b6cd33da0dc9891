package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.platform.InvalidInput;

/** What counsellors say of a case, and what follows from it for mail. It is a Monday, 13 o'clock in Berlin. */
class DescribingIT {

    private static final ContactHours MORNINGS = ContactHours.daily(LocalTime.of(9, 0), LocalTime.of(12, 0));
    private static final Instant TOMORROW_NINE = Instant.parse("2026-03-03T08:00:00Z");

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

    private TicketView view() {
        return fixture.open(fixture.anna, ticket);
    }

    private TimelineEntry last() {
        List<TimelineEntry> timeline = view().timeline();
        return timeline.get(timeline.size() - 1);
    }

    private void describe(UnaryOperator<Description> change) {
        fixture.describing(at -> at.describe(fixture.anna, ticket, change, fixture.version(ticket)));
    }

    private void hints(SafeContact hints) {
        fixture.describing(at -> at.safeContact(fixture.anna, ticket, hints, fixture.version(ticket)));
    }

    private void urgent(boolean urgent) {
        fixture.describing(at -> at.urgent(fixture.anna, ticket, urgent, fixture.version(ticket)));
    }

    private AcceptedReply reply(SendingWish wish) {
        var reply = new NewReply(
                Writing.plain("Hallo", List.of()), null, Status.WAITING, fixture.version(ticket), wish, null);
        return fixture.desk(desk -> desk.reply(fixture.anna, ticket, reply));
    }

    private void waits() {
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.WAITING, fixture.version(ticket)));
    }

    @Test
    void topicsRegionAndLanguageAreSaidAndSeenByColleagues() {
        describe(now ->
                now.topics(List.of("housing", "tax", "tax")).region("koeln").language("ro"));
        TicketView view = fixture.open(fixture.bela, ticket);
        assertEquals(List.of("tax", "housing"), view.particulars().topics());
        assertEquals("koeln", view.particulars().region());
        assertEquals("ro", view.row().language());
        assertEquals("language", last().event());
        long before = fixture.version(ticket);
        describe(now -> now);
        assertEquals(before, fixture.version(ticket));
    }

    @Test
    void unknownValuesAreRefusedAndChangeNothing() {
        for (UnaryOperator<Description> wrong : List.<UnaryOperator<Description>>of(
                now -> now.topics(List.of("tax", "weather")),
                now -> now.region("paris"),
                now -> now.topics(List.of("tax")).language("klingon"))) {
            assertThrows(InvalidInput.class, () -> describe(wrong));
            assertEquals(Particulars.NONE, view().particulars());
        }
        assertThrows(
                TicketChanged.class, () -> fixture.describing(at -> at.describe(fixture.anna, ticket, now -> now, 99)));
        assertThrows(
                TicketNotFound.class, () -> fixture.describing(at -> at.describe(fixture.ion, ticket, now -> now, 1)));
    }

    @Test
    void aReplyWaitsForTheHoursInWhichTheClientMayBeWrittenTo() {
        hints(new SafeContact(false, null, MORNINGS, "", ""));
        AcceptedReply accepted = reply(SendingWish.NONE);
        assertEquals(DeliveryStatus.HELD, accepted.delivery());
        assertEquals(TOMORROW_NINE, fixture.outbox.last().notBefore());
        assertEquals(TOMORROW_NINE.plusSeconds(3 * 3600), fixture.outbox.last().notAfter());
        reply(new SendingWish(Instant.parse("2026-03-04T20:00:00Z"), ""));
        assertEquals(
                Instant.parse("2026-03-05T08:00:00Z"), fixture.outbox.last().notBefore());
    }

    @Test
    void doNotWriteStopsAReplyUnlessSomeoneSaysWhy() {
        hints(new SafeContact(true, null, null, "", ""));
        InvalidInput refused = assertThrows(InvalidInput.class, () -> reply(SendingWish.NONE));
        assertEquals("despite", refused.field());
        assertTrue(fixture.sent().isEmpty());
        reply(new SendingWish(null, "Sie hat eben angerufen"));
        assertEquals(1, fixture.sent().size());
        TimelineEntry event = view().timeline().stream()
                .filter(entry -> "written-despite".equals(entry.event()))
                .findFirst()
                .orElseThrow();
        assertEquals("Sie hat eben angerufen", event.attributes().get("note"));
    }

    @Test
    void onlyThisAddressRefusesEveryOther() {
        hints(new SafeContact(false, "sicher@client.example", null, "", ""));
        assertEquals(
                "only-this-address",
                assertThrows(InvalidInput.class, () -> reply(SendingWish.NONE)).reason());
        NewForward forward = new NewForward(
                "centre@x.example",
                "de",
                Writing.plain("Bitte übernehmen", List.of()),
                List.of(),
                List.of(),
                false,
                new Consent(Consent.How.PHONE, LocalDate.of(2026, 3, 1), ""),
                fixture.version(ticket),
                null);
        assertEquals(
                "only-this-address",
                assertThrows(
                                InvalidInput.class,
                                () -> fixture.writing(desk -> desk.forward(fixture.anna, ticket, forward)))
                        .reason());
        assertTrue(fixture.sent().isEmpty());
        fixture.writing(desk -> desk.clientAddress(
                fixture.anna, ticket, "neu@client.example", Optional.empty(), fixture.version(ticket)));
        assertEquals("neu@client.example", view().particulars().safeContact().onlyTo());
        reply(SendingWish.NONE);
        assertEquals("neu@client.example", fixture.outbox.last().to());
    }

    @Test
    void newHintsStopWhatWaitsInTheOutbox() {
        AcceptedReply first = reply(SendingWish.NONE);
        hints(new SafeContact(true, null, null, "", ""));
        TimelineEntry stopped = view().timeline().stream()
                .filter(entry -> entry.id().equals(first.message()))
                .findFirst()
                .orElseThrow();
        assertEquals(DeliveryStatus.FAILED, stopped.delivery());
        assertEquals(DeliveryReason.UNSAFE_NOW, stopped.deliveryReason());
        assertFalse(fixture.outbox.withdraw(first.message()));
        assertEquals(Status.OPEN, view().row().status());
        assertThrows(
                InvalidInput.class, () -> fixture.desk(desk -> desk.sendAgain(fixture.anna, ticket, first.message())));
        // What was written despite that hint is not stopped by another change.
        AcceptedReply despite = reply(new SendingWish(null, "abgesprochen"));
        hints(new SafeContact(true, null, null, "", "nur kurz"));
        assertTrue(fixture.outbox.withdraw(despite.message()));
    }

    @Test
    void otherHoursStopWhatWaitsForTheOldOnes() {
        hints(new SafeContact(false, null, MORNINGS, "", ""));
        AcceptedReply held = reply(SendingWish.NONE);
        hints(new SafeContact(false, null, MORNINGS, "", "leise"));
        assertTrue(fixture.outbox.held.contains(held.message()));
        hints(new SafeContact(false, null, ContactHours.daily(LocalTime.of(20, 0), LocalTime.of(22, 0)), "", "leise"));
        assertFalse(fixture.outbox.held.contains(held.message()));
    }

    @Test
    void tooLongHintsAreRefused() {
        assertThrows(InvalidInput.class, () -> hints(new SafeContact(false, null, null, "x".repeat(301), "")));
        assertThrows(InvalidInput.class, () -> hints(new SafeContact(false, "nobody", null, "", "")));
        assertTrue(view().particulars().safeContact().isEmpty());
    }

    @Test
    void anUrgentTicketIsOpenDueSoonAndToldToTheLeads() {
        waits();
        int before = fixture.waiting.size();
        urgent(true);
        TicketRow row = view().row();
        assertTrue(row.urgent());
        assertEquals(Status.OPEN, row.status());
        assertEquals(KeyStoreFixture.NOON.plusSeconds(2 * 3600), row.dueAt());
        assertEquals("urgent", last().event());
        assertEquals(before + 1, fixture.waiting.size());
        assertTrue(fixture.waiting.get(before).urgent());
        reply(SendingWish.NONE);
        assertTrue(view().row().urgent());
        assertNull(view().row().dueAt());
        fixture.append(ticket, Mails.rosa().id("a2@client.example"));
        assertEquals(KeyStoreFixture.NOON.plusSeconds(2 * 3600), view().row().dueAt());
        urgent(false);
        assertFalse(view().row().urgent());
        assertEquals("not-urgent", last().event());
        assertTrue(Objects.requireNonNull(view().row().dueAt()).isAfter(KeyStoreFixture.NOON.plusSeconds(2 * 3600)));
    }

    @Test
    void takingAReplyBackMakesItDueAgain() {
        urgent(true);
        AcceptedReply held = reply(SendingWish.NONE);
        fixture.desk(desk -> desk.withdraw(fixture.anna, ticket, held.message()));
        assertEquals(KeyStoreFixture.NOON.plusSeconds(2 * 3600), view().row().dueAt());
    }

    @Test
    void wordsOfDangerProposeThatATicketIsUrgentUntilSomeoneSaysNo() {
        UUID cry = fixture.ticket(
                Mails.rosa().text("Mă bate și nu mă lasă să plec").id("b1@client.example"));
        assertTrue(fixture.waiting.get(fixture.waiting.size() - 1).urgent());
        TicketView view = fixture.open(fixture.leyla, cry);
        assertTrue(view.row().urgent());
        assertTrue(Objects.requireNonNull(view.particulars().urgency()).proposed());
        assertEquals(KeyStoreFixture.NOON.plusSeconds(2 * 3600), view.row().dueAt());
        fixture.describing(at -> at.urgent(fixture.leyla, cry, true, fixture.version(cry)));
        assertFalse(Objects.requireNonNull(
                        fixture.open(fixture.leyla, cry).particulars().urgency())
                .proposed());
        fixture.describing(at -> at.urgent(fixture.leyla, cry, false, fixture.version(cry)));
        assertNull(fixture.open(fixture.leyla, cry).particulars().urgency());
        fixture.append(cry, Mails.rosa().text("Vreau să mor").id("b2@client.example"));
        assertTrue(Objects.requireNonNull(
                        fixture.open(fixture.leyla, cry).particulars().urgency())
                .proposed());
    }

    @Test
    void neitherMachinesNorSpamNorQuotesAreUrgent() {
        fixture.append(ticket, Mails.rosa().text("Das ist ein Notfall").autoReply());
        assertFalse(view().row().urgent());
        UUID spam = fixture.reception(at -> at.open(
                fixture.teams().readers(fixture.team),
                DeskFixture.MAILBOX,
                Mails.rosa().text("Das ist ein Notfall").mail(),
                Optional.empty(),
                Party.CLIENT,
                null,
                true));
        assertFalse(fixture.open(fixture.anna, spam).row().urgent());
        assertThrows(
                InvalidInput.class,
                () -> fixture.describing(at -> at.urgent(fixture.anna, spam, true, fixture.version(spam))));
    }

    @Test
    void closingEndsUrgency() {
        urgent(true);
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, fixture.version(ticket)));
        assertFalse(view().row().urgent());
        assertNull(view().particulars().urgency());
        assertNotNull(view().row().eraseOn());
    }
}
