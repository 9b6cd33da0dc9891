package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Statements;

/** The people as an administrator sees them: who there is, and who may sign in. Which teams they belong to only their teams know. */
@ApplicationScoped
@Transactional
public class Staff {

    /** @param blockedOn since when they may not sign in; null where they may */
    public record Member(
            UUID person,
            String name,
            String displayName,
            Set<Role> roles,
            @Nullable LocalDate blockedOn) {}

    private final Statements statements;
    private final People people;
    private final DisplayNames displayNames;
    private final AuditTrail audit;
    private final Clock clock;
    private final Consumer<PersonBlocked> blocked;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Staff() {
        this(null, null, null, null, null, (Consumer<PersonBlocked>) null);
    }

    @Inject
    public Staff(
            Statements statements,
            People people,
            DisplayNames displayNames,
            AuditTrail audit,
            Clock clock,
            Event<PersonBlocked> blocked) {
        this(statements, people, displayNames, audit, clock, blocked::fire);
    }

    Staff(
            Statements statements,
            People people,
            DisplayNames displayNames,
            AuditTrail audit,
            Clock clock,
            Consumer<PersonBlocked> blocked) {
        this.statements = statements;
        this.people = people;
        this.displayNames = displayNames;
        this.audit = audit;
        this.clock = clock;
        this.blocked = blocked;
    }

    /** Everybody, by sign-in name. @throws Refused where the caller is no administrator */
    public List<Member> all(Caller caller) {
        caller.requireAdministrator();
        return statements.list(
                "SELECT id, name, display_name, roles, blocked_on FROM person ORDER BY name", this::member);
    }

    private Member member(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        String name = row.getString(2);
        return new Member(
                id,
                name,
                displayNames.opened(id, row.getBytes(3), name),
                Role.of(row.getString(4)),
                row.getObject(5, LocalDate.class));
    }

    /**
     * Lets somebody sign in no more and ends their sessions. What is sealed to them stays sealed to them until their teams take them
     * out; without a session nothing of it opens.
     *
     * @throws Refused where the caller is no administrator
     * @throws InvalidInput where it is the caller themselves, or nobody
     */
    public void block(Caller caller, UUID person) {
        caller.requireAdministrator();
        if (caller.person().equals(person)) {
            throw new InvalidInput("person", "yourself");
        }
        requireKnown(person);
        people.block(person, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        audit.add(Act.PERSON_BLOCKED, caller.person(), person);
        blocked.accept(new PersonBlocked(person));
    }

    /** Lets somebody sign in again. @throws Refused where the caller is no administrator */
    public void unblock(Caller caller, UUID person) {
        caller.requireAdministrator();
        requireKnown(person);
        people.block(person, null);
        audit.add(Act.PERSON_UNBLOCKED, caller.person(), person);
    }

    private void requireKnown(UUID person) {
        if (people.byId(person).isEmpty()) {
            throw new InvalidInput("person", "unknown-value");
        }
    }
}
