package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.InvalidInput;

/** Who may let whose reply go out, and that nothing goes out around them. */
class SecondReadingIT {

    private static final AttachmentContent FILE =
            new AttachmentContent("Merkblatt.txt", "text/plain", "Mitzubringen".getBytes(StandardCharsets.UTF_8));

    private DeskFixture fixture;
    private UUID ticket;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa());
        learning(fixture.anna, true);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void learning(Caller person, boolean learning) {
        fixture.secondReading(at -> {
            at.trainee(fixture.leyla, fixture.team, person.person(), learning);
            return true;
        });
    }

    private void submit(String text, Status then, AttachmentContent... files) {
        UUID base = fixture.open(fixture.anna, ticket).draft().revision();
        fixture.secondReading(at -> {
            at.submit(fixture.anna, ticket, Draft.of(text), DraftOrigin.page(base), List.of(files), then);
            return true;
        });
    }

    private AcceptedReply approve(Caller caller, String text) {
        return fixture.secondReading(
                at -> at.approve(caller, ticket, fixture.anna.person(), text, fixture.version(ticket), "einmal"));
    }

    private Approval approval(Caller caller) {
        return fixture.open(caller, ticket).approval();
    }

    private List<String> events() {
        return fixture.open(fixture.leyla, ticket).timeline().stream()
                .map(TimelineEntry::event)
                .flatMap(event -> Optional.ofNullable(event).stream())
                .toList();
    }

    @Test
    void nothingOfATraineesLeavesByItself() {
        assertThrows(NeedsSecondReader.class, () -> fixture.reply(fixture.anna, ticket, "Ja."));
        var reply = new NewReply("Ja.", List.of(), fixture.version(ticket), "a");
        assertThrows(
                NeedsSecondReader.class,
                () -> fixture.composing(at -> at.send(fixture.anna, ticket, reply, null, List.of())));
        var first = new NewConversation(
                "neu@client.example",
                Optional.empty(),
                "de",
                "Anruf",
                Writing.plain("Guten Tag", List.of()),
                Optional.empty(),
                null);
        assertThrows(NeedsSecondReader.class, () -> fixture.writing(at -> at.begin(fixture.anna, first)));
        assertEquals(List.of(), fixture.sent());
        fixture.reply(fixture.bela, ticket, "Ja.");
        assertEquals(1, fixture.sent().size());
    }

    @Test
    void aTeamCanRequireItOfEveryoneItsLeadsIncluded() {
        learning(fixture.anna, false);
        fixture.secondReading(at -> {
            at.everyone(fixture.leyla, fixture.team, true);
            return true;
        });
        assertThrows(NeedsSecondReader.class, () -> fixture.reply(fixture.leyla, ticket, "Ja."));
        submit("Ja.", Status.WAITING);
        assertThrows(
                Refused.class, () -> approve(fixture.anna, "Ja."), "who learns nothing does not approve their own");
        assertEquals(List.of(), fixture.sent());
        approve(fixture.bela, "Ja.");
        assertEquals(1, fixture.sent().size());
        assertThrows(
                Refused.class,
                () -> fixture.secondReading(at -> {
                    at.everyone(fixture.bela, fixture.team, false);
                    return true;
                }));
    }

    @Test
    void whatIsApprovedGoesOutAsItsAuthorsWithItsFilesAndItsStatus() {
        submit("Anbei.", Status.CLOSED, FILE);
        assertTrue(approval(fixture.anna).waits());
        assertEquals(1, fixture.list(fixture.bela, Folder.APPROVAL).size());
        assertEquals(List.of(), fixture.list(fixture.ion, Folder.APPROVAL));
        Approval.Submitted waiting = approval(fixture.bela).others().get(0);
        assertEquals("anna", waiting.author());
        assertEquals("Anbei.", waiting.words().text());
        assertEquals("Merkblatt.txt", waiting.files().get(0).name());
        AcceptedReply accepted = approve(fixture.bela, "Anbei, mit Gruß.");
        OutgoingMessage out = fixture.sent().get(0);
        assertEquals("Anbei, mit Gruß.", out.letter().text());
        assertEquals(1, out.letter().files().size());
        TicketView view = fixture.open(fixture.bela, ticket);
        TimelineEntry message = view.timeline().stream()
                .filter(entry -> entry.id().equals(accepted.message()))
                .findFirst()
                .orElseThrow();
        assertEquals("anna", message.author());
        assertEquals(Status.CLOSED, view.row().status());
        assertEquals(List.of("submitted", "closed", "approved"), events());
        assertTrue(fixture.open(fixture.anna, ticket).draft().isEmpty());
        assertEquals(List.of(), fixture.list(fixture.bela, Folder.APPROVAL));
        approve(fixture.bela, "Anbei, mit Gruß.");
        assertEquals(1, fixture.sent().size());
    }

    @Test
    void nobodyApprovesTheirOwnAndNoTraineeAnybodys() {
        submit("Ja.", Status.WAITING);
        assertThrows(Refused.class, () -> approve(fixture.anna, "Ja."));
        learning(fixture.bela, true);
        assertThrows(Refused.class, () -> approve(fixture.bela, "Ja."));
        assertFalse(approval(fixture.bela).mayApprove());
        assertThrows(TicketNotFound.class, () -> approve(fixture.ion, "Ja."));
        assertThrows(
                Refused.class,
                () -> fixture.secondReading(at -> {
                    at.trainee(fixture.leyla, fixture.team, fixture.leyla.person(), true);
                    return true;
                }));
        assertThrows(
                Refused.class,
                () -> fixture.secondReading(at -> {
                    at.trainee(fixture.bela, fixture.team, fixture.anna.person(), false);
                    return true;
                }));
        assertEquals(List.of(), fixture.sent());
    }

    @Test
    void whatIsGivenBackIsADraftAgainWithTheReason() {
        submit("Ja.", Status.WAITING);
        fixture.secondReading(at -> {
            at.sendBack(fixture.bela, ticket, fixture.anna.person(), "Bitte ohne Adresse");
            return true;
        });
        Approval own = approval(fixture.anna);
        assertFalse(own.waits());
        assertEquals("Bitte ohne Adresse", own.returned());
        assertEquals("Ja.", fixture.open(fixture.anna, ticket).draft().words().text());
        assertThrows(TicketChanged.class, () -> approve(fixture.bela, "Ja."));
        submit("Doch.", Status.WAITING);
        assertEquals(null, approval(fixture.anna).returned());
        assertEquals(List.of("submitted", "sent-back", "submitted"), events());
    }

    @Test
    void whatWaitsIsNotWrittenOnAndCanBeTakenBack() {
        submit("Ja.", Status.WAITING);
        UUID base = fixture.open(fixture.anna, ticket).draft().revision();
        assertThrows(
                DraftElsewhere.class,
                () -> fixture.composing(
                        at -> at.keep(fixture.anna, ticket, Draft.of("Anders"), DraftOrigin.page(base))));
        fixture.secondReading(at -> {
            at.takeBack(fixture.anna, ticket);
            return true;
        });
        assertFalse(approval(fixture.anna).waits());
        assertThrows(TicketChanged.class, () -> approve(fixture.bela, "Ja."));
    }

    @Test
    void inAnotherTeamItIsADraftAgain() {
        submit("Ja.", Status.WAITING);
        fixture.statements.run("UPDATE ticket SET team_id = ? WHERE id = ?", fixture.otherTeam, ticket);
        assertFalse(approval(fixture.anna).waits());
        assertEquals(List.of(), approval(fixture.leyla).others());
        assertThrows(TicketChanged.class, () -> approve(fixture.leyla, "Ja."));
    }

    @Test
    void whatCanNotBeSentIsNotSubmitted() {
        assertEquals(
                "text",
                assertThrows(InvalidInput.class, () -> submit(" ", Status.WAITING))
                        .field());
        assertThrows(Unfilled.class, () -> submit("Am {{Termin}}", Status.WAITING));
        assertEquals(List.of(), approval(fixture.bela).others());
    }

    @Test
    void aReplyToAChangedTicketIsNotApproved() {
        submit("Ja.", Status.WAITING);
        long seen = fixture.version(ticket);
        fixture.append(ticket, Mails.rosa().id("a2@client.example"));
        assertThrows(
                TicketChanged.class,
                () -> fixture.secondReading(
                        at -> at.approve(fixture.bela, ticket, fixture.anna.person(), "Ja.", seen, "k")));
        assertEquals(List.of(), fixture.sent());
    }
}
