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

    /** Somebody's wish. */
    record Request(UUID person, ErasureGround ground) {}

    /** Who asked, and why. */
    Optional<Request> of(UUID ticket) {
        return statements
                .list(
                        "SELECT person_id, ground FROM erasure_request WHERE ticket_id = ?",
                        row -> new Request(row.getObject(1, UUID.class), ErasureGround.valueOf(row.getString(2))),
                        ticket)
                .stream()
                .findFirst();
    }

    void add(UUID ticket, UUID person, ErasureGround ground) {
        statements.run(
                "INSERT INTO erasure_request (ticket_id, person_id, ground) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                ticket,
                person,
                ground.name());
    }

    boolean remove(UUID ticket) {
        return statements.run("DELETE FROM erasure_request WHERE ticket_id = ?", ticket) > 0;
    }
}
