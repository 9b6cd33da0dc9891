package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.LocalErasure;
import org.obhut.ticket.DeskFixture;

/** Calls that are under way, on a real database with real keys. */
class CallDraftsIT {

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

    private static CallDraft draft(UUID id, long sequence, String note) {
        Instant began = Instant.parse("2026-03-02T10:42:00Z");
        return new CallDraft(id, began, sequence, Map.of("note", List.of(note), "topics", List.of("tax", "debts")));
    }

    @Test
    void aCallThatIsUnderWayOpensForWhoTookItAlone() {
        UUID id = UUID.randomUUID();
        calls.keep(fixture.anna, draft(id, 1, "Wohnung"));
        calls.keep(fixture.anna, draft(id, 3, "Wohnung gekündigt"));
        calls.keep(fixture.anna, draft(id, 2, "kommt zu spät"));
        assertEquals(List.of(draft(id, 3, "Wohnung gekündigt")), calls.drafts.all(fixture.anna));
        assertEquals(List.of(), calls.drafts.all(fixture.leyla), "not even for the lead");
        assertEquals(Optional.empty(), calls.drafts.find(fixture.leyla, id));
        assertThrows(InvalidInput.class, () -> calls.keep(fixture.bela, draft(id, 9, "überschrieben")));
        calls.discard(fixture.bela, id);
        assertEquals(1, calls.drafts.all(fixture.anna).size(), "nobody else can throw it away");
        assertThrows(Refused.class, () -> calls.keep(fixture.admin, draft(UUID.randomUUID(), 1, "")));
    }

    @Test
    void whatIsPutAsideWithoutScriptIsGoneOnWith() {
        UUID id = UUID.randomUUID();
        calls.keep(fixture.anna, draft(id, CallDraft.LAST, "eins"));
        calls.keep(fixture.anna, draft(id, CallDraft.LAST, "zwei"));
        assertEquals("zwei", note(id));
        calls.keep(fixture.anna, draft(id, 1_900_000_000_000L, "drei"));
        assertEquals("drei", note(id));
        calls.keep(fixture.anna, draft(id, CallDraft.LAST, "vier"));
        assertEquals("vier", note(id));
    }

    private String note(UUID id) {
        return calls.drafts
                .find(fixture.anna, id)
                .orElseThrow()
                .fields()
                .get("note")
                .get(0);
    }

    @Test
    void theSealAndNotTheRowDecidesWhoOpensACall() {
        UUID id = UUID.randomUUID();
        calls.keep(fixture.anna, draft(id, 1, "Wohnung"));
        fixture.statements.run("UPDATE call_draft SET person_id = ?", fixture.leyla.person());
        assertEquals(List.of(), calls.drafts.all(fixture.leyla));
        assertEquals(Optional.empty(), calls.drafts.find(fixture.leyla, id));
    }

    @Test
    void aLoggedOrDiscardedCallLeavesNoDraft() {
        UUID logged = UUID.randomUUID();
        UUID discarded = UUID.randomUUID();
        calls.keep(fixture.anna, draft(logged, 1, "eins"));
        calls.keep(fixture.anna, draft(discarded, 1, "zwei"));
        assertThrows(InvalidInput.class, () -> calls.log(fixture.anna, Calls.count("chat"), draft(logged, 1, "eins")));
        assertEquals(2, calls.drafts.all(fixture.anna).size(), "what could not be logged is not lost");
        calls.log(fixture.anna, Calls.count("silent"), draft(logged, 1, "eins"));
        calls.discard(fixture.anna, discarded);
        assertEquals(List.of(), calls.drafts.all(fixture.anna));
        fixture.clock.move(SavedCall.TIME.plusMinutes(1));
        fixture.transactions.run(calls.saved::end);
        assertEquals(
                0,
                fixture.statements
                        .list("SELECT 1 FROM seal WHERE file = ANY (?)", row -> 1, Set.of(logged, discarded))
                        .size());
    }

    @Test
    void aCallThatNobodyGoesOnWithIsErased() throws Exception {
        calls.keep(fixture.anna, draft(UUID.randomUUID(), 1, "vergessen"));
        LocalErasure erasing = fixture.erasing().with(new ForgottenCalls(fixture.statements));
        fixture.clock.move(Duration.ofDays(CallFiles.DAYS - 1));
        erasing.begun().run();
        assertEquals(1, calls.drafts.all(fixture.anna).size());
        fixture.clock.move(Duration.ofDays(1));
        erasing.begun().run();
        assertEquals(List.of(), calls.drafts.all(fixture.anna));
    }
}
