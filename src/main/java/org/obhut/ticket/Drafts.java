package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Statements;

/** Unsent texts, one for each person and ticket, sealed into the ticket. */
@Dependent
class Drafts {

    private record Stored(UUID item, byte[] wrap, byte[] body, boolean discarded) {}

    /** What is sealed: the words, when they were kept, and by which window. */
    record Sealed(UUID revision, Draft words, @Nullable Instant at, DraftOrigin origin, boolean discarded) {}

    private final Statements statements;
    private final DraftFiles files;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Drafts(Statements statements, DraftFiles files, Deadlines deadlines, SecureRandom random) {
        this.statements = statements;
        this.files = files;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** Keeps the words in place of those before; the draft's files stay. Returns the new revision. */
    UUID save(OpenTicket open, Draft words, DraftOrigin origin) {
        String sql = """
                INSERT INTO draft (ticket_id, person_id, item_id, wrap, body) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (ticket_id, person_id) DO UPDATE
                SET item_id = excluded.item_id, wrap = excluded.wrap, body = excluded.body, discarded = false""";
        UUID item = RandomId.next(random);
        try (ItemKey key = open.file().newItem(item)) {
            byte[] clear = words.write(ClearWriter.begin())
                    .put("at", deadlines.now())
                    .put("window", origin.window())
                    .put("sequence", origin.sequence())
                    .bytes();
            statements.run(sql, open.id(), open.person(), item, key.wrap(), key.seal(Part.BODY, clear));
        }
        return item;
    }

    /** Deletes the draft with its files. True where there was one. */
    boolean remove(OpenTicket open) {
        return statements.run("DELETE FROM draft WHERE ticket_id = ? AND person_id = ?", open.id(), open.person()) > 0;
    }

    /** Hides the draft, or brings a hidden one back. True where that was to be done. */
    boolean discarded(OpenTicket open, boolean discarded) {
        return statements.run(
                        "UPDATE draft SET discarded = ? WHERE ticket_id = ? AND person_id = ? AND discarded <> ?",
                        discarded,
                        open.id(),
                        open.person(),
                        discarded)
                > 0;
    }

    /** The caller's draft. */
    KeptDraft of(OpenTicket open) {
        return find(open, false).map(found -> kept(open, found)).orElse(KeptDraft.NONE);
    }

    private KeptDraft kept(OpenTicket open, Sealed found) {
        return found.discarded()
                ? new KeptDraft(null, null, Draft.NONE, List.of(), true)
                : new KeptDraft(found.revision(), found.at(), found.words(), files.of(open, open.person()), false);
    }

    /** What lies there, discarded or not, and nobody else can change until the transaction ends. */
    Optional<Sealed> locked(OpenTicket open) {
        return find(open, true);
    }

    private Optional<Sealed> find(OpenTicket open, boolean lock) {
        String sql = "SELECT item_id, wrap, body, discarded FROM draft WHERE ticket_id = ? AND person_id = ?"
                + (lock ? " FOR UPDATE" : "");
        return statements
                .list(
                        sql,
                        row -> new Stored(
                                row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3), row.getBoolean(4)),
                        open.id(),
                        open.person())
                .stream()
                .map(stored -> open(open, stored))
                .findFirst();
    }

    private static Sealed open(OpenTicket open, Stored stored) {
        try (ItemKey key = open.file().item(stored.item(), stored.wrap())) {
            ClearReader from = ClearReader.of(key.open(Part.BODY, stored.body()));
            Instant at = from.instantOrNull("at");
            long sequence = at == null ? 0 : from.number("sequence");
            return new Sealed(
                    stored.item(),
                    Draft.read(from),
                    at,
                    new DraftOrigin(null, from.text("window"), sequence),
                    stored.discarded());
        }
    }
}
