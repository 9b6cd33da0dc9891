package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.InvalidInput;

/** Conversations that we begin, and what is begun and not sent. */
class ConversationsIT {

    private static final String MIRA = "mira@client.example";

    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static NewConversation to(String address, @Nullable String key) {
        Writing writing = new Writing(null, "Guten Tag, wie besprochen.", false, false, List.of());
        return new NewConversation(address, Optional.empty(), "ro", "Anruf Mira", writing, Optional.empty(), key);
    }

    private BegunConversation begin(Caller caller, NewConversation conversation) {
        return fixture.writing(desk -> desk.begin(caller, conversation));
    }

    @Test
    void aFirstMailIsATicketThatWaitsForTheClient() {
        BegunConversation begun = begin(fixture.anna, to(MIRA, null));
        assertEquals(DeliveryStatus.HELD, begun.mail().delivery());
        OutgoingMessage out = fixture.outbox.last();
        assertEquals(MIRA, out.to());
        assertEquals(DeskFixture.MAILBOX, out.mailbox());
        assertEquals(begun.ticket(), out.ticket());
        assertEquals("ro", out.language());
        assertEquals(null, out.letter().subject());
        assertEquals(null, out.inReplyTo());
        assertEquals(List.of(), out.references());
        TicketView view = fixture.open(fixture.bela, begun.ticket());
        assertEquals("Anruf Mira", view.row().subject());
        assertEquals(Channel.MAIL, view.row().channel());
        assertEquals(Status.WAITING, view.row().status());
        assertEquals(1, view.row().messageCount());
        assertEquals(MIRA, view.replyTo().address());
        assertEquals("anna", view.timeline().get(0).author());
        assertEquals(MIRA, view.timeline().get(0).to());
    }

    @Test
    void theClientsAnswerFindsItAndIsAnsweredInTurn() {
        BegunConversation begun = begin(fixture.anna, to(MIRA, null));
        String sent = "out-1@obhut.example";
        assertTrue(fixture.reception(at -> at.knowing(List.of(sent))).contains(begun.ticket()));
        assertEquals(Party.CLIENT, fixture.reception(at -> at.party(begun.ticket(), "Mira@client.example")));
        assertEquals(
                begun.ticket(),
                fixture.reception(at -> at.byToken(fixture.outbox.last().token()))
                        .orElseThrow()
                        .ticket());
        fixture.append(begun.ticket(), Mails.from(new Address("Mira", MIRA)).id("a1@client.example"));
        assertEquals(
                Status.OPEN, fixture.open(fixture.anna, begun.ticket()).row().status());
        fixture.reply(fixture.anna, begun.ticket(), "Gern.");
        assertEquals("a1@client.example", fixture.outbox.last().inReplyTo());
        assertEquals(List.of(sent, "a1@client.example"), fixture.outbox.last().references());
    }

    @Test
    void aRequestThatComesTwiceBeginsOneConversation() {
        BegunConversation first = begin(fixture.anna, to(MIRA, "k"));
        assertEquals(first, begin(fixture.anna, to(MIRA, "k")));
        assertEquals(1, fixture.outbox.accepted.size());
        assertNotEquals(first.ticket(), begin(fixture.bela, to(MIRA, "k")).ticket());
    }

    @Test
    void whoIsResponsibleIsAsAsked() {
        NewConversation asked = to(MIRA, null);
        BegunConversation begun = begin(
                fixture.anna,
                new NewConversation(MIRA, asked.mailbox(), "de", "", asked.writing(), Optional.of("anna"), null));
        assertEquals("anna", fixture.open(fixture.anna, begun.ticket()).row().assignee());
        assertThrows(TicketNotFound.class, () -> fixture.open(fixture.bela, begun.ticket()));
    }

    @Test
    void aMailboxOfAnotherTeamSendsNothing() {
        NewConversation wanted = to(MIRA, null);
        var other = new NewConversation(
                MIRA, Optional.of(DeskFixture.OTHER_MAILBOX), "de", "", wanted.writing(), Optional.empty(), null);
        refused("mailbox", "unknown-value", other);
        assertEquals(
                List.of(DeskFixture.MAILBOX),
                fixture.writing(desk -> desk.mailboxes(fixture.anna, "de")).stream()
                        .map(terms -> terms.mailbox())
                        .toList());
        assertThrows(Refused.class, () -> begin(fixture.admin, wanted));
    }

