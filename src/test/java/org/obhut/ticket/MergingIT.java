package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.envelope.ErasedFiles;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.FileHeld;
import org.obhut.ticket.Merging.Wish;
import org.obhut.ticket.ReadingRights.Reason;

/** One ticket goes into another: what it holds, what finds it, who reads it and when it ends; all of it or nothing. */
class MergingIT extends TwoTickets {

    @Test
    void allOfOneIsInTheOtherAndTheOneIsGone() {
        byte[] large = new byte[20 << 20];
        fixture.random.nextBytes(large);
        fixture.append(second, Mails.rosa().text("Mit Datei").file("Ausweis.jpg", "image/jpeg", large));
        fixture.desk(desk -> desk.note(fixture.bela, second, "Wirkt unsicher", Optional.empty()));
        fixture.desk(desk -> desk.addCall(fixture.bela, second, Callers.call(fixture.random)));
        fixture.append(first, Mails.rosa().text("Danke"));
        UUID file = entry(second, "Mit Datei").attachments().get(0).id();

        merge(fixture.anna, second, first);

        assertEquals(
                List.of(
                        "Welche Papiere?",
                        "Noch etwas",
                        "Mit Datei",
                        "Wirkt unsicher",
                        "Bittet um Rückruf am Vormittag.",
                        "Danke"),
                words(fixture.bela, first),
                "as they came");
        assertArrayEquals(large, file(fixture.bela, first, file));
        TicketView view = fixture.open(fixture.anna, first);
        assertEquals(4, view.row().messageCount());
        assertEquals("0201 555 0100", view.callback());
        assertEquals(List.of("merged " + TicketNumber.of(second)), events(first));
        assertHidden(fixture.anna, second);
        assertEquals(List.of("merged_ticket.id"), columnsWith(second));
        assertEquals(Optional.of(first), fixture.merging(merging -> merging.successor(fixture.anna, second)));
        assertEquals(Optional.empty(), fixture.merging(merging -> merging.successor(fixture.ion, second)));
    }

    private List<String> columnsWith(UUID id) {
        String sql = """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = 'uuid' ORDER BY 1""";
        return fixture.statements.list(sql, row -> row.getString(1)).stream()
                .filter(column -> {
                    String[] parts = column.split("\\.");
                    return !fixture.statements
                            .list("SELECT 1 FROM " + parts[0] + " WHERE " + parts[1] + " = ?", row -> true, id)
                            .isEmpty();
                })
                .toList();
    }

    /** Whoever adds a table with rows of tickets has to say what becomes of them when two are made one. */
    @Test
    void everyTableOfTicketsHasBeenThoughtOf() {
        String sql = """
                SELECT DISTINCT table_name FROM information_schema.columns
                WHERE table_schema = 'public' AND column_name IN ('ticket_id', 'ticket')""";
        Set<String> moved =
                Set.of("ticket_item", "attachment_segment", "draft", "draft_file", "outbox", "merged_ticket");
        Set<String> askedFor = Set.of("co_reader", "erasure_request");
        Set<String> endsWithTheOne = Set.of("read_mark", "spoken_code");
        Set<String> known = new TreeSet<>(moved);
        known.addAll(askedFor);
        known.addAll(endsWithTheOne);
        assertEquals(known, new TreeSet<>(fixture.statements.list(sql, row -> row.getString(1))));
    }

    @Test
    void whateverLedToEitherLeadsToTheOneThatStays() {
        String token = token(second);
        String other = token(first);

        merge(fixture.anna, second, first);

        assertEquals(Set.of(first), fixture.reception(at -> at.knowing(List.of("b1@other.example"))));
        assertEquals(Set.of(first), fixture.reception(at -> at.knowing(List.of("a1@client.example"))));
        assertEquals(
                first, fixture.reception(at -> at.byToken(token)).orElseThrow().ticket());
        assertEquals(
                first, fixture.reception(at -> at.byToken(other)).orElseThrow().ticket());
        assertEquals(Party.CLIENT, fixture.reception(at -> at.party(first, "r@other.example")));
        assertEquals(Party.CLIENT, fixture.reception(at -> at.party(first, "rosa@client.example")));
        assertEquals(Party.STRANGER, fixture.reception(at -> at.party(first, "x@other.example")));
        fixture.append(first, Mails.from(new Address("R.", "r@other.example")).text("Und noch etwas"));
        assertTrue(words(fixture.anna, first).contains("Und noch etwas"));
    }

