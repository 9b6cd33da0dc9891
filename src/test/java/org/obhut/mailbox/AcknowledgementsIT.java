package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.DispatchKeyReplaced;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.DatabaseRefused;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/** Who is told at once that a mail has come, on a real database with real keys. The clock stands at noon on Monday, 2 March 2026. */
class AcknowledgementsIT extends AcknowledgementCase {

    private static final String GERMAN =
            "Ihre Nachricht ist angekommen.\nSie bekommen so bald wie möglich eine Antwort.\n";

    @Test
    void aFirstMailIsAcknowledgedInItsTicketAndChangesNothingElse() {
        fixture.take(mail(""));
        assertEquals(1, sent().size());
        OutgoingMessage word = sent().get(0);
        assertTrue(word.automatic());
        assertEquals("mira@client.example", word.to());
        assertEquals("de", word.language());
        assertEquals(GERMAN, word.letter().text());
        assertNull(word.letter().subject());
        assertFalse(word.letter().html());
        assertEquals(List.of(), word.letter().files());
        assertEquals("1@client.example", word.inReplyTo());
        assertEquals(List.of("1@client.example"), word.references());
        assertTrue(word.token().matches("[a-z2-7]{26}"));

        TicketView ticket =
                fixture.desk.open(fixture.desk.anna, fixture.tickets().get(0).id());
        assertEquals(Status.OPEN, ticket.row().status());
        assertEquals(1, ticket.row().messageCount());
        assertEquals("2026-03-04T12:00:00Z", ticket.row().dueAt().toString());
        TimelineEntry entry = ticket.timeline().get(1);
        assertEquals(word.item(), entry.id());
        assertEquals(TimelineEntry.Direction.OUT, entry.direction());
        assertEquals(MailKind.AUTOMATIC_REPLY, entry.mailKind());
        assertNull(entry.author());
        assertEquals(DeliveryStatus.SENDING, entry.delivery());
        assertEquals(GERMAN, entry.text());
        assertEquals("mira@client.example", entry.to());
        assertEquals(new AcknowledgementRows.Counts(1, 0), fixture.acknowledged.counts(IntakeFixture.ADDRESS));
    }

    @Test
    void itIsInTheClientsLanguageAndSaysWhereNobodyIsThere() {
        fixture.desk.clock.move(Duration.ofHours(10));
        fixture.take(mail("", "Bună ziua, am o întrebare. Vă rog să-mi spuneți ce acte îmi trebuie. Mulțumesc!"));
        assertEquals("ro", sent().get(0).language());
        assertEquals(
                "Mesajul dumneavoastră a ajuns.\nMomentan nu este nimeni aici. Veți primi un răspuns de îndată ce revine cineva.\n",
                sent().get(0).letter().text());
    }

    @Test
    void itGoesWhereAnAnswerWouldGoAndWhoAnswersFromThereTakesPart() {
        fixture.take(mail("Reply-To: sicher@client.example\r\n"));
        assertEquals("sicher@client.example", sent().get(0).to());
        fixture.take(mail("From: sicher@client.example\r\nIn-Reply-To: <out-1@obhut.example>\r\n"));
        assertEquals(1, fixture.tickets().size());
        assertEquals(2, fixture.tickets().get(0).messageCount());
        assertEquals(1, sent().size());
    }

    @Test
    void aSecondMailOfTheConversationIsNotAcknowledged() {
        fixture.take(mail(""));
        fixture.take(mail("In-Reply-To: <1@client.example>\r\n"));
        fixture.take(mail("In-Reply-To: <out-1@obhut.example>\r\n"));
        assertEquals(1, fixture.tickets().size());
        assertEquals(1, sent().size());
    }

    @Test
    void anAnswerOfAMachineToItReopensNothingAndIsNotAcknowledged() {
        fixture.take(mail(""));
        UUID ticket = fixture.tickets().get(0).id();
        fixture.take(mail("Auto-Submitted: auto-replied\r\nIn-Reply-To: <out-1@obhut.example>\r\n"));
        fixture.take(mail("From: other@client.example\r\nAuto-Submitted: auto-replied\r\n"));
        assertEquals(1, sent().size());
        TicketView view = fixture.desk.open(fixture.desk.anna, ticket);
        assertEquals(MailKind.AUTOMATIC_REPLY, view.timeline().get(2).mailKind());
    }

