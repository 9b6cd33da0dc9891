package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.platform.InvalidInput;

/** When a reply goes out, and where its ticket stands then. */
class DepartureIT {

    private static final Instant TOMORROW = KeyStoreFixture.NOON.plus(Duration.ofDays(1));

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

    private AcceptedReply reply(@Nullable Instant notBefore, Status then) {
        var reply = new NewReply(
                Writing.plain("Ja.", List.of()),
                null,
                then,
                fixture.version(ticket),
                new SendingWish(notBefore, ""),
                null);
        return fixture.desk(desk -> desk.reply(fixture.anna, ticket, reply));
    }

    private TicketView view() {
        return fixture.open(fixture.anna, ticket);
    }

    @Test
    void aReplyForLaterIsHeldAndCanBeTakenBackUntilThen() {
        AcceptedReply accepted = reply(TOMORROW, Status.WAITING);
        assertEquals(DeliveryStatus.HELD, accepted.delivery());
        assertEquals(TOMORROW, fixture.outbox.last().notBefore());
        fixture.clock.move(Duration.ofHours(20));
        assertEquals(TOMORROW, view().timeline().get(1).undoUntil());
        Withdrawn withdrawn = fixture.desk(desk -> desk.withdraw(fixture.anna, ticket, accepted.message()));
        assertEquals("Ja.", withdrawn.draft().text());
        assertEquals("Ja.", view().draft().words().text());
        assertEquals(Status.OPEN, view().row().status());
    }

    @Test
    void aTimeWithinTheTimeForUndoingDoesNotShortenIt() {
        reply(KeyStoreFixture.NOON.plusSeconds(1), Status.WAITING);
        assertEquals(KeyStoreFixture.NOON.plusSeconds(15), fixture.outbox.last().notBefore());
    }

    @Test
    void aTimeThatIsOverIsRefused() {
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> reply(KeyStoreFixture.NOON.minusSeconds(1), Status.WAITING));
        assertEquals("notBefore", refused.field());
        assertEquals("time-over", refused.reason());
        assertEquals(1, view().timeline().size());
    }

    @Test
    void aReplyCanCloseItsTicketAndItsUndoingOpensItAgain() {
        AcceptedReply accepted = reply(null, Status.CLOSED);
        assertEquals(Status.CLOSED, view().row().status());
        assertEquals(LocalDate.of(2026, 4, 1), view().row().eraseOn());
        assertEquals("closed", view().timeline().get(2).event());
        fixture.desk(desk -> desk.withdraw(fixture.anna, ticket, accepted.message()));
        assertEquals(Status.OPEN, view().row().status());
    }

    @Test
    void aReplyCanLeaveItsTicketOpenWithNothingDue() {
        reply(null, Status.OPEN);
        assertEquals(Status.OPEN, view().row().status());
        assertNull(view().row().dueAt());
    }

    @Test
    void aReplyThatDidNotGetThereOpensItsClosedTicket() {
        AcceptedReply accepted = reply(null, Status.CLOSED);
        LocalDate closed = view().row().eraseOn();
        fixture.delivered(ticket, accepted.message(), DeliveryStatus.FAILED);
        assertEquals(Status.OPEN, view().row().status());
        assertEquals(closed.plusDays(60), view().row().eraseOn());
    }

    @Test
    void theServicesClockSaysWhen() {
        var summer = new Draft("Ja.", "", null, false, "2026-07-01", "09:30", "", null);
        assertEquals(Instant.parse("2026-07-01T07:30:00Z"), summer.notBefore());
        var winter = new Draft("Ja.", "", null, false, "2026-12-01", "09:30", "", null);
        assertEquals(Instant.parse("2026-12-01T08:30:00Z"), winter.notBefore());
        assertNull(Draft.of("Ja.").notBefore());
        for (Draft wrong : List.of(
                new Draft("", "", null, false, "2026-07-01", "", "", null),
                new Draft("", "", null, false, "", "09:30", "", null),
                new Draft("", "", null, false, "morgen", "09:30", "", null))) {
            assertEquals(
                    "notBefore",
                    assertThrows(InvalidInput.class, () -> wrong.notBefore()).field());
        }
    }
}
