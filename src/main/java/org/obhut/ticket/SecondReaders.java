package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.Statements;

/**
 * Whose mails need a second reader. Nothing of a person's writing reaches the outbox without a {@link Clearance}, and only this class
 * gives one.
 */
@Dependent
class SecondReaders {

    /** That a mail may go out. */
    static final class Clearance {

        private Clearance() {}
    }

    private final Statements statements;

    @Inject
    SecondReaders(Statements statements) {
        this.statements = statements;
    }

    /** @throws NeedsSecondReader where what this person writes in this team needs one */
    Clearance own(UUID team, UUID person) {
        if (needed(team, person)) {
            throw new NeedsSecondReader();
        }
        return new Clearance();
    }

    /** By the caller, for what somebody else wrote. @throws Refused where the caller may not be the second reader */
    Clearance second(OpenTicket open, UUID author) {
        if (open.person().equals(author)
                || !mayApprove(open.caller(), open.ticket().team())) {
            throw new Refused("second reader");
        }
        return new Clearance();
    }

    /** For the very words and files that went out before. */
    Clearance sentBefore() {
        return new Clearance();
    }

    boolean needed(UUID team, UUID person) {
        return everyone(team) || trainees(team).contains(person);
    }

    /** Whoever may read a ticket may approve in it, unless they are learning themselves in its team. */
    boolean mayApprove(Caller caller, UUID team) {
        return caller.counsellor() && !trainees(team).contains(caller.person());
    }

    boolean everyone(UUID team) {
        return !statements
                .list("SELECT 1 FROM second_reader_team WHERE team_id = ?", row -> true, team)
                .isEmpty();
    }

    void everyone(UUID team, boolean needed) {
        statements.run(
                needed
                        ? "INSERT INTO second_reader_team (team_id) VALUES (?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM second_reader_team WHERE team_id = ?",
                team);
    }

    List<UUID> trainees(UUID team) {
        return statements.list(
                "SELECT person_id FROM trainee WHERE team_id = ?", row -> row.getObject(1, UUID.class), team);
    }

    void trainee(UUID team, UUID person, boolean learning) {
        statements.run(
                learning
                        ? "INSERT INTO trainee (team_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM trainee WHERE team_id = ? AND person_id = ?",
                team,
                person);
    }
}