    @Test
    void aMailThatWaitsIsSentAndOneBeingSentIsWaitedFor() {
        AcceptedReply waiting = fixture.reply(fixture.anna, second, "Kommen Sie gern vorbei");
        fixture.outbox.beingSent.add(waiting.message());
        Wish wish = wish(second, first);
        assertThrows(FileHeld.class, () -> fixture.merging(merging -> merging.merge(fixture.anna, wish)));
        assertEquals(List.of("Noch etwas", "Kommen Sie gern vorbei"), words(fixture.anna, second));

        fixture.outbox.beingSent.clear();
        merge(fixture.anna, second, first);
        fixture.desk(desk -> desk.withdraw(fixture.anna, first, waiting.message()));
        assertEquals(
                "Kommen Sie gern vorbei",
                fixture.open(fixture.anna, first).draft().words().text());
    }

    @Test
    void onlyWhoReadsBothMayAndNobodyLearnsOfWhatIsNotTheirs() {
        Wish wish = wish(second, first);
        assertThrows(TicketNotFound.class, () -> fixture.merging(merging -> merging.merge(fixture.ion, wish)));
        assign(second, "anna");
        Wish half = wish(second, first);
        assertThrows(TicketNotFound.class, () -> fixture.merging(merging -> merging.merge(fixture.bela, half)));
        Wish otherHalf = wish(first, second);
        assertThrows(TicketNotFound.class, () -> fixture.merging(merging -> merging.merge(fixture.bela, otherHalf)));
        assertThrows(
                TicketNotFound.class, () -> fixture.merging(merging -> merging.prospect(fixture.bela, first, second)));
        assertEquals(List.of("Welche Papiere?"), words(fixture.bela, first));
        assertThrows(
                InvalidInput.class, () -> fixture.merging(merging -> merging.merge(fixture.anna, wish(first, first))));
    }

    @Test
    void whoReadsTheOneThatStaysReadsAllOfItAndNobodyElse() {
        long version = fixture.version(second);
        fixture.rights(
                rights -> rights.add(fixture.anna, second, "ion", Reason.ASKED, LocalDate.of(2026, 3, 9), version));
        assign(first, "anna");

        merge(fixture.anna, second, first);

        assertEquals(2, words(fixture.leyla, first).size());
        assertHidden(fixture.bela, first);
        assertHidden(fixture.ion, first);
    }

    @Test
    void whoReadsAlongComesAlongWhereThatIsWanted() {
        long version = fixture.version(second);
        fixture.rights(
                rights -> rights.add(fixture.anna, second, "ion", Reason.ASKED, LocalDate.of(2026, 3, 9), version));
        assign(first, "anna");
        Wish wish = wish(second, first, "", true);
        fixture.merging(merging -> merging.merge(fixture.anna, wish));
        assertEquals(2, words(fixture.ion, first).size());
        assertHidden(fixture.bela, first);
        fixture.days(8);
        assertHidden(fixture.ion, first);
    }

    private void draft(Caller caller, UUID ticket, String text, AttachmentContent... files) {
        UUID base = fixture.open(caller, ticket).draft().revision();
        fixture.composing(at -> at.keep(caller, ticket, Draft.of(text), DraftOrigin.page(base), List.of(files)));
    }

    private String drafted(Caller caller) {
        return fixture.open(caller, first).draft().words().text();
    }

