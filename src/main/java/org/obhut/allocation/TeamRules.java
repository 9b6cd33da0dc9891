package org.obhut.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;
import org.obhut.platform.Statements;
import org.obhut.platform.WorkingHours;

/** The rules of teams. Whoever has set nothing works by the settings {@code obhut.answer.within} and {@code obhut.working.hours}. */
@ApplicationScoped
@Transactional
public class TeamRules {

    private static final String WITHIN = "obhut.answer.within";
    private static final String HOURS = "obhut.working.hours";
    private static final Duration TWO_DAYS = Duration.ofHours(16);
    private static final String OFFICE = "Mo-Fr 09:00-17:00";

    private final Statements statements;
    private final AuditTrail audit;
    private final TeamRule usual;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TeamRules() {
        this.statements = null;
        this.audit = null;
        this.usual = null;
    }

    /** @throws InvalidSetting where a setting is not of its form */
    @Inject
    public TeamRules(Statements statements, AuditTrail audit, Settings settings) {
        this.statements = statements;
        this.audit = audit;
        this.usual = usual(settings);
    }

    /**
     * The rule by the settings alone.
     *
     * @throws InvalidSetting where one is not of its form
     */
    public static TeamRule usual(Settings settings) {
        Duration within = settings.text(WITHIN).map(TeamRules::duration).orElse(TWO_DAYS);
        try {
            return TeamRule.within(
                    Math.toIntExact(within.toHours()),
                    WorkingHours.parse(settings.text(HOURS).orElse(OFFICE)));
        } catch (InvalidInput | ArithmeticException e) {
            throw new InvalidSetting(WITHIN, "must be 1 to 400 working hours");
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(HOURS, "must be opening hours such as " + OFFICE);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidSetting(WITHIN, "must be a duration such as PT16H");
        }
    }

    /** The rule of a team. */
    public TeamRule of(UUID team) {
        String sql = "SELECT allocation, answer_hours, warn_hours, hours FROM team_rule WHERE team = ?";
        return statements.list(sql, TeamRules::rule, team).stream().findFirst().orElse(usual);
    }

    private static TeamRule rule(ResultSet row) throws SQLException {
        return new TeamRule(
                Mode.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), WorkingHours.parse(row.getString(4)));
    }

    /** Sets a team's rule; what is due already stays due when it is. @throws Refused where the caller does not lead the team */
    public void set(Caller lead, UUID team, TeamRule rule) {
        if (!lead.leadOf(team)) {
            throw new Refused("lead of the team");
        }
        String sql = """
                INSERT INTO team_rule (team, allocation, answer_hours, warn_hours, hours) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (team) DO UPDATE SET allocation = excluded.allocation, answer_hours = excluded.answer_hours,
                    warn_hours = excluded.warn_hours, hours = excluded.hours""";
        statements.run(
                sql,
                team,
                rule.allocation().name(),
                rule.answerHours(),
                rule.warnHours(),
                rule.hours().text());
        audit.add(Act.TEAM_RULE_CHANGED, lead.person(), team);
    }
}
