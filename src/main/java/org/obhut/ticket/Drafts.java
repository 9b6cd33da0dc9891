package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Statements;

/** Unsent texts, one for each person and ticket, sealed into the ticket. */
@Dependent
class Drafts {

    private record Stored(UUID item, byte[] wrap, byte[] body) {}

    private final Statements statements;
    private final SecureRandom random;

    @Inject
    Drafts(Statements statements, SecureRandom random) {
        this.statements = statements;
        this.random = random;
    }

    /** Keeps the text. True where there was none before. */
    boolean save(OpenTicket open, Draft draft) {
        // xmax is 0 in a row that was inserted and not updated.
        String sql = """
                INSERT INTO draft (ticket_id, person_id, item_id, wrap, body) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (ticket_id, person_id) DO UPDATE
                SET item_id = excluded.item_id, wrap = excluded.wrap, body = excluded.body
                RETURNING xmax = 0""";
        UUID item = RandomId.next(random);
        try (ItemKey key = open.file().newItem(item)) {
            byte[] body = key.seal(Part.BODY, draft.bytes());
            return statements
                    .list(sql, row -> row.getBoolean(1), open.id(), open.person(), item, key.wrap(), body)
                    .get(0);
        }
    }

    /** Discards the text. True where there was one. */
    boolean discard(OpenTicket open) {
        return statements.run("DELETE FROM draft WHERE ticket_id = ? AND person_id = ?", open.id(), open.person()) > 0;
    }

    /** The caller's text, empty where there is none. */
    Draft of(OpenTicket open) {
        String sql = "SELECT item_id, wrap, body FROM draft WHERE ticket_id = ? AND person_id = ?";
        return statements
                .list(
                        sql,
                        row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                        open.id(),
                        open.person())
                .stream()
                .map(stored -> open(open, stored))
                .findFirst()
                .orElse(Draft.NONE);
    }

    private static Draft open(OpenTicket open, Stored stored) {
        try (ItemKey key = open.file().item(stored.item(), stored.wrap())) {
            return Draft.of(key.open(Part.BODY, stored.body()));
        }
    }
}
