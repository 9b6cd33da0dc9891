package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.SessionEnded;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.TooLarge;

/** What a person has written and not sent: whose it is, which window's, and what goes with it. */
class DraftsIT {

    private static final AttachmentContent FILE =
            new AttachmentContent("Merkblatt.txt", "text/plain", "Mitzubringen".getBytes(StandardCharsets.UTF_8));

    private DeskFixture fixture;
    private UUID ticket;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private @Nullable UUID keep(String text, DraftOrigin origin, AttachmentContent... files) {
        return fixture.composing(at ->
                        Optional.ofNullable(at.keep(fixture.anna, ticket, Draft.of(text), origin, List.of(files))))
                .orElse(null);
    }

    private KeptDraft draft(Caller caller) {
        return fixture.open(caller, ticket).draft();
    }

    private AcceptedReply send(String text, @Nullable UUID base, List<UUID> files, String key) {
        var reply = new NewReply(Writing.plain(text, List.of()), null, fixture.version(ticket), key);
        return fixture.composing(at -> at.send(fixture.anna, ticket, reply, base, files));
    }

    private List<UUID> files() {
        return draft(fixture.anna).files().stream().map(KeptDraft.File::id).toList();
    }

    private long rows(String table) {
        return fixture.statements
                .list("SELECT count(*) FROM " + table + " WHERE ticket_id = ?", row -> row.getLong(1), ticket)
                .get(0);
    }

    @Test
    void aDraftSaysWhenItWasKeptAndIsItsWritersOwn() {
        UUID revision = keep("Guten Tag", DraftOrigin.page(null), FILE);
        KeptDraft kept = draft(fixture.anna);
        assertEquals(revision, kept.revision());
        assertEquals(KeyStoreFixture.NOON, kept.at());
        assertEquals("Guten Tag", kept.words().text());
        assertEquals("Merkblatt.txt", kept.files().get(0).name());
        assertEquals(12, kept.size());
        assertTrue(draft(fixture.bela).isEmpty());
        assertEquals(List.of(), draft(fixture.bela).files());
    }

    @Test
    void nothingOfAFileIsReadableAtRest() {
        keep("Guten Tag", DraftOrigin.page(null), FILE);
        byte[] segment = fixture.statements
                .list(
                        "SELECT s.sealed FROM draft_segment s JOIN draft_file f ON f.id = s.file_id WHERE f.ticket_id = ?",
                        row -> row.getBytes(1),
                        ticket)
                .get(0);
        assertFalse(new String(segment, StandardCharsets.ISO_8859_1).contains("Mitzubringen"));
        UUID other = fixture.ticket(Mails.rosa().id("zwei@client.example"));
        // A file that was moved to another ticket opens there for nobody.
        fixture.composing(at -> at.keep(fixture.anna, other, Draft.of("x"), DraftOrigin.page(null)));
        fixture.statements.run("UPDATE draft_file SET ticket_id = ? WHERE ticket_id = ?", other, ticket);
        assertThrows(RuntimeException.class, () -> fixture.open(fixture.anna, other));
    }

    @Test
    void anotherWindowIsNotOverwritten() {
        UUID first = keep("Eins", new DraftOrigin(null, "links", 1));
        DraftElsewhere refused =
                assertThrows(DraftElsewhere.class, () -> keep("Zwei", new DraftOrigin(null, "rechts", 1)));
        assertEquals(first, refused.revision());
        assertEquals("Eins", draft(fixture.anna).words().text());
        UUID second = keep("Zwei", new DraftOrigin(first, "rechts", 2));
        assertNotEquals(first, second);
        assertThrows(DraftElsewhere.class, () -> keep("Drei", new DraftOrigin(first, "links", 2)));
        assertEquals("Zwei", draft(fixture.anna).words().text());
    }

    @Test
    void oneWindowsSavesMayOvertakeEachOther() {
        keep("Eins", new DraftOrigin(null, "links", 1));
        keep("Eins zwei drei", new DraftOrigin(null, "links", 3));
        keep("Eins zwei", new DraftOrigin(null, "links", 2));
        assertEquals("Eins zwei drei", draft(fixture.anna).words().text());
    }

    @Test
    void aDraftThatWasSentIsNotWrittenOn() {
        UUID revision = keep("Eins", new DraftOrigin(null, "links", 1));
        send("Eins", revision, List.of(), "a");
        assertThrows(DraftElsewhere.class, () -> keep("Eins", new DraftOrigin(revision, "rechts", 1)));
        assertTrue(draft(fixture.anna).isEmpty());
    }

    @Test
    void sendingLeavesWhatAnotherWindowWroteSince() {
        UUID revision = keep("Eins", new DraftOrigin(null, "links", 1));
        keep("Zwei", new DraftOrigin(revision, "rechts", 1));
        send("Eins", revision, List.of(), "a");
        assertEquals("Zwei", draft(fixture.anna).words().text());
    }

