package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.platform.DatabaseRefused;
import org.obhut.ticket.TicketRow;

/** Mails on their way from bytes into tickets, on a real database. */
class IntakeIT {

    @TempDir
    Path keys;

    private IntakeFixture fixture;

    @BeforeEach
    void start() {
        fixture = new IntakeFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String mail(String from, String id, String subject, String... fields) {
        return "From: " + from + "\r\nTo: " + IntakeFixture.ADDRESS + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + id + ">\r\n" + String.join("", fields) + "\r\nGuten Tag, ich habe eine Frage.\r\n";
    }

    private static String mira(String id) {
        return mail("Mira <mira@client.example>", id, "Frage zur Anmeldung");
    }

    @Test
    void aMailIsStoredCountedAndMayThenBeRemoved() {
        fixture.take(mira("1@client.example"));
        TicketRow ticket = fixture.tickets().get(0);
        assertEquals("Frage zur Anmeldung", ticket.subject());
        assertEquals("mira@client.example", ticket.from().address());
        assertEquals("de", ticket.language());
        assertEquals(new MailboxRows.Counts(1, 1, 0, 0), fixture.counts());
        UUID mailbox = fixture.connected().mailbox();
        assertEquals(List.of(1L), fixture.intake.due(mailbox, IntakeFixture.VALIDITY));
        assertEquals(Set.of(1L), fixture.intake.known(mailbox, IntakeFixture.VALIDITY));
        fixture.intake.gone(mailbox, IntakeFixture.VALIDITY, Set.of(1L));
        assertEquals(Set.of(), fixture.intake.known(mailbox, IntakeFixture.VALIDITY));
    }

    @Test
    void aSecondCopyIsCountedAndStoredNoSecondTime() {
        fixture.take(mira("1@client.example"));
        fixture.take("Received: by another way\r\n" + mira("1@client.example"));
        assertEquals(1, fixture.tickets().size());
        assertEquals(1, fixture.tickets().get(0).messageCount());
        assertEquals(new MailboxRows.Counts(2, 1, 1, 0), fixture.counts());
        assertEquals(List.of(1L, 2L), fixture.intake.due(fixture.connected().mailbox(), IntakeFixture.VALIDITY));
    }

    @Test
    void theSameUidIsTakenOnce() {
        fixture.take(fixture.place(9), mira("1@client.example"));
        fixture.take(fixture.place(9), mira("1@client.example"));
        assertEquals(new MailboxRows.Counts(1, 1, 0, 0), fixture.counts());
    }

    @Test
    void anAnswerToAKnownMessageOfAParticipantJoinsItsTicket() {
        fixture.take(mira("1@client.example"));
        fixture.take(mail("mira@client.example", "2@client.example", "Nachtrag", "References: <1@client.example>\r\n"));
        assertEquals(1, fixture.tickets().size());
        assertEquals(2, fixture.tickets().get(0).messageCount());
    }

    @Test
    void anotherSenderWithTheReferenceGetsATicketOfTheirOwn() {
        fixture.take(mira("1@client.example"));
        UUID first = fixture.tickets().get(0).id();
        fixture.take(mail("who@client.example", "2@client.example", "Nachtrag", "In-Reply-To: <1@client.example>\r\n"));
        assertEquals(2, fixture.tickets().size());
        UUID second = fixture.tickets().get(0).id();
        assertEquals(first, fixture.desk.open(fixture.desk.anna, second).mayBelongTo());
    }

    @Test
    void aWebFormNeverTakesPart() {
        fixture.take(mail(
                "Portal <portal@cara.example>",
                "1@cara.example",
                "Kontakt",
                "Reply-To: Mira <mira@client.example>\r\n"));
        TicketRow first = fixture.tickets().get(0);
        assertEquals("mira@client.example", first.from().address());
        fixture.take(mail(
                "Portal <portal@cara.example>",
                "2@cara.example",
                "Kontakt",
                "Reply-To: ana@client.example\r\nReferences: <1@cara.example>\r\n"));
        assertEquals(2, fixture.tickets().size());
    }

    @Test
    void aFormThatNamesAnAddressOpensItsOwnTicketEvenWhereThatAddressHasOne() {
        fixture.take(mira("1@client.example"));
        UUID first = fixture.tickets().get(0).id();
        fixture.take(mail(
                "Portal <portal@cara.example>",
                "1@cara.example",
                "Kontakt",
                "Auto-Submitted: auto-generated\r\nPrecedence: bulk\r\nReply-To: mira@client.example\r\n"));
        assertEquals(2, fixture.tickets().size());
        UUID second = fixture.tickets().get(0).id();
        assertEquals(null, fixture.desk.open(fixture.desk.anna, second).mayBelongTo());
        fixture.take(mail(
                "Portal <portal@cara.example>",
                "2@cara.example",
                "Kontakt",
                "Reply-To: mira@client.example\r\nReferences: <1@client.example>\r\n"));
        UUID third = fixture.tickets().get(0).id();
        assertEquals(3, fixture.tickets().size());
        assertEquals(first, fixture.desk.open(fixture.desk.anna, third).mayBelongTo());
    }

    @Test
    void aMailThatFailsWhileItIsStoredLeavesNoHalfTicket() {
        fixture.poison = new IllegalStateException("poison");
        fixture.take(mira("1@client.example"));
        assertEquals(List.of(), fixture.tickets());
        assertEquals(new MailboxRows.Counts(1, 0, 0, 1), fixture.counts());
        Quarantine.Entry entry = fixture.quarantine.list(fixture.lead()).get(0);
        assertEquals("failed", entry.reason());
        assertEquals(Optional.empty(), fixture.quarantine.tryAgain(fixture.lead(), entry.id()));
        fixture.poison = null;
        UUID ticket = fixture.quarantine.tryAgain(fixture.lead(), entry.id()).orElseThrow();
        assertEquals(ticket, fixture.tickets().get(0).id());
        assertEquals(0, fixture.quarantine.count(fixture.lead()));
        fixture.take(mira("1@client.example"));
        assertEquals(1, fixture.counts().duplicates());
    }

    @Test
    void inAnOutageNothingIsQuarantinedAndTheMailStaysToBeTaken() {
        fixture.poison = new DatabaseRefused(new SQLException("down", "08006"));
        assertThrows(DatabaseRefused.class, () -> fixture.take(fixture.place(3), mira("1@client.example")));
        assertEquals(new MailboxRows.Counts(0, 0, 0, 0), fixture.counts());
        assertEquals(Set.of(), fixture.intake.known(fixture.connected().mailbox(), IntakeFixture.VALIDITY));
        fixture.poison = null;
        fixture.take(fixture.place(3), mira("1@client.example"));
        assertEquals(1, fixture.tickets().size());
    }

    @Test
    void aMailIsKnownAgainForThirtyDaysAfterItIsGone() {
        fixture.take(mira("1@client.example"));
        fixture.intake.gone(fixture.connected().mailbox(), IntakeFixture.VALIDITY, Set.of(1L));
        for (int day = 0; day < 30; day++) {
            fixture.day();
        }
        fixture.take(mira("1@client.example"));
        assertEquals(1, fixture.counts().duplicates());
        fixture.day();
        fixture.take(mira("1@client.example"));
        assertEquals(1, fixture.counts().duplicates());
        assertEquals(2, fixture.counts().stored());
    }

    @Test
    void underANewUidValidityMailsThatStayedAreDuplicates() {
        fixture.take(mira("1@client.example"));
        Standing standing = fixture.intake.connected(fixture.account, 8, 1, 1);
        assertEquals(Set.of(), fixture.intake.known(standing.mailbox(), 8));
        fixture.take(new Place(standing.mailbox(), 8, 1), mira("1@client.example"));
        assertEquals(new MailboxRows.Counts(2, 1, 1, 0), fixture.counts());
        assertEquals(List.of(1L), fixture.intake.due(standing.mailbox(), 8));
    }

    @Test
    void anEmptyMailboxNeedsNoChoice() {
        assertFalse(fixture.connected().waiting());
        assertEquals(0, fixture.connected().leftAlone());
    }

    @Test
    void aFullMailboxWaitsForOneChoice() {
        Standing standing = fixture.intake.connected(fixture.account, 1, 41, 12);
        assertTrue(standing.waiting());
        assertEquals(12, standing.found());
        assertTrue(fixture.rows.choose(IntakeFixture.ADDRESS, new FirstContact.OnlyNew()));
        assertFalse(fixture.rows.choose(IntakeFixture.ADDRESS, new FirstContact.All()));
        assertEquals(41, fixture.intake.connected(fixture.account, 1, 50, 3).leftAlone());
    }

    @Test
    void onlyNewBecomesSinceTheFirstDayWhereUidsMeanNothingAnyMore() {
        fixture.intake.connected(fixture.account, 1, 41, 12);
        fixture.rows.choose(IntakeFixture.ADDRESS, new FirstContact.OnlyNew());
        fixture.desk.clock.move(Duration.ofDays(1));
        Standing standing = fixture.intake.connected(fixture.account, 2, 5, 5);
        assertEquals(0, standing.leftAlone());
        assertEquals(LocalDate.of(2026, 3, 2), standing.since());
    }

    @Test
    void theSettingsMayAnswerTheChoice() {
        fixture.close();
        fixture = new IntakeFixture(keys, settings -> settings.set("first-contact", "2026-01-31"));
        assertEquals(
                LocalDate.of(2026, 1, 31),
                fixture.intake.connected(fixture.account, 1, 41, 12).since());
    }

    @Test
    void aStoredMailStaysOnItsServerForTheSetHours() {
        fixture.close();
        fixture = new IntakeFixture(keys, settings -> settings.set("expunge-after", "5"));
        fixture.desk.clock.move(Duration.ofMinutes(10));
        fixture.take(mira("1@client.example"));
        UUID mailbox = fixture.connected().mailbox();
        assertEquals(List.of(), fixture.intake.due(mailbox, IntakeFixture.VALIDITY));
        fixture.desk.clock.move(Duration.ofMinutes(349));
        assertEquals(List.of(), fixture.intake.due(mailbox, IntakeFixture.VALIDITY));
        fixture.desk.clock.move(Duration.ofMinutes(1));
        assertEquals(List.of(1L), fixture.intake.due(mailbox, IntakeFixture.VALIDITY));
    }
}
