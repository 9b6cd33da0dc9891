package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;

/** The rows of passkeys. Part of the caller's transaction. */
@Dependent
class PasskeyRows {

    /** @param sealed the bytes of the credential as they are stored, by which a change since is noticed */
    record Row(UUID id, UUID person, Credential credential, byte[] sealed, LocalDate addedOn) {}

    private static final String ROWS = "SELECT id, sealed, added_on FROM passkey WHERE person_id = ?";

    private final Statements statements;
    private final OperatingSecrets secrets;
    private final BlindIndex index;

    @Inject
    PasskeyRows(Statements statements, OperatingSecrets secrets, BlindIndex index) {
        this.statements = statements;
        this.secrets = secrets;
        this.index = index;
    }

    /** Of two transactions that change a person's passkeys the second waits here for the first. */
    void lock(UUID person) {
        statements.list("SELECT 1 FROM person WHERE id = ? FOR UPDATE", row -> true, person);
    }

    /** A person's passkeys, the oldest first. */
    List<Row> of(UUID person) {
        return statements.list(ROWS + " ORDER BY added_on, id", row -> row(person, row), person);
    }

    boolean any(UUID person) {
        return !statements
                .list("SELECT 1 FROM passkey WHERE person_id = ? LIMIT 1", row -> true, person)
                .isEmpty();
    }

    /** The person's passkey with this credential id. */
    Optional<Row> find(UUID person, byte[] credential) {
        return statements.list(ROWS + " AND credential = ?", row -> row(person, row), person, hash(credential)).stream()
                .findFirst();
    }

    private Row row(UUID person, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        byte[] sealed = row.getBytes(2);
        Credential credential = Credential.decoded(secrets.openSetting(context(person, id), sealed));
        return new Row(id, person, credential, sealed, row.getObject(3, LocalDate.class));
    }

    /** False where this credential is known already, whoever has it. */
    boolean add(UUID id, UUID person, byte[] credential, Credential content, LocalDate on) {
        String sql = """
                INSERT INTO passkey (id, person_id, credential, sealed, added_on) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (credential) DO NOTHING""";
        return statements.run(sql, id, person, hash(credential), sealed(person, id, content), on) == 1;
    }

    /** Stores what has changed; false where the row was changed or removed since it was read. */
    boolean replace(Row read, Credential content) {
        return statements.run(
                        "UPDATE passkey SET sealed = ? WHERE id = ? AND sealed = ?",
                        sealed(read.person(), read.id(), content),
                        read.id(),
                        read.sealed())
                == 1;
    }

    boolean remove(UUID person, UUID id) {
        return statements.run("DELETE FROM passkey WHERE person_id = ? AND id = ?", person, id) == 1;
    }

    private byte[] sealed(UUID person, UUID id, Credential content) {
        return secrets.sealSetting(context(person, id), content.encoded());
    }

    /** Keyed: what an authenticator is known by elsewhere does not say whose row this is. */
    private UUID hash(byte[] credential) {
        return index.id("passkey", Base64.getUrlEncoder().withoutPadding().encodeToString(credential));
    }

    private static String context(UUID person, UUID id) {
        return "person/" + person + "/passkey/" + id;
    }
}
