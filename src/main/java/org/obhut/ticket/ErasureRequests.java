package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.obhut.platform.Statements;

/** Who wants a ticket erased at once, where its team wants two people to agree; and which teams do. */
@Dependent
class ErasureRequests {

    private final Statements statements;

    @Inject
    ErasureRequests(Statements statements) {
        this.statements = statements;
    }

    boolean needsTwo(UUID team) {
        return !statements
                .list("SELECT 1 FROM erasure_by_two WHERE team_id = ?", row -> true, team)
                .isEmpty();
    }

    void needsTwo(UUID team, boolean two) {
        statements.run(
                two
                        ? "INSERT INTO erasure_by_two (team_id) VALUES (?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM erasure_by_two WHERE team_id = ?",
                team);
    }

    /** Who asked. */
    Optional<UUID> of(UUID ticket) {
        return statements
                .list(
                        "SELECT person_id FROM erasure_request WHERE ticket_id = ?",
                        row -> row.getObject(1, UUID.class),
                        ticket)
                .stream()
                .findFirst();
    }

    void add(UUID ticket, UUID person) {
        statements.run(
                "INSERT INTO erasure_request (ticket_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                ticket,
                person);
    }

    boolean remove(UUID ticket) {
        return statements.run("DELETE FROM erasure_request WHERE ticket_id = ?", ticket) > 0;
    }
}
