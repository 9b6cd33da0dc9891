package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.ErasureFixture.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Status;

/** On what day files end: tickets, spam and quarantined mails, and none where the clock is in doubt. */
class ErasureDayIT {

    @TempDir
    Path keys;

    private ErasureFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ErasureFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aTicketEndsNinetyDaysAfterTheLastContact() {
        UUID ticket = fixture.ticket();
        fixture.days(89);
        assertTrue(fixture.isThere(ticket));
        assertFalse(fixture.erased.contains(ticket));
        fixture.days(1);
        assertFalse(fixture.isThere(ticket));
        assertTrue(fixture.erased.contains(ticket), "a restore has to know");
        assertEquals(1, fixture.rows("SELECT sum(number) FROM audit_line WHERE act = 'TICKETS_ERASED'"));
        assertEquals(0, fixture.rows("SELECT count(*) FROM audit_line WHERE subject IS NOT NULL OR actor IS NOT NULL"));
    }

    @Test
    void aClosedTicketEndsAfterThirtyDays() {
        UUID ticket = fixture.ticket();
        var desk = fixture.desk;
        long version = desk.open(desk.anna, ticket).row().version();
        desk.transactions.run(() -> desk.desk().status(desk.anna, ticket, Status.CLOSED, version));
        fixture.days(29);
        assertTrue(fixture.isThere(ticket));
        fixture.days(1);
        assertFalse(fixture.isThere(ticket));
    }

    @Test
    void spamEndsAfterFourteenDays() {
        fixture.intake.take(mail("1", "Gewinn", "X-Spam-Flag: YES\r\n"));
        UUID spam = fixture.desk.list(fixture.desk.anna, Folder.SPAM).get(0).id();
        fixture.days(13);
        assertTrue(fixture.isThere(spam));
        fixture.days(1);
        assertFalse(fixture.isThere(spam));
    }

    @Test
    void aQuarantinedMailEndsAfterThirtyDays() {
        fixture.intake.take("");
        UUID mail = fixture.intake.quarantine.list(fixture.intake.lead()).get(0).id();
        fixture.days(29);
        assertEquals(1, fixture.intake.quarantine.count(fixture.intake.lead()));
        fixture.days(1);
        assertEquals(0, fixture.intake.quarantine.count(fixture.intake.lead()));
        assertEquals(List.of(), fixture.holding(Set.of(mail)));
        assertTrue(fixture.erased.contains(mail));
    }

    @Test
    void aQuarantinedMailThatBecameATicketDoesNotComeBackEither() {
        fixture.intake.take("");
        UUID mail = fixture.intake.quarantine.list(fixture.intake.lead()).get(0).id();
        fixture.intake.quarantine.makeTicket(fixture.intake.lead(), mail);
        assertTrue(fixture.erased.contains(mail));
        assertEquals(1, fixture.intake.tickets().size());
    }

    @Test
    void nothingIsErasedWhereTheClockJumps() {
        UUID ticket = fixture.ticket();
        fixture.desk.clock.move(Duration.ofDays(91));
        fixture.erasure.run();
        assertTrue(fixture.isThere(ticket));
    }
}
