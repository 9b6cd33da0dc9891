package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.SealingKey;
import org.obhut.platform.Statements;

/** The people's rows. Part of the caller's transaction. */
@ApplicationScoped
public class People {

    private static final String SELECT = """
            SELECT id, name, language, roles, salt, argon2_memory, argon2_passes, argon2_lanes, verifier, sealed_root,
                public_key FROM person\s""";

    private final Statements statements;

    /** Sign-in names never change, and every row of a list asks for one. */
    private final Map<UUID, String> names = new ConcurrentHashMap<>();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected People() {
        this.statements = null;
    }

    @Inject
    public People(Statements statements) {
        this.statements = statements;
    }

    void add(Person person) {
        String sql = """
                INSERT INTO person (id, name, language, roles, public_key,
                    salt, argon2_memory, argon2_passes, argon2_lanes, verifier, sealed_root)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        Person.Lock lock = person.lock();
        statements.run(
                sql,
                person.id(),
                person.name(),
                person.language(),
                Role.text(person.roles()),
                person.key().encoded(),
                lock.salt(),
                lock.cost().memory(),
                lock.cost().passes(),
                lock.cost().lanes(),
                lock.verifierHash(),
                lock.sealedRoot());
    }

    /** Replaces the lock where it is still the one that was read; false where someone else was faster. */
    boolean changeLock(UUID person, Person.Lock from, Person.Lock to) {
        String sql = """
                UPDATE person SET salt = ?, argon2_memory = ?, argon2_passes = ?, argon2_lanes = ?, verifier = ?, sealed_root = ?
                WHERE id = ? AND salt = ?""";
        Argon2Cost cost = to.cost();
        int changed = statements.run(
                sql,
                to.salt(),
                cost.memory(),
                cost.passes(),
                cost.lanes(),
                to.verifierHash(),
                to.sealedRoot(),
                person,
                from.salt());
        return changed == 1;
    }

    /** Until the running transaction ends, nobody else adds a person. */
    void keepOthersOut() {
        statements.run("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE");
    }

    boolean isEmpty() {
        return statements.list("SELECT 1 FROM person LIMIT 1", row -> true).isEmpty();
    }

    Optional<Person> byName(String name) {
        return statements.list(SELECT + "WHERE name = ?", People::person, name).stream()
                .findFirst();
    }

    Optional<Person> byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    List<Person> byIds(Collection<UUID> ids) {
        return statements.list(SELECT + "WHERE id = ANY (?)", People::person, ids);
    }

    /** Everybody, by name. */
    List<Person> all() {
        return statements.list(SELECT + "ORDER BY name", People::person);
    }

    /** @param language of the console, BCP 47 */
    void speak(UUID person, String language) {
        statements.run("UPDATE person SET language = ? WHERE id = ?", language, person);
    }

    /** Whether the person may not sign in at present. */
    boolean blocked(UUID person) {
        return !statements
                .list("SELECT 1 FROM person WHERE id = ? AND blocked_on IS NOT NULL", row -> true, person)
                .isEmpty();
    }

    /** @param on since when the person may not sign in; null where they may again */
    void block(UUID person, @Nullable LocalDate on) {
        statements.run("UPDATE person SET blocked_on = ? WHERE id = ?", on, person);
    }

    /** Whether the person has another key since their account was reset. */
    boolean wasReset(UUID person) {
        return !statements
                .list("SELECT 1 FROM person WHERE id = ? AND reset_on IS NOT NULL", row -> true, person)
                .isEmpty();
    }

    /** The sign-in name of a person; empty where there is none. */
    Optional<String> name(UUID id) {
        return Optional.ofNullable(names.computeIfAbsent(
                id, wanted -> byId(wanted).map(Person::name).orElse(null)));
    }

    private static Person person(ResultSet row) throws SQLException {
        Set<Role> roles = Role.of(row.getString(4));
        Argon2Cost cost = new Argon2Cost(row.getInt(6), row.getInt(7), row.getInt(8));
        Person.Lock lock = new Person.Lock(row.getBytes(5), cost, row.getBytes(9), row.getBytes(10));
        SealingKey key = new SealingKey(row.getBytes(11));
        return new Person(row.getObject(1, UUID.class), row.getString(2), row.getString(3), roles, lock, key);
    }
}
