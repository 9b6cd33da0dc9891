package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.ErasureFixture.mail;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.retention.Kind;

/** What is left of an erased ticket: nothing but that its mails were here. */
class ErasureTraceIT {

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
    void nothingNamesAnErasedTicketOrItsEntries() throws Exception {
        UUID ticket = fixture.fullTicket();
        UUID other = fixture.another();
        Set<UUID> ids = fixture.ids(ticket);
        assertTrue(ids.size() > 6, "ticket, four entries, two files, a draft");
        Set<String> before = new HashSet<>(fixture.holding(ids));
        assertTrue(
                before.containsAll(Set.of(
                        "ticket.id",
                        "ticket_item.ticket_id",
                        "attachment_segment.attachment_id",
                        "draft.item_id",
                        "read_mark.ticket_id",
                        "co_reader.ticket_id",
                        "seal.file",
                        "lookup.file",
                        "lookup.item")),
                before::toString);

        assertTrue(fixture.erasure.now(Kind.TICKET, ticket, () -> {}));

        assertEquals(List.of(), fixture.holding(ids));
        assertTrue(fixture.isThere(other));
        assertEquals(1, fixture.intake.tickets().size());
        assertEquals(
                "Andere Frage",
                fixture.desk.open(fixture.desk.anna, other).row().subject());
        assertFalse(fixture.erasure.now(Kind.TICKET, ticket, () -> {}), "gone is gone");
    }

    @Test
    void theIdentityOfAMailOutlivesItsTicket() {
        UUID ticket = fixture.ticket();
        fixture.erasure.now(Kind.TICKET, ticket, () -> {});
        fixture.intake.take(mail("1", "Frage"));
        assertEquals(List.of(), fixture.intake.tickets(), "the same mail once more is a copy");
        assertEquals(1, fixture.intake.counts().duplicates());
    }

    @Test
    void anAnswerToAnErasedTicketOpensANewOne() {
        UUID ticket = fixture.ticket();
        fixture.erasure.now(Kind.TICKET, ticket, () -> {});
        fixture.intake.take(mail("2", "Nachtrag", "In-Reply-To: <1@client.example>\r\n"));
        assertEquals("Nachtrag", fixture.intake.tickets().get(0).subject());
        assertEquals(0, fixture.intake.counts().quarantined());
    }

    @Test
    void whatWasErasedAndIsHereAgainIsErasedAgain() {
        UUID ticket = fixture.fullTicket();
        UUID other = fixture.another();
        Set<UUID> ids = fixture.ids(ticket);
        fixture.erased.note(ticket);
        assertEquals(1, fixture.erasure.replay());
        assertEquals(List.of(), fixture.holding(ids));
        assertTrue(fixture.isThere(other));
        assertEquals(0, fixture.erasure.replay());
    }
}