    @Test
    void everybodysDraftsGoAlongWithTheirFilesAndStayTheirs() {
        byte[] bytes = new byte[100_000];
        fixture.random.nextBytes(bytes);
        draft(fixture.anna, first, "Liebe Rosa");
        draft(fixture.anna, second, "Guten Tag", new AttachmentContent("Merkblatt.pdf", "application/pdf", bytes));
        draft(fixture.bela, second, "Von Bela");
        draft(fixture.leyla, first, "Von Leyla");
        draft(fixture.leyla, second, "Verworfen");
        fixture.statements.run(
                "UPDATE draft SET discarded = true WHERE ticket_id = ? AND person_id = ?",
                second,
                fixture.leyla.person());

        merge(fixture.anna, second, first);

        assertEquals("Liebe Rosa\n\nGuten Tag", drafted(fixture.anna));
        assertEquals("Von Bela", drafted(fixture.bela));
        assertEquals("Von Leyla", drafted(fixture.leyla));
        assertEquals(List.of(), fixture.open(fixture.bela, first).draft().files());
        KeptDraft.File file = fixture.open(fixture.anna, first).draft().files().get(0);
        assertEquals("Merkblatt.pdf", file.name());
        NewReply reply = new NewReply(Writing.plain("Liebe Rosa", List.of()), null, fixture.version(first), "once");
        UUID base = fixture.open(fixture.anna, first).draft().revision();
        AcceptedReply sent = fixture.composing(at -> at.send(fixture.anna, first, reply, base, List.of(file.id())));
        TimelineEntry entry = fixture.open(fixture.anna, first).timeline().stream()
                .filter(each -> each.id().equals(sent.message()))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(
                bytes, file(fixture.anna, first, entry.attachments().get(0).id()));
    }

    @Test
    void whatIsInterruptedHasNotHappened() {
        byte[] bytes = new byte[300_000];
        fixture.random.nextBytes(bytes);
        fixture.append(second, Mails.rosa().text("Mit Datei").file("Brief.pdf", "application/pdf", bytes));
        UUID file = entry(second, "Mit Datei").attachments().get(0).id();
        String token = token(second);
        Wish wish = wish(second, first);
        assertThrows(
                IllegalStateException.class,
                () -> fixture.merging(merging -> {
                    merging.merge(fixture.anna, wish);
                    throw new IllegalStateException("killed");
                }));
        assertEquals(List.of("Welche Papiere?"), words(fixture.bela, first));
        assertEquals(List.of("Noch etwas", "Mit Datei", "Kommen Sie gern vorbei"), words(fixture.bela, second));
        assertArrayEquals(bytes, file(fixture.bela, second, file));
        assertEquals(
                second, fixture.reception(at -> at.byToken(token)).orElseThrow().ticket());
        merge(fixture.anna, second, first);
        assertArrayEquals(bytes, file(fixture.bela, first, file));
    }

    @Test
    void whatCameInMeanwhileIsSeenFirst() {
        Wish wish = wish(second, first);
        fixture.append(second, Mails.rosa().text("Inzwischen"));
        assertThrows(TicketChanged.class, () -> fixture.merging(merging -> merging.merge(fixture.anna, wish)));
        Wish again = wish(second, first);
        fixture.append(first, Mails.rosa().text("Auch hier"));
        assertThrows(TicketChanged.class, () -> fixture.merging(merging -> merging.merge(fixture.anna, again)));
    }

