package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;
import org.obhut.platform.Statements;

/** The rows of accounts that were reset. Part of the caller's transaction. */
@Dependent
class ResetRows {

    private final Statements statements;
    private final BlindIndex index;

    @Inject
    ResetRows(Statements statements, BlindIndex index) {
        this.statements = statements;
        this.index = index;
    }

    /** Stores a link in the place of one that was made before. */
    void put(UUID person, String token, Instant expiresAt) {
        String sql = """
                INSERT INTO account_reset (person_id, link, expires_at) VALUES (?, ?, ?)
                ON CONFLICT (person_id) DO UPDATE SET link = excluded.link, expires_at = excluded.expires_at""";
        statements.run(sql, person, link(token), expiresAt.atOffset(ZoneOffset.UTC));
    }

    /** Whose link this is, if it still works. */
    Optional<UUID> byToken(String token, Instant now) {
        return statements
                .list(
                        "SELECT person_id FROM account_reset WHERE link = ? AND expires_at > CAST(? AS timestamptz)",
                        row -> row.getObject(1, UUID.class),
                        link(token),
                        now.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** False where the link was used meanwhile. */
    boolean remove(UUID person) {
        return statements.run("DELETE FROM account_reset WHERE person_id = ?", person) == 1;
    }

    /** Gives a person other keys. */
    void changeKeys(Person person, LocalDate on) {
        Person.Lock lock = person.lock();
        String sql = """
                UPDATE person SET public_key = ?, reset_on = ?, salt = ?, argon2_memory = ?, argon2_passes = ?,
                    argon2_lanes = ?, verifier = ?, sealed_root = ?, language = ? WHERE id = ?""";
        statements.run(
                sql,
                person.key().encoded(),
                on,
                lock.salt(),
                lock.cost().memory(),
                lock.cost().passes(),
                lock.cost().lanes(),
                lock.verifierHash(),
                lock.sealedRoot(),
                person.language(),
                person.id());
    }

    /** App, passkeys and codes may be lost, too, or be somebody else's. */
    void forgetSecondFactors(UUID person) {
        for (String table : List.of("one_time_code", "passkey", "recovery_code")) {
            statements.run("DELETE FROM " + table + " WHERE person_id = ?", person);
        }
    }

    private UUID link(String token) {
        return index.id("account-reset", token);
    }
}
