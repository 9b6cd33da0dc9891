package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;

/** The rows of devices and recovery codes. Part of the caller's transaction. */
@Dependent
class SecondFactorRows {

    /** @param lastStep whose code was taken last */
    record Device(byte[] secret, long lastStep) {}

    private final Statements statements;
    private final OperatingSecrets secrets;
    private final BlindIndex index;

    @Inject
    SecondFactorRows(Statements statements, OperatingSecrets secrets, BlindIndex index) {
        this.statements = statements;
        this.secrets = secrets;
        this.index = index;
    }

    Optional<Device> find(UUID person) {
        return statements
                .list(
                        "SELECT secret, last_step FROM one_time_code WHERE person_id = ?",
                        row -> new Device(secrets.openSetting(context(person), row.getBytes(1)), row.getLong(2)),
                        person)
                .stream()
                .findFirst();
    }

    void put(UUID person, byte[] secret, long step) {
        String sql = """
                INSERT INTO one_time_code (person_id, secret, last_step) VALUES (?, ?, ?)
                ON CONFLICT (person_id) DO UPDATE SET secret = EXCLUDED.secret, last_step = EXCLUDED.last_step""";
        statements.run(sql, person, secrets.sealSetting(context(person), secret), step);
    }

    boolean remove(UUID person) {
        return statements.run("DELETE FROM one_time_code WHERE person_id = ?", person) == 1;
    }

    /** Takes a step's code; false where that step's or a later one was taken. */
    boolean advance(UUID person, long step) {
        return statements.run(
                        "UPDATE one_time_code SET last_step = ? WHERE person_id = ? AND last_step < ?",
                        step,
                        person,
                        step)
                == 1;
    }

    void putCodes(UUID person, List<String> codes) {
        statements.run("DELETE FROM recovery_code WHERE person_id = ?", person);
        codes.forEach(code -> statements.run(
                "INSERT INTO recovery_code (person_id, code) VALUES (?, ?)", person, hash(person, code)));
    }

    int codes(UUID person) {
        return statements
                .list("SELECT 1 FROM recovery_code WHERE person_id = ?", row -> true, person)
                .size();
    }

    boolean hasCode(UUID person, String code) {
        return !statements
                .list(
                        "SELECT 1 FROM recovery_code WHERE person_id = ? AND code = ?",
                        row -> true,
                        person,
                        hash(person, code))
                .isEmpty();
    }

    boolean removeCode(UUID person, String code) {
        return statements.run("DELETE FROM recovery_code WHERE person_id = ? AND code = ?", person, hash(person, code))
                == 1;
    }

    /** Keyed: who has the database alone can't try codes, of which there are not so many. */
    private UUID hash(UUID person, String code) {
        return index.id("recovery-code", person.toString(), code);
    }

    private static String context(UUID person) {
        return "person/" + person + "/one-time-code";
    }
}
