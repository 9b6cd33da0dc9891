package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/** People who read a ticket until a time, beside those who are responsible. Their seals follow by {@link Readership}. */
@Dependent
class CoReaders {

    /** Why somebody reads along. */
    enum Reason {
        SECOND,
        DEPUTY,
        ASKED,
        MOVED
    }

    private final Statements statements;

    @Inject
    CoReaders(Statements statements) {
        this.statements = statements;
    }

    /** Adds a person, or gives who is there already another reason and time. */
    void put(UUID ticket, UUID person, Reason reason, Instant end) {
        put(ticket, person, reason, end, null);
    }

    /** Lets whoever moved a ticket away from a team read it a little longer. */
    void moved(UUID ticket, UUID person, UUID from, Instant end) {
        put(ticket, person, Reason.MOVED, end, from);
    }

    private void put(UUID ticket, UUID person, Reason reason, Instant end, @Nullable UUID movedFrom) {
        String sql = """
                INSERT INTO co_reader (ticket_id, person_id, reason, ends_at, moved_from) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (ticket_id, person_id) DO UPDATE
                SET reason = excluded.reason, ends_at = excluded.ends_at, moved_from = excluded.moved_from""";
        statements.run(sql, ticket, person, reason.name(), end.atOffset(ZoneOffset.UTC), movedFrom);
    }

    /** Lets those who read one ticket along read another for as long. @param except who reads that anyway */
    void follow(UUID from, UUID to, @Nullable UUID except) {
        String sql = """
                INSERT INTO co_reader (ticket_id, person_id, reason, ends_at)
                SELECT CAST(? AS uuid), person_id, reason, ends_at FROM co_reader
                WHERE ticket_id = ? AND reason <> 'MOVED' AND person_id IS DISTINCT FROM CAST(? AS uuid)
                ON CONFLICT DO NOTHING""";
        statements.run(sql, to, from, except);
    }

    /** False where the person does not read along. */
    boolean remove(UUID ticket, UUID person) {
        return statements.run("DELETE FROM co_reader WHERE ticket_id = ? AND person_id = ?", ticket, person) == 1;
    }

    void removeAll(UUID ticket) {
        statements.run("DELETE FROM co_reader WHERE ticket_id = ?", ticket);
    }

    /** Forgets whose time is over. */
    void removeEnded(Instant now) {
        statements.run("DELETE FROM co_reader WHERE ends_at <= ?", now.atOffset(ZoneOffset.UTC));
    }
}
