package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.outbox.DeliveryStatus.FAILED;
import static org.obhut.outbox.DeliveryStatus.SENDING;
import static org.obhut.outbox.DeliveryStatus.SENT;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.InvalidInput;

/** From the accepted reply to the row that is gone, on a real PostgreSQL. */
class DispatchIT {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private OutboxFixture fixture;
    private ScriptedSmtp smtp;

    @BeforeEach
    void start() throws Exception {
        fixture = OutboxFixture.empty(folder.resolve("keys"));
        smtp = new ScriptedSmtp();
        fixture.account(smtp.account("none"));
    }

    @AfterEach
    void stop() throws Exception {
        smtp.close();
    }

    @Test
    void aReplyReachesTheClientAndItsRowIsGone() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            fixture.account(new SmtpAccount("localhost", server.getSmtp().getPort(), "none", null, null));
            String id =
                    fixture.outbox.accept(Replies.plain().text("Grüße aus Köln").reply());
            fixture.deliverDue();
            assertTrue(server.waitForIncomingEmail(5000, 1));
            var mail = server.getReceivedMessages()[0];
            assertEquals("mira@client.example", mail.getAllRecipients()[0].toString());
            assertEquals('<' + id + '>', mail.getMessageID());
            assertEquals("Grüße aus Köln", mail.getContent().toString().strip());
            assertFalse(GreenMailUtil.getHeaders(mail).contains("localhost"));
        } finally {
            server.stop();
        }
        assertEquals(sent(false), fixture.changes);
        assertEquals(Optional.empty(), fixture.row("id"));
    }

    @Test
    void acceptingTellsTheDispatcher() {
        fixture.outbox.accept(Replies.plain().reply());
        assertEquals(List.of(new ReplyAccepted(Replies.ITEM)), fixture.accepted);
    }

    @Test
    void aHeldReplyWaitsForTheEndOfItsUndoTime() throws Exception {
        fixture.outbox.accept(
                Replies.plain().notBefore(Replies.NOON.plusSeconds(15)).reply());
        fixture.clock.move(Duration.ofMillis(14_999));
        fixture.deliverDue();
        assertEquals("held", fixture.row("state").orElseThrow());
        assertTrue(smtp.lines().isEmpty());
        fixture.clock.move(Duration.ofMillis(1));
        fixture.deliverDue();
        assertEquals(sent(false), fixture.changes);
        assertTrue(smtp.taken().get(0).contains("Date: Thu, 5 Mar 2026 11:00:15 +0000"));
    }

    @Test
    void aHeldReplyCanBeTakenBackOnce() {
        fixture.outbox.accept(
                Replies.plain().notBefore(Replies.NOON.plusSeconds(15)).reply());
        assertTrue(fixture.outbox.withdraw(Replies.ITEM));
        assertFalse(fixture.outbox.withdraw(Replies.ITEM));
        fixture.clock.move(HOUR);
        fixture.deliverDue();
        assertTrue(smtp.lines().isEmpty());
    }

    @Test
    void aReplyThatHasBeenClaimedCanNotBeTakenBack() {
        fixture.outbox.accept(Replies.plain().reply());
        smtp.before("DATA", () -> assertFalse(fixture.outbox.withdraw(Replies.ITEM)));
        fixture.deliverDue();
        assertFalse(fixture.outbox.withdraw(Replies.ITEM));
        assertEquals(1, smtp.taken().size());
    }

    @Test
    void aReplyThatWasTriedOnceCanNotBeTakenBack() {
        smtp.answer("RCPT", "451 later");
        fixture.outbox.accept(Replies.plain().reply());
        fixture.deliverDue();
        assertFalse(fixture.outbox.withdraw(Replies.ITEM));
    }

    @Test
    void pausesGrowUntilTheServerTakesIt() {
        smtp.answer("RCPT", "451 1", "451 2", "451 3", "451 4", "451 5", "451 6", "451 7", "451 8", "250 ok");
        fixture.outbox.accept(Replies.plain().reply());
        for (String pause : List.of("PT5S", "PT30S", "PT2M", "PT10M", "PT30M", "PT1H", "PT2H", "PT2H")) {
            fixture.deliverDue();
            long attempts = attempts();
            fixture.clock.move(Duration.parse(pause).minusMillis(1));
            fixture.deliverDue();
            assertEquals(attempts, attempts(), "too early, within " + pause);
            fixture.clock.move(Duration.ofMillis(1));
        }
        fixture.deliverDue();
        assertEquals(sent(false), fixture.changes);
        assertEquals(9, attempts());
    }

    @Test
    void anAnswerThatSaysNeverFailsAtOnce() throws Exception {
        smtp.answer("RCPT", "550 no such user");
        fixture.outbox.accept(Replies.plain().reply());
        fixture.deliverDue();
        assertEquals(List.of(DeliveryReason.UNKNOWN_ADDRESS), fixture.reasons);
        assertEquals(List.of(change(SENDING, false), change(FAILED, false)), fixture.changes);
        assertEquals(Optional.empty(), fixture.row("id"));
    }

    @Test
    void whyItWaitsIsTold() {
        smtp.answer("RCPT", "451 4.7.1 greylisted, mira@client.example", "452 4.2.2 full", "250 ok");
        fixture.outbox.accept(Replies.plain().reply());
        for (int attempt = 0; attempt < 3; attempt++) {
            fixture.deliverDue();
            fixture.clock.move(HOUR);
        }
        assertEquals(List.of(DeliveryReason.BUSY, DeliveryReason.MAILBOX_FULL), fixture.reasons);
        assertEquals(sent(false), fixture.changes);
    }

    @Test
    void aReplyIsGivenUpAfterTwoDaysNeitherEarlierNorLater() throws Exception {
        smtp.answer("MAIL", "451 later");
        fixture.outbox.accept(Replies.plain().notBefore(Replies.NOON.plus(HOUR)).reply());
        for (int quarter = 0; quarter < 49 * 4 - 1; quarter++) {
            fixture.clock.move(Duration.ofMinutes(15));
            fixture.deliverDue();
        }
        assertEquals(List.of(SENDING), fixture.statuses(Replies.ITEM));
        fixture.clock.move(Duration.ofMinutes(15));
        fixture.deliverDue();
        assertEquals(List.of(change(SENDING, false), change(FAILED, false)), fixture.changes);
        assertEquals(Optional.empty(), fixture.row("id"));
    }

    @Test
    void aReplyIsNotWantedLaterThanInAWeek() {
        Duration week = Duration.ofDays(7);
        fixture.outbox.accept(Replies.plain().notBefore(Replies.NOON.plus(week)).reply());
        var late = Replies.plain()
                .notBefore(Replies.NOON.plus(week).plusSeconds(1))
                .reply(UUID.randomUUID());
        assertEquals(
                "notBefore",
                assertThrows(InvalidInput.class, () -> fixture.outbox.accept(late))
                        .field());
    }

    @Test
    void aMailboxThatIsNotConfiguredAnyMoreWaits() throws Exception {
        var other = new SenderIdentity("old@obhut.example", null, "x", false, false, false);
        fixture.outbox.accept(Replies.plain().from(other).reply());
        fixture.deliverDue();
        assertEquals("waiting|1", fixture.row("state, attempts").orElseThrow());
    }

    @Test
    void aWaitingReplyIsSealedAgainWhenTheDayChanges() throws Exception {
        fixture.outbox.accept(
                Replies.plain().notBefore(Replies.NOON.plus(Duration.ofDays(6))).reply());
        String first = fixture.row("dispatch_key, encode(sealed, 'hex')").orElseThrow();
        for (int day = 1; day <= 6; day++) {
            fixture.clock.move(Duration.ofDays(1));
            assertTrue(fixture.deliveries().reseal());
            assertFalse(fixture.deliveries().reseal());
            assertEquals(
                    String.valueOf(fixture.secrets.today()),
                    fixture.row("dispatch_key").orElseThrow());
        }
        assertFalse(
                first.equals(fixture.row("dispatch_key, encode(sealed, 'hex')").orElseThrow()));
        fixture.deliverDue();
        assertEquals(sent(false), fixture.changes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReplyWhoseKeyIsGoneFailsAndHoldsUpNoOther(boolean held) throws Exception {
        UUID other = UUID.randomUUID();
        Duration hold = held ? Duration.ofDays(3) : Duration.ZERO;
        fixture.outbox.accept(Replies.plain().notBefore(Replies.NOON.plus(hold)).reply());
        fixture.execute("UPDATE outbox SET sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1)");
        fixture.outbox.accept(Replies.plain().reply(other));
        if (held) {
            fixture.clock.move(Duration.ofDays(1));
        }
        while (fixture.deliveries().reseal()) {
            fixture.deliverDue();
        }
        fixture.deliverDue();
        assertEquals(List.of(SENDING, FAILED), fixture.statuses(Replies.ITEM));
        assertEquals(List.of(SENDING, SENT), fixture.statuses(other));
    }

    @Test
    void nothingOfTheReplyIsReadableInTheRow() throws Exception {
        fixture.outbox.accept(Replies.plain()
                .text("Kanarienvogel")
                .file("Zeisig.txt", "text/plain", "Stieglitz".getBytes(StandardCharsets.UTF_8))
                .answering("Gimpel@client.example")
                .reply());
        String row = fixture.row("to_jsonb(outbox) #>> '{}', encode(sealed, 'escape')")
                .orElseThrow();
        assertTrue(row.contains(Replies.MAILBOX), "the row was read");
        for (String word : List.of("Kanarienvogel", "Zeisig", "U3RpZWdsaXR6", "Gimpel", "mira", "Nachricht")) {
            assertFalse(row.contains(word), word);
        }
    }

    private long attempts() {
        return smtp.lines().stream().filter(line -> line.startsWith("RCPT")).count();
    }

    private static List<DeliveryChanged> sent(boolean perhapsTwice) {
        return List.of(change(SENDING, false), change(SENT, perhapsTwice));
    }

    private static DeliveryChanged change(DeliveryStatus status, boolean perhapsTwice) {
        return new DeliveryChanged(Replies.TICKET, Replies.ITEM, status, null, perhapsTwice);
    }
}
