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

/** The teams' rows, one for each epoch that still has keys. Part of the caller's transaction. */
@Dependent
class TeamRows {

    private static final String SELECT = """
            SELECT team.id, team.name, e.epoch, e.team_reader, e.team_key, e.leads_reader, e.leads_key, e.roster,
                e.roster_code, e.succession
            FROM team JOIN team_epoch e ON e.team = team.id\s""";
    private static final String CURRENT = SELECT + "AND e.epoch = team.epoch ";

    private final Statements statements;

    @Inject
    TeamRows(Statements statements) {
        this.statements = statements;
    }

    /** All teams in their current epochs. */
    List<TeamEpoch> all() {
        return statements.list(CURRENT + "ORDER BY team.name", TeamRows::team);
    }

    /** All epochs of all teams. */
    List<TeamEpoch> everyEpoch() {
        return statements.list(SELECT, TeamRows::team);
    }

    /** A team's epochs, oldest first; the last one is the current. */
    List<TeamEpoch> epochs(UUID team) {
        return statements.list(SELECT + "WHERE team.id = ? ORDER BY e.epoch", TeamRows::team, team);
    }

    /** The team in its current epoch. */
    Optional<TeamEpoch> find(UUID team) {
        return statements.list(CURRENT + "WHERE team.id = ?", TeamRows::team, team).stream()
                .findFirst();
    }

    /** The team in one of its epochs. */
    Optional<TeamEpoch> find(UUID team, int epoch) {
        return statements.list(SELECT + "WHERE team.id = ? AND e.epoch = ?", TeamRows::team, team, epoch).stream()
                .findFirst();
    }

    /** The team in its current epoch, with its rows kept from others until the transaction ends. */
    TeamEpoch locked(UUID team) {
        return statements.list(CURRENT + "WHERE team.id = ? FOR UPDATE", TeamRows::team, team).stream()
                .findFirst()
                .orElseThrow(() -> new Refused("member of the team"));
    }

    /** Until the transaction ends, the team's pins stay as they are. */
    void keep(UUID team) {
        statements.list("SELECT 1 FROM team WHERE id = ? FOR SHARE", row -> true, team);
    }

    void add(TeamEpoch team) {
        statements.run("INSERT INTO team (id, name, epoch) VALUES (?, ?, ?)", team.team(), team.name(), team.epoch());
        addEpoch(team);
    }

    /** Adds the next epoch of a team and makes it the current one. */
    void succeed(TeamEpoch next) {
        addEpoch(next);
        statements.run("UPDATE team SET epoch = ? WHERE id = ?", next.epoch(), next.team());
    }

    private void addEpoch(TeamEpoch team) {
        String sql = """
                INSERT INTO team_epoch
                    (team, epoch, team_reader, team_key, leads_reader, leads_key, roster, roster_code, succession)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        statements.run(
                sql,
                team.team(),
                team.epoch(),
                team.teamKey().reader(),
                team.teamKey().key().encoded(),
                team.leadsKey().reader(),
                team.leadsKey().key().encoded(),
                team.roster(),
                team.rosterCode(),
                team.succession());
    }

    /** Forgets the keys of an epoch. */
    void remove(TeamEpoch former) {
        statements.run("DELETE FROM team_epoch WHERE team = ? AND epoch = ?", former.team(), former.epoch());
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
                new ReaderKey(row.getObject(4, UUID.class), new SealingKey(row.getBytes(5))),
                new ReaderKey(row.getObject(6, UUID.class), new SealingKey(row.getBytes(7))),
                row.getBytes(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
