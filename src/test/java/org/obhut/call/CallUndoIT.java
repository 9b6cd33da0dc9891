package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.StatisticsFixture;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Draft;
import org.obhut.ticket.DraftOrigin;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TicketView;

/** Taking back logged calls, on a real database with real keys. */
class CallUndoIT {

    private CallFixture calls;
    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        calls = new CallFixture(keys);
        fixture = calls.desk;
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    private static CallDraft form(String note) {
        Instant began = Instant.parse("2026-03-02T10:42:00Z");
        return new CallDraft(UUID.randomUUID(), began, 0, Map.of("note", List.of(note), "topics", List.of("tax")));
    }

    private String refused(Caller caller, UUID id) {
        return assertThrows(InvalidInput.class, () -> calls.undo.undo(caller, id))
                .reason();
    }

    private long rows(String sql, Object... arguments) {
        return fixture.statements.list(sql, row -> 1, arguments).size();
    }

    @Test
    void aCountIsAsIfItHadNeverBeenAndTheFormIsGivenBack() {
        CallDraft form = form("");
        NewCall call = Calls.count("counselling", "k1");
        calls.log(fixture.anna, call, form);
        assertEquals(2, calls.facts().size());
        assertEquals(Optional.empty(), calls.drafts.find(fixture.anna, form.id()), "it is logged");
        assertEquals(List.of(form.id()), undoable(fixture.anna));
        calls.undo.undo(fixture.anna, form.id());
        assertEquals(0, calls.facts().size());
        assertEquals(Optional.of(form), calls.drafts.find(fixture.anna, form.id()));
        assertEquals(List.of(), undoable(fixture.anna));
        calls.log(fixture.anna, call, form);
        assertEquals(2, calls.facts().size(), "what was taken back counts when it is sent again");
        assertEquals(List.of(form.id()), undoable(fixture.anna));
    }

    private List<UUID> undoable(Caller caller) {
        return calls.undo.all(caller).stream().map(CallUndo.Undoable::id).toList();
    }

    @Test
    void aTicketThatBeganWithTheCallGoesAndIsNoCase() {
        CallDraft form = form("Wohnung");
        UUID ticket = calls.log(fixture.anna, Calls.inTicket("new", "Wohnung", null), form)
                .ticket();
        assertEquals(ticket, calls.undo.all(fixture.anna).get(0).ticket());
        calls.undo.undo(fixture.anna, form.id());
        assertThrows(TicketNotFound.class, () -> fixture.open(fixture.anna, ticket));
        assertEquals(0, calls.facts().size());
        assertTrue(calls.erasing.erased().contains(ticket), "no copy of the database brings it back");
        assertEquals(Optional.of(form), calls.drafts.find(fixture.anna, form.id()));
    }

    @Test
    void aTicketIsAsItWasBeforeTheCallWasAdded() {
        UUID ticket = fixture.ticket();
        fixture.status(fixture.leyla, ticket, Status.CLOSED);
        int counted = calls.facts().size();
        String closed = endedOn(ticket);
        fixture.clock.move(Duration.ofDays(2));
        TicketView before = fixture.open(fixture.anna, ticket);
        CallDraft form = form("Wohnung");
        calls.log(fixture.anna, Calls.inTicket(ticket.toString(), "Wohnung", null), form);
        assertEquals(counted + 1, calls.facts().size());
        TicketView called = fixture.open(fixture.anna, ticket);
        assertEquals("0201 555 0100", called.callback());
        assertEquals(Status.OPEN, called.row().status());
        calls.undo.undo(fixture.anna, form.id());
        TicketView after = fixture.open(fixture.anna, ticket);
        assertEquals(before.timeline(), after.timeline());
        assertNull(after.callback());
        assertEquals(Status.CLOSED, after.row().status());
        assertEquals(before.row().receivedAt(), after.row().receivedAt());
        assertEquals(before.row().language(), after.row().language());
        assertEquals(closed, endedOn(ticket), "so that it ends on the same day");
        assertEquals(counted, calls.facts().size());
    }

    private String endedOn(UUID ticket) {
        return fixture.statements
                .list("SELECT ended_on::text FROM ticket WHERE id = ?", row -> row.getString(1), ticket)
                .get(0);
    }

    @Test
    void onlyWhoSavedACallTakesItBackAndOnlyOnce() {
        CallDraft form = form("");
        calls.log(fixture.anna, Calls.count("silent"), form);
        assertEquals("undo-late", refused(fixture.bela, form.id()));
        assertEquals(List.of(), undoable(fixture.bela));
        fixture.statements.run("UPDATE call_draft SET person_id = ?", fixture.bela.person());
        assertEquals("undo-late", refused(fixture.bela, form.id()), "the seal decides, not the row");
        fixture.statements.run("UPDATE call_draft SET person_id = ?", fixture.anna.person());
        assertEquals(1, calls.facts().size());
        calls.undo.undo(fixture.anna, form.id());
        assertEquals("undo-twice", refused(fixture.anna, form.id()));
        assertEquals(0, calls.facts().size());
    }

    @Test
    void afterItsTimeACallStaysAndNothingLeadsToWhatItCounts() {
        CallDraft form = form("Wohnung");
        UUID ticket = calls.log(fixture.anna, Calls.inTicket("new", "Wohnung", null), form)
                .ticket();
        fixture.clock.move(SavedCall.TIME.minusSeconds(1));
        assertEquals(0, fixture.transactions.run(calls.saved::end));
        assertEquals(List.of(form.id()), undoable(fixture.anna));
        // The end is a full minute.
        fixture.clock.move(Duration.ofMinutes(1));
        assertEquals(List.of(), undoable(fixture.anna));
        assertEquals("undo-late", refused(fixture.anna, form.id()));
        assertEquals(1, fixture.transactions.run(calls.saved::end));
        assertEquals("undo-late", refused(fixture.anna, form.id()));
        assertEquals(1, fixture.open(fixture.anna, ticket).timeline().size());
        assertEquals(1, calls.facts().size());
        assertEquals(0, rows("SELECT 1 FROM call_draft"));
        assertEquals(0, rows("SELECT 1 FROM seal WHERE file = ?", form.id()));
        assertTrue(calls.erasing.erased().contains(form.id()), "nor does a copy of the database, once it is restored");
    }

