package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Statements;

/** The stored tickets. Every change first takes the ticket's row lock, so that two changes follow each other. */
@Dependent
class Tickets {

    private final EntityManager entities;
    private final Statements statements;
    private final RetentionPolicies policies;

    @Inject
    Tickets(EntityManager entities, Statements statements, RetentionPolicies policies) {
        this.entities = entities;
        this.statements = statements;
        this.policies = policies;
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

    /**
     * The ticket as it is now, with its row locked until the transaction ends; waits for whoever holds it. The lock leaves
     * rows of other tables free to refer to the ticket (PostgreSQL's FOR NO KEY UPDATE), so that reading never waits for it.
     */
    Optional<Ticket> locked(UUID id) {
        // What this transaction has changed already must be written before the row is read again.
        entities.flush();
        if (statements
                .list("SELECT 1 FROM ticket WHERE id = ? FOR NO KEY UPDATE", row -> true, id)
                .isEmpty()) {
            return Optional.empty();
        }
        Ticket ticket = entities.find(Ticket.class, id);
        entities.refresh(ticket);
        ticket.life().under(policies.of(ticket.mailbox()));
        return Optional.of(ticket);
    }

    /** Locks two tickets, always in the same order, so that nobody who does so waits for somebody who waits for them. */
    void lockBoth(UUID one, UUID other) {
        Stream.of(one, other).sorted().forEach(id -> locked(id).orElseThrow(TicketNotFound::new));
    }

    /** Locks the row if nobody else holds it, and then brings the ticket up to date. */
    boolean lockIfFree(Ticket ticket) {
        String sql = "SELECT 1 FROM ticket WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED";
        if (statements.list(sql, row -> true, ticket.id()).isEmpty()) {
            return false;
        }
        entities.refresh(ticket);
        return true;
    }

    /** How long tickets of a mailbox are kept; empty for those that came by phone. */
    RetentionPolicy policy(Optional<String> mailbox) {
        return policies.of(mailbox);
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
        statements.run("UPDATE ticket SET assignee_id = ?, proposed_id = NULL WHERE id = ?", person, ticket.id());
        ticket.assign(person);
    }

    /** Proposes a person for a locked ticket that nobody is responsible for, or nobody any more. */
    void propose(Ticket ticket, @Nullable UUID person) {
        statements.run("UPDATE ticket SET proposed_id = ? WHERE id = ?", person, ticket.id());
        ticket.propose(person);
    }

    /** How much these people have to do: a ticket that waits for the client counts once, an open one twice, an urgent one twice more. */
    Map<UUID, Integer> load(Set<UUID> people) {
        String sql = """
                SELECT coalesce(assignee_id, proposed_id) AS person,
                    sum(CASE status WHEN 'OPEN' THEN 2 ELSE 1 END + CASE WHEN urgent THEN 2 ELSE 0 END)
                FROM ticket WHERE (assignee_id = ANY (?) OR assignee_id IS NULL AND proposed_id = ANY (?))
                    AND status <> 'CLOSED' AND NOT spam
                GROUP BY 1""";
        Map<UUID, Integer> load = new HashMap<>();
        statements
                .list(sql, row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)), people, people)
                .forEach(each -> load.put(each.getKey(), each.getValue()));
        return load;
    }

    /** The tickets of a team for which a person is responsible. */
    List<UUID> assignedTo(UUID person, UUID team) {
        return statements.list(
                "SELECT id FROM ticket WHERE assignee_id = ? AND team_id = ? ORDER BY rank DESC",
                row -> row.getObject(1, UUID.class),
                person,
                team);
    }

    /** The tickets of a team for which somebody else than these is responsible, at most so many. */
    List<UUID> assignedToOthers(Set<UUID> members, UUID team, int limit) {
        return statements.list(
                "SELECT id FROM ticket WHERE assignee_id <> ALL (?) AND team_id = ? LIMIT ?",
                row -> row.getObject(1, UUID.class),
                members,
                team,
                limit);
    }

    /** Makes another team responsible for a locked ticket, and nobody of it. */
    void move(Ticket ticket, UUID team) {
        assign(ticket, null);
        ticket.move(team);
        entities.flush();
    }

    /** Makes two runs of the same request follow each other until the transaction ends. */
    void serialise(UUID request) {
        statements.list("SELECT pg_advisory_xact_lock(?)", row -> true, request.getMostSignificantBits());
    }
}