    @Test
    void whatBreaksARuleIsNamedAndLeavesNothing() {
        NewConversation good = to(MIRA, null);
        refused("to", "not-an-address", to("mira", null));
        refused("to", "not-an-address", to("mira@client.example, other@client.example", null));
        refused("to", "own-mailbox", to("Beratung@obhut.example", null));
        refused(
                "text",
                "required",
                new NewConversation(
                        MIRA, good.mailbox(), "de", "", Writing.plain(" ", List.of()), Optional.empty(), null));
        refused(
                "language",
                "unknown-value",
                new NewConversation(MIRA, good.mailbox(), "\"><", "", good.writing(), Optional.empty(), null));
        refused(
                "subject",
                "too-long",
                new NewConversation(
                        MIRA, good.mailbox(), "de", "x".repeat(201), good.writing(), Optional.empty(), null));
        assertEquals(0, fixture.outbox.accepted.size());
        assertEquals(List.of(), fixture.list(fixture.anna, Folder.TEAM));
    }

    private void refused(String field, String reason, NewConversation conversation) {
        var refused = assertThrows(InvalidInput.class, () -> begin(fixture.anna, conversation));
        assertEquals(field + " " + reason, refused.field() + " " + refused.reason());
    }

    @Test
    void aMailTakenBackLeavesItsTextAsADraftInTheTicket() {
        BegunConversation begun = begin(fixture.anna, to(MIRA, null));
        Withdrawn withdrawn = fixture.desk(
                desk -> desk.withdraw(fixture.anna, begun.ticket(), begun.mail().message()));
        assertEquals("Guten Tag, wie besprochen.", withdrawn.draft().text());
        TicketView view = fixture.open(fixture.anna, begun.ticket());
        assertEquals("Guten Tag, wie besprochen.", view.draft().words().text());
        assertEquals(0, view.row().messageCount());
        assertEquals(MIRA, view.replyTo().address());
    }

    @Test
    void anUnsentMailIsItsWritersAloneAndGoneOnceSent() {
        var draft = new MailDraft(MIRA, DeskFixture.MAILBOX, "ro", "Anruf", "", "Angefangen", true);
        keep(draft);
        assertEquals(Optional.of(draft), fixture.writing(desk -> desk.draft(fixture.anna)));
        assertEquals(Optional.empty(), fixture.writing(desk -> desk.draft(fixture.leyla)));
        assertEquals(1L, fixture.desk(desk -> desk.counts(fixture.anna)).get(Folder.DRAFTS));
        assertEquals(0L, fixture.desk(desk -> desk.counts(fixture.bela)).get(Folder.DRAFTS));
        begin(fixture.anna, to(MIRA, null));
        assertEquals(Optional.empty(), fixture.writing(desk -> desk.draft(fixture.anna)));
        assertEquals(0, seals());
    }

    @Test
    void anUnsentMailThatIsKeptAgainTakesThePlaceOfTheOneBefore() {
        keep(new MailDraft(MIRA, "", "", "", "", "eins", false));
        keep(new MailDraft(MIRA, "", "", "", "", "zwei", false));
        assertEquals(
                "zwei",
                fixture.writing(desk -> desk.draft(fixture.anna)).orElseThrow().text());
        assertEquals(1, seals());
        keep(new MailDraft("", DeskFixture.MAILBOX, "de", "", "", " ", false));
        assertEquals(Optional.empty(), fixture.writing(desk -> desk.draft(fixture.anna)));
        assertEquals(0, seals());
    }

    @Test
    void anUnsentMailIsErasedAfterThirtyDaysAndNotBefore() {
        keep(new MailDraft(MIRA, "", "", "", "", "eins", false));
        fixture.days(29);
        eraseDue();
        assertTrue(fixture.writing(desk -> desk.draft(fixture.anna)).isPresent());
        fixture.days(1);
        eraseDue();
        assertEquals(0, rows());
        assertEquals(0, seals());
    }

    @Test
    void noWordOfAnUnsentMailStandsInTheClear() {
        keep(new MailDraft(MIRA, "", "", "Geheimtitel", "", "Geheimtext", false));
        String row = fixture.statements
                .list("SELECT mail_draft::text FROM mail_draft", found -> found.getString(1))
                .get(0);
        for (String word : List.of("mira", "Geheimtitel", "Geheimtext")) {
            String hex = java.util.HexFormat.of().formatHex(word.getBytes());
            assertTrue(!row.contains(word) && !row.contains(hex), word);
        }
    }

    private void keep(MailDraft draft) {
        fixture.writing(desk -> {
            desk.keep(fixture.anna, draft);
            return true;
        });
    }

    private void eraseDue() {
        UnsentMails unsent = new UnsentMails(fixture.statements);
        LocalDate today = LocalDate.ofInstant(fixture.clock.instant(), Deadlines.ZONE);
        fixture.erasing().end(unsent, today);
    }

    private long rows() {
        return fixture.statements
                .list("SELECT count(*) FROM mail_draft", row -> row.getLong(1))
                .get(0);
    }

    /** Seals whose only reader is anna: of her unsent mails. */
    private long seals() {
        UUID anna = fixture.anna.person();
        return fixture.statements
                .list("SELECT count(*) FROM seal WHERE reader = ?", row -> row.getLong(1), anna)
                .get(0);
    }
}
