package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/** The stored tickets. Every change first takes the ticket's row lock, so that two changes follow each other. */
@Dependent
class Tickets {

    private final EntityManager entities;
    private final Statements statements;

    @Inject
    Tickets(EntityManager entities, Statements statements) {
        this.entities = entities;
        this.statements = statements;
    }

    Optional<Ticket> find(UUID id) {
        return Optional.ofNullable(entities.find(Ticket.class, id));
    }

    /** These tickets in the order of their ids here. */
    List<Ticket> inOrder(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("SELECT t FROM Ticket t WHERE t.id IN :ids", Ticket.class)
                .setParameter("ids", ids)
                .getResultStream()
                .sorted(Comparator.comparingInt(ticket -> ids.indexOf(ticket.id())))
                .toList();
    }

    /** The ticket with its row locked until the transaction ends; waits for whoever holds it. */
    Optional<Ticket> locked(UUID id) {
        return Optional.ofNullable(entities.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the row if nobody else holds it, and then brings the ticket up to date. */
    boolean lockIfFree(Ticket ticket) {
        String sql = "SELECT 1 FROM ticket WHERE id = ? FOR UPDATE SKIP LOCKED";
        if (statements.list(sql, row -> true, ticket.id()).isEmpty()) {
            return false;
        }
        entities.refresh(ticket);
        return true;
    }

    /** Keeps the ticket from being erased or changed until the transaction ends; waits for whoever changes it. */
    void keep(UUID id) {
        statements.list("SELECT 1 FROM ticket WHERE id = ? FOR KEY SHARE", row -> true, id);
    }

    /** Stores the ticket at once, so that its items can refer to it. */
    void add(Ticket ticket) {
        entities.persist(ticket);
        entities.flush();
    }

    /** The next place in the order of activity; taken under the ticket's lock, so that it is the order of the timeline, too. */
    long nextRank() {
        return statements
                .list("SELECT nextval('ticket_rank')", row -> row.getLong(1))
                .get(0);
    }

    /** Makes a person responsible for a locked ticket, or nobody. */
    void assign(Ticket ticket, @Nullable UUID person) {
        statements.run("UPDATE ticket SET assignee_id = ? WHERE id = ?", person, ticket.id());
        ticket.assign(person);
    }

    /** Makes two runs of the same request follow each other until the transaction ends. */
    void serialise(UUID request) {
        statements.list("SELECT pg_advisory_xact_lock(?)", row -> true, request.getMostSignificantBits());
    }
}