    @Test
    void aBounceOfItMarksItUndelivered() {
        fixture.take(mail(""));
        String report = "From: MAILER-DAEMON@client.example\r\nTo: " + IntakeFixture.ADDRESS
                + "\r\nSubject: Undelivered\r\nMessage-ID: <b@client.example>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nSorry.\r\n--x\r\n"
                + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; client.example\r\n\r\n"
                + "Final-Recipient: rfc822; mira@client.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x\r\n"
                + "Content-Type: message/rfc822-headers\r\n\r\nMessage-ID: <out-1@obhut.example>\r\n\r\n--x--\r\n";
        fixture.take(report);
        TicketView view =
                fixture.desk.open(fixture.desk.anna, fixture.tickets().get(0).id());
        assertEquals(DeliveryStatus.UNDELIVERED, view.timeline().get(1).delivery());
        assertEquals(1, fixture.tickets().size());
        assertEquals(1, sent().size());
    }

    @Test
    void aMailboxSendsSoManyAnHourAndCountsWhatItWithholds() {
        fixture.close();
        start("2");
        for (String client : List.of("a", "b", "c", "d")) {
            fixture.take(mail("From: " + client + "@client.example\r\n"));
        }
        assertEquals(4, fixture.tickets().size());
        assertEquals(2, sent().size());
        assertEquals(new AcknowledgementRows.Counts(2, 2), fixture.acknowledged.counts(IntakeFixture.ADDRESS));
        fixture.desk.clock.move(Duration.ofHours(1));
        fixture.take(mail("From: c@client.example\r\n"));
        assertEquals(3, sent().size());
        fixture.desk.clock.move(Duration.ofHours(24));
        assertEquals(new AcknowledgementRows.Counts(0, 0), fixture.acknowledged.counts(IntakeFixture.ADDRESS));
    }

    @Test
    void whatIsNotCommittedIsNotCountedAndComesWithTheMailThatIs() {
        fixture.poison = new DatabaseRefused(new SQLException("down", "08006"));
        String mail = mail("");
        assertThrows(DatabaseRefused.class, () -> fixture.take(fixture.place(3), mail));
        assertEquals(0, stored());
        fixture.poison = null;
        fixture.desk.sent().clear();
        fixture.take(fixture.place(3), mail);
        assertEquals(1, sent().size());
        assertEquals(1, stored());
        fixture.take(fixture.place(4), mail);
        assertEquals(1, sent().size(), "the same mail delivered again");
    }

    @Test
    void aMailThatWasHeldBackIsNotAcknowledgedDaysLater() {
        fixture.poison = new IllegalStateException("poison");
        fixture.take(mail(""));
        fixture.desk.sent().clear();
        fixture.poison = null;
        UUID quarantined = fixture.quarantine.list(fixture.lead()).get(0).id();
        assertTrue(fixture.quarantine.tryAgain(fixture.lead(), quarantined).isPresent());
        assertEquals(List.of(), sent());
    }

    @Test
    void addressesAreHashesUnderTheDaysKeyAndGoWithTheDay() {
        fixture.take(mail(""));
        String row = fixture.desk
                .statements
                .list(
                        "SELECT dispatch_key || ' ' || encode(value, 'hex') FROM acknowledged",
                        found -> found.getString(1))
                .get(0);
        assertTrue(row.matches("20514 [0-9a-f]{32}"), row);
        fixture.acknowledged.forget(new DispatchKeyReplaced(20514));
        assertEquals(1, stored());
        fixture.acknowledged.forget(new DispatchKeyReplaced(20515));
        assertEquals(0, stored());
        fixture.desk.clock.move(Duration.ofDays(3));
        fixture.acknowledged.forget(new DispatchKeyReplaced(20517));
        assertEquals(0, count("acknowledgement_count"));
    }

    private long stored() {
        return count("acknowledged");
    }

    private long count(String table) {
        return fixture.desk
                .statements
                .list("SELECT count(*) FROM " + table, row -> row.getLong(1))
                .get(0);
    }
}