    @Test
    void aDiscardedDraftComesBackWithItsFilesUntilTheSessionEnds() {
        keep("Guten Tag", DraftOrigin.page(null), FILE);
        discard();
        assertTrue(draft(fixture.anna).isEmpty());
        assertTrue(draft(fixture.anna).discarded());
        assertEquals(List.of(), fixture.list(fixture.anna, Folder.DRAFTS));
        fixture.composing(at -> {
            at.bringBack(fixture.anna, ticket);
            return true;
        });
        assertEquals("Guten Tag", draft(fixture.anna).words().text());
        assertEquals(1, files().size());
        discard();
        new DiscardedDrafts(fixture.statements).ended(new SessionEnded(fixture.anna, SessionEnded.Reason.SIGNED_OUT));
        assertEquals(0, rows("draft"));
        assertEquals(0, rows("draft_file"));
    }

    private void discard() {
        fixture.composing(at -> {
            at.discard(fixture.anna, ticket);
            return true;
        });
    }

    @Test
    void whatIsBegunAfterDiscardingIsWithoutTheOldFiles() {
        keep("Alt", DraftOrigin.page(null), FILE);
        discard();
        keep("Neu", DraftOrigin.page(null));
        assertEquals("Neu", draft(fixture.anna).words().text());
        assertEquals(List.of(), files());
    }

    @Test
    void aDraftsFilesGoAlongOnceAndComeBackWithUndoing() {
        UUID revision = keep("Anbei.", DraftOrigin.page(null), FILE);
        List<UUID> files = files();
        AcceptedReply sent = send("Anbei.", revision, files, "a");
        assertEquals(sent.message(), send("Anbei.", revision, files, "a").message());
        OutgoingMessage out = fixture.outbox.last();
        assertEquals(1, fixture.outbox.accepted.size());
        assertArrayEquals(FILE.bytes(), out.letter().files().get(0).bytes());
        assertEquals(0, rows("draft_file"));
        fixture.desk(desk -> desk.withdraw(fixture.anna, ticket, sent.message()));
        assertEquals("Anbei.", draft(fixture.anna).words().text());
        assertEquals("Merkblatt.txt", draft(fixture.anna).files().get(0).name());
    }

    @Test
    void aFileThatIsGoneStopsTheReply() {
        UUID revision = keep("Anbei.", DraftOrigin.page(null), FILE);
        List<UUID> files = files();
        fixture.composing(at -> {
            at.detach(fixture.anna, ticket, files.get(0));
            return true;
        });
        InvalidInput refused = assertThrows(InvalidInput.class, () -> send("Anbei.", revision, files, "a"));
        assertEquals("file-gone", refused.reason());
        assertEquals(0, fixture.outbox.accepted.size());
    }

    @Test
    void aFileAloneIsADraftAndGoesWithIt() {
        keep("", DraftOrigin.page(null), FILE);
        assertNotNull(draft(fixture.anna).revision());
        UUID file = files().get(0);
        fixture.composing(at -> {
            at.detach(fixture.anna, ticket, file);
            return true;
        });
        assertNull(draft(fixture.anna).revision());
        assertEquals(0, rows("draft"));
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefused() {
        var large = new AttachmentContent("a.bin", "application/octet-stream", new byte[13_000_000]);
        UUID revision = keep("x", DraftOrigin.page(null), large);
        TooLarge refused = assertThrows(TooLarge.class, () -> keep("x", DraftOrigin.page(revision), large));
        assertEquals(26_000_000, refused.size());
        assertEquals(24_000_000, refused.limit());
        assertEquals(1, files().size());
    }

    @Test
    void aNoteStaysInTheDraftUntilItIsSaved() {
        UUID revision = fixture.composing(at ->
                at.keep(fixture.anna, ticket, Draft.of("Antwort").noting("Rückruf morgen"), DraftOrigin.page(null)));
        send("Antwort", revision, List.of(), "a");
        assertEquals("", draft(fixture.anna).words().text());
        assertEquals("Rückruf morgen", draft(fixture.anna).words().note());
        fixture.desk(desk -> desk.note(fixture.anna, ticket, "Rückruf morgen", Optional.empty()));
        assertTrue(draft(fixture.anna).isEmpty());
    }

    @Test
    void undoingKeepsWhatWasBegunMeanwhile() {
        AcceptedReply sent = send("Zu schnell", null, List.of(), "a");
        keep("Nachtrag", DraftOrigin.page(null));
        fixture.desk(desk -> desk.withdraw(fixture.anna, ticket, sent.message()));
        assertEquals("Zu schnell\n\nNachtrag", draft(fixture.anna).words().text());
    }
}