    @Test
    void theLaterContactCountsAndAChosenDayIsAskedFor() {
        fixture.days(10);
        fixture.append(second, Mails.rosa().text("Zehn Tage später"));
        LocalDate today = LocalDate.ofInstant(fixture.clock.instant(), Deadlines.ZONE);
        LocalDate early = today.plusDays(20);
        fixture.keeping(keeping -> keeping.keep(fixture.anna, second, Optional.of(early), "", fixture.version(second)));
        Merging.Prospect prospect = fixture.merging(merging -> merging.prospect(fixture.anna, second, first));
        assertEquals(new Merging.Prospect(today.plusDays(90), List.of(early), 0, false), prospect);
        for (String wrong : List.of("", "2030-01-01", "bald")) {
            Wish wish = wish(second, first, wrong, false);
            InvalidInput refused = assertThrows(
                    InvalidInput.class, () -> fixture.merging(merging -> merging.merge(fixture.anna, wish)));
            assertEquals("end", refused.field());
        }
        Wish wish = wish(second, first, early.toString(), false);
        fixture.merging(merging -> merging.merge(fixture.anna, wish));
        assertEquals(early, fixture.open(fixture.anna, first).row().eraseOn());
        fixture.keeping(keeping -> keeping.keep(fixture.anna, first, Optional.empty(), "", fixture.version(first)));
        assertEquals(today.plusDays(90), fixture.open(fixture.anna, first).row().eraseOn());
    }

    @Test
    void anErasureThatSomebodyWantsIsDecidedFirst() {
        fixture.statements.run(
                "INSERT INTO erasure_request (ticket_id, person_id, ground) VALUES (?, ?, 'WISH')",
                second,
                fixture.bela.person());
        Wish wish = wish(second, first);
        assertEquals(
                "erasure-asked",
                assertThrows(InvalidInput.class, () -> fixture.merging(merging -> merging.merge(fixture.anna, wish)))
                        .reason());
    }

    @Test
    void anOlderCopyDoesNotBringBackWhatWasErasedWithTheOther() {
        UUID third = fixture.ticket(Mails.rosa().text("Dritte"));
        merge(fixture.anna, second, first);
        merge(fixture.anna, first, third);
        var erased = new ErasedFiles(fixture.keys);
        assertFalse(erased.contains(second), "a copy from before the merging may still bring it back");
        var erasure = fixture.erasing().begun();
        assertTrue(fixture.early(erasure)
                .erase(fixture.leyla, third, ErasureGround.WISH, fixture.version(third))
                .isPresent());
        assertTrue(erased.contains(first));
        assertTrue(erased.contains(second));
        erasure.run();
        assertEquals(
                List.of(), fixture.statements.list("SELECT 1 FROM merged_ticket WHERE ticket_id = ?", r -> 1, third));
    }

    @Test
    void anAddressThatWasGivenUpIsNeverWrittenTo() {
        fixture.writing(desk -> desk.clientAddress(
                fixture.anna, first, "sicher@client.example", Optional.empty(), fixture.version(first)));
        UUID silent = fixture.reception(at -> at.open(
                fixture.teams().readers(fixture.team),
                DeskFixture.MAILBOX,
                Mails.rosa().text("Wo bist du?").mail(),
                Optional.of(first),
                Party.REPLACED,
                null,
                false));
        assertEquals(first, fixture.open(fixture.anna, silent).mayBelongTo());
        merge(fixture.anna, first, silent);
        TicketView view = fixture.open(fixture.anna, silent);
        assertEquals("sicher@client.example", view.replyTo().address());
        assertNull(view.mayBelongTo());
        assertEquals(Party.REPLACED, fixture.reception(at -> at.party(silent, "rosa@client.example")));
    }

    @Test
    void whatDoesNotBelongIsNotAskedAgain() {
        UUID doubtful = fixture.reception(at -> at.open(
                fixture.teams().readers(fixture.team),
                DeskFixture.MAILBOX,
                Mails.from(new Address(null, "z@other.example")).mail(),
                Optional.of(second),
                Party.CLIENT,
                null,
                false));
        assign(second, "anna");
        assertEquals(second, fixture.open(fixture.anna, doubtful).mayBelongTo());
        assertNull(fixture.open(fixture.bela, doubtful).mayBelongTo(), "not a word to who may not read it");
        merge(fixture.anna, second, first);
        assertEquals(first, fixture.open(fixture.anna, doubtful).mayBelongTo(), "what has become of it");
        fixture.merging(merging -> merging.apart(fixture.anna, doubtful));
        assertNull(fixture.open(fixture.anna, doubtful).mayBelongTo());
    }
}
