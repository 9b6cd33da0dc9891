package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.SealingKey;
import org.obhut.platform.Statements;

/** The rows of recovery keys and of what was done with them. Part of the caller's transaction. */
@Dependent
class RecoveryRows {

    private final Statements statements;
    private final OperatingSecrets secrets;

    @Inject
    RecoveryRows(Statements statements, OperatingSecrets secrets) {
        this.statements = statements;
        this.secrets = secrets;
    }

    /** A recovery that took place. @param lead who was admitted @param by who typed the shares */
    record Recovered(UUID id, UUID team, UUID lead, UUID by, LocalDate on) {}

    Optional<RecoveryKey> find(UUID team) {
        String sql =
                "SELECT team, number, reader, public_key, made_on, holders, used FROM team_recovery WHERE team = ?";
        return statements.list(sql, this::key, team).stream().findFirst();
    }

    List<RecoveryKey> all() {
        return statements.list(
                "SELECT team, number, reader, public_key, made_on, holders, used FROM team_recovery", this::key);
    }

    /** Stores a team's recovery key in the place of the one before. */
    void put(RecoveryKey key) {
        String sql = """
                INSERT INTO team_recovery (team, number, reader, public_key, made_on, holders, used)
                VALUES (?, ?, ?, ?, ?, ?, false)
                ON CONFLICT (team) DO UPDATE SET number = excluded.number, reader = excluded.reader,
                    public_key = excluded.public_key, made_on = excluded.made_on, holders = excluded.holders, used = false""";
        byte[] names = String.join("\n", key.holders()).getBytes(StandardCharsets.UTF_8);
        statements.run(
                sql,
                key.team(),
                key.number(),
                key.key().reader(),
                key.key().key().encoded(),
                key.madeOn(),
                secrets.sealSetting(context(key.team()), names));
    }

    /** Notes a recovery, of which everybody of the team is to be told. */
    void add(Recovered recovered, Collection<UUID> members) {
        statements.run(
                "INSERT INTO team_recovered (id, team, lead, by, on_day) VALUES (?, ?, ?, ?, ?)",
                recovered.id(),
                recovered.team(),
                recovered.lead(),
                recovered.by(),
                recovered.on());
        members.forEach(member -> statements.run(
                "INSERT INTO recovery_notice (recovered, person) VALUES (?, ?)", recovered.id(), member));
        statements.run("UPDATE team_recovery SET used = true WHERE team = ?", recovered.team());
    }

    /** A team's recoveries, the latest first. */
    List<Recovered> of(UUID team) {
        String sql = "SELECT id, team, lead, by, on_day FROM team_recovered WHERE team = ? ORDER BY on_day DESC, id";
        return statements.list(sql, RecoveryRows::recovered, team);
    }

    /** Of which a person has not said yet that they know of them. */
    List<Recovered> untold(UUID person) {
        String sql = """
                SELECT id, team, lead, by, on_day FROM team_recovered JOIN recovery_notice ON recovered = id
                WHERE person = ? ORDER BY on_day, id""";
        return statements.list(sql, RecoveryRows::recovered, person);
    }

    void told(UUID recovered, UUID person) {
        statements.run("DELETE FROM recovery_notice WHERE recovered = ? AND person = ?", recovered, person);
    }

    private RecoveryKey key(ResultSet row) throws SQLException {
        UUID team = row.getObject(1, UUID.class);
        byte[] names = secrets.openSetting(context(team), row.getBytes(6));
        return new RecoveryKey(
                team,
                row.getInt(2),
                new ReaderKey(row.getObject(3, UUID.class), new SealingKey(row.getBytes(4))),
                row.getObject(5, LocalDate.class),
                new String(names, StandardCharsets.UTF_8).lines().toList(),
                row.getBoolean(7));
    }

    private static Recovered recovered(ResultSet row) throws SQLException {
        return new Recovered(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, LocalDate.class));
    }

    private static String context(UUID team) {
        return "team/" + team + "/share-holders";
    }
}
