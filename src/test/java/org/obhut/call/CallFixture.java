package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeLists;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.HeardEvent;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.LocalErasure;
import org.obhut.statistics.StagedFacts;
import org.obhut.statistics.StatisticsFixture;
import org.obhut.ticket.CallsTakenBack;
import org.obhut.ticket.DeskFixture;

/** Calls on a real database with real keys, at the desk of a {@link DeskFixture}. Every call through it is one transaction. */
final class CallFixture implements AutoCloseable {

    final DeskFixture desk;
    final CodeLists lists = new CodeLists();
    final CallDrafts drafts;
    final CallCount count;
    final SavedCalls saved;
    final CallUndo undo;
    final LocalErasure erasing;

    private final OperatingSecrets secrets;
    private final CallLog log;

    CallFixture(Path keys) {
        desk = new DeskFixture(keys);
        erasing = desk.erasing();
        secrets = new OperatingSecrets(desk.keys, desk.random, desk.clock);
        CallFiles files = new CallFiles(
                desk.statements,
                new Sealer(desk.keys, desk.random),
                new Seals(desk.statements, desk.clock),
                HeardEvent.by(gone -> new ErasedFiles(desk.keys).note(gone.file())),
                desk.random,
                desk.clock);
        drafts = new CallDrafts(files, desk.random, desk.clock);
        StagedFacts staged = StatisticsFixture.staged(desk.statements, secrets, desk.random);
        count = new CallCount(staged, new CallReceipts(desk.statements), desk.index, desk.random, desk.clock);
        saved = new SavedCalls(files, count, desk.random, desk.clock);
        CallsTakenBack takenBack = desk.takenBack(erasing.erasure());
        undo = new CallUndo(new Transacted(files), takenBack);
        log = new CallLog(
                desk.desk(),
                desk.teams(),
                count,
                new CallPlaces(new OnePlace(), desk.referring()),
                new CallMail(desk.desk(), desk.writing()),
                drafts,
                saved,
                takenBack,
                lists,
                desk.clock);
    }

    /** As the container does it: in the running transaction, or else in one of its own. */
    private final class Transacted extends SavedCalls {

        Transacted(CallFiles files) {
            super(files, count, desk.random, desk.clock);
        }

        @Override
        void giveBack(Caller caller, UUID id, Consumer<SavedCall> also) {
            desk.transactions.join(() -> {
                super.giveBack(caller, id, also);
                return true;
            });
        }
    }

    LoggedCall log(Caller caller, NewCall call) {
        return desk.transactions.run(() -> log.log(caller, call));
    }

    /** Logs a call from the console, where it can be taken back. */
    LoggedCall log(Caller caller, NewCall call, CallDraft form) {
        return desk.transactions.run(() -> log.log(caller, call, form));
    }

    void keep(Caller caller, CallDraft draft) {
        desk.transactions.run(() -> {
            drafts.keep(caller, draft);
            return true;
        });
    }

    void discard(Caller caller, UUID draft) {
        desk.transactions.run(() -> {
            drafts.discard(caller, draft);
            return true;
        });
    }

    /** What is staged, opened. */
    List<JsonObject> facts() {
        return desk.statements.list("SELECT sealed FROM fact_staged", row -> row.getBytes(1)).stream()
                .map(envelope -> Json.createReader(new ByteArrayInputStream(secrets.openFact(envelope)))
                        .readObject())
                .toList();
    }

    /** Expects that this call is refused for a field, and nothing counted. */
    void assertField(String field, NewCall call) {
        assertEquals(
                field,
                assertThrows(InvalidInput.class, () -> log(desk.anna, call)).field());
        assertEquals(0, facts().size());
    }

    @Override
    public void close() {
        desk.close();
    }
}