    @Test
    void whatHasChangedInItsTicketSinceIsNotTakenBack() {
        CallDraft form = form("Wohnung");
        UUID ticket = calls.log(fixture.anna, Calls.inTicket("new", "Wohnung", null), form)
                .ticket();
        fixture.transactions.run(
                () -> fixture.composing().keep(fixture.bela, ticket, Draft.of("Guten Tag"), DraftOrigin.page(null)));
        assertThrows(TicketChanged.class, () -> calls.undo.undo(fixture.anna, form.id()), "bela is writing");
        fixture.statements.run("DELETE FROM draft");
        fixture.transactions.run(() -> fixture.desk().note(fixture.bela, ticket, "Rufe zurück", Optional.empty()));
        assertThrows(TicketChanged.class, () -> calls.undo.undo(fixture.anna, form.id()));
        assertEquals(2, fixture.open(fixture.anna, ticket).timeline().size());
        CallDraft added = form("Noch einmal");
        calls.log(fixture.anna, Calls.inTicket(ticket.toString(), "Noch einmal", null), added);
        fixture.status(fixture.bela, ticket, Status.WAITING);
        assertThrows(TicketChanged.class, () -> calls.undo.undo(fixture.anna, added.id()));
        assertEquals(4, fixture.open(fixture.anna, ticket).timeline().size());
        assertEquals(2, calls.facts().size());
        assertEquals(Optional.empty(), calls.drafts.find(fixture.anna, added.id()));
    }

    @Test
    void whereAMailWentOutNothingIsTakenBack() {
        CallDraft form = form("Wohnung");
        calls.log(fixture.anna, Calls.onward(null, "Rosa@client.example", "Guten Tag"), form);
        assertEquals(List.of(), undoable(fixture.anna));
        calls.log(fixture.anna, Calls.onward("haus AM fluss", "Rosa@client.example", null), form);
        calls.undo.undo(fixture.anna, form.id());
        assertEquals(1, calls.facts().size());
    }

    @Test
    void whatTheWindowKeepsTooLateChangesNothing() {
        CallDraft form = form("Wohnung");
        calls.keep(fixture.anna, form);
        calls.log(fixture.anna, Calls.count("silent"), form);
        calls.keep(fixture.anna, new CallDraft(form.id(), form.began(), 9, Map.of("note", List.of("zu spät"))));
        assertEquals(List.of(), calls.drafts.all(fixture.anna));
        calls.discard(fixture.anna, form.id());
        calls.undo.undo(fixture.anna, form.id());
        assertEquals(List.of(form), calls.drafts.all(fixture.anna));
    }

    @Test
    void aCallThatHasBecomePartOfAMonthsNumbersStays() {
        var statistics = new StatisticsFixture(fixture.transactions, fixture.keys, fixture.clock);
        fixture.clock.move(Duration.between(fixture.clock.instant(), Instant.parse("2026-03-31T21:59:00Z")));
        statistics.runBefore(fixture.clock.instant());
        List<CallDraft> forms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            forms.add(form("Wohnung"));
            calls.log(fixture.anna, Calls.inTicket("new", "Wohnung", null), forms.get(i));
        }
        fixture.clock.move(Duration.ofMinutes(2));
        statistics.move().run();
        assertEquals(0, calls.facts().size());
        assertEquals("undo-counted", refused(fixture.anna, forms.get(0).id()));
        assertEquals(12, rows("SELECT 1 FROM ticket"));
        assertEquals(12, undoable(fixture.anna).size());
    }

    @Test
    void aCrashInBetweenLosesNothingAndDoublesNothing() {
        CallDraft form = form("Wohnung");
        UUID ticket = calls.log(fixture.anna, Calls.inTicket("new", "Wohnung", null), form)
                .ticket();
        calls.erasing.atCommit(() -> {
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, () -> calls.undo.undo(fixture.anna, form.id()));
        assertEquals(1, fixture.open(fixture.anna, ticket).timeline().size());
        assertEquals(1, calls.facts().size());
        assertEquals(List.of(form.id()), undoable(fixture.anna));
        calls.erasing.atCommit(() -> {});
        calls.undo.undo(fixture.anna, form.id());
        assertEquals(0, calls.facts().size());
        assertEquals(List.of(form), calls.drafts.all(fixture.anna));
    }

    @Test
    void ofTwoWindowsOneTakesACallBack() throws Exception {
        for (NewCall call : List.of(Calls.count("silent"), Calls.inTicket("new", "Wohnung", null))) {
            CallDraft form = form("Wohnung");
            calls.log(fixture.anna, call, form);
            var windows = Executors.newFixedThreadPool(2);
            List<String> outcomes = new ArrayList<>();
            Callable<String> undo = () -> outcome(form.id());
            for (Future<String> window : windows.invokeAll(List.of(undo, undo))) {
                outcomes.add(window.get(30, TimeUnit.SECONDS));
            }
            windows.shutdown();
            outcomes.sort(null);
            assertEquals(List.of("done", "undo-twice"), outcomes);
            assertEquals(0, calls.facts().size());
        }
    }

    private String outcome(UUID id) {
        try {
            calls.undo.undo(fixture.anna, id);
            return "done";
        } catch (InvalidInput e) {
            return e.reason();
        }
    }
}
