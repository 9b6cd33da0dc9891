package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.platform.Statements;

/** Which version of a ticket a person has seen. */
@Dependent
class ReadMarks {

    private record Mark(UUID ticket, long seen) {}

    private final Statements statements;

    @Inject
    ReadMarks(Statements statements) {
        this.statements = statements;
    }

    void seen(UUID person, UUID ticket, long version) {
        String sql = """
                INSERT INTO read_mark (ticket_id, person_id, seen) VALUES (?, ?, ?)
                ON CONFLICT (ticket_id, person_id) DO UPDATE SET seen = excluded.seen
                WHERE read_mark.seen < excluded.seen""";
        statements.run(sql, ticket, person, version);
    }

    /** A person's own change leaves the ticket as read as it was before. */
    void followed(UUID person, UUID ticket, long before, long after) {
        String sql = "UPDATE read_mark SET seen = ? WHERE ticket_id = ? AND person_id = ? AND seen = ?";
        statements.run(sql, after, ticket, person, before);
    }

    /** The version of each of these tickets that the person has seen; none where never opened. */
    Map<UUID, Long> of(UUID person, Collection<UUID> tickets) {
        String sql = "SELECT ticket_id, seen FROM read_mark WHERE person_id = ? AND ticket_id = ANY (?)";
        return statements
                .list(sql, row -> new Mark(row.getObject(1, UUID.class), row.getLong(2)), person, tickets)
                .stream()
                .collect(Collectors.toMap(Mark::ticket, Mark::seen));
    }
}
