package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.SealingKey;
import org.obhut.platform.Statements;

/** The teams' rows. Part of the caller's transaction. */
@Dependent
class TeamRows {

    private static final String SELECT = """
            SELECT id, name, epoch, everyone_reads, team_reader, team_key, leads_reader, leads_key, roster, roster_code
            FROM team JOIN team_epoch USING (epoch) WHERE team_epoch.team = team.id\s""";

    private final Statements statements;

    @Inject
    TeamRows(Statements statements) {
        this.statements = statements;
    }

    List<TeamEpoch> all() {
        return statements.list(SELECT + "ORDER BY name", TeamRows::team);
    }

    Optional<TeamEpoch> find(UUID team) {
        return statements.list(SELECT + "AND id = ?", TeamRows::team, team).stream()
                .findFirst();
    }

    /** The team, with its roster kept from others until the transaction ends. */
    Optional<TeamEpoch> locked(UUID team) {
        return statements.list(SELECT + "AND id = ? FOR UPDATE", TeamRows::team, team).stream()
                .findFirst();
    }

    void add(TeamEpoch team) {
        statements.run(
                "INSERT INTO team (id, name, epoch, everyone_reads) VALUES (?, ?, ?, ?)",
                team.team(),
                team.name(),
                team.epoch(),
                team.everyoneReads());
        String sql = """
                INSERT INTO team_epoch
                    (team, epoch, team_reader, team_key, leads_reader, leads_key, roster, roster_code)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
        statements.run(
                sql,
                team.team(),
                team.epoch(),
                team.teamKey().reader(),
                team.teamKey().key().encoded(),
                team.leadsKey().reader(),
                team.leadsKey().key().encoded(),
                team.roster(),
                team.rosterCode());
    }

    void changeRoster(TeamEpoch team, byte[] roster, byte[] rosterCode) {
        statements.run(
                "UPDATE team_epoch SET roster = ?, roster_code = ? WHERE team = ? AND epoch = ?",
                roster,
                rosterCode,
                team.team(),
                team.epoch());
    }

    private static TeamEpoch team(ResultSet row) throws SQLException {
        return new TeamEpoch(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getBoolean(4),
                new ReaderKey(row.getObject(5, UUID.class), new SealingKey(row.getBytes(6))),
                new ReaderKey(row.getObject(7, UUID.class), new SealingKey(row.getBytes(8))),
                row.getBytes(9),
                row.getBytes(10));
    }
}
