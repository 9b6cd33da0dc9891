package org.obhut.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Statements;

/** How people counsel: set by themselves, or by whoever leads a team they belong to. */
@ApplicationScoped
@Transactional
public class WorkProfiles {

    private record Stored(UUID person, WorkProfile profile) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getObject(1, UUID.class),
                    new WorkProfile(
                            WorkProfile.split(row.getString(2)),
                            WorkProfile.days(row.getInt(3)),
                            WorkProfile.split(row.getString(4))));
        }
    }

    private final Statements statements;
    private final Teams teams;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected WorkProfiles() {
        this(null, null);
    }

    @Inject
    public WorkProfiles(Statements statements, Teams teams) {
        this.statements = statements;
        this.teams = teams;
    }

    /** The profile of each; the usual one of who has said nothing. */
    public Map<UUID, WorkProfile> of(Collection<UUID> people) {
        Map<UUID, WorkProfile> profiles = new HashMap<>();
        people.forEach(person -> profiles.put(person, WorkProfile.USUAL));
        List<Stored> stored = statements.list(
                "SELECT person, languages, days, topics FROM work_profile WHERE person = ANY (?)",
                Stored::of,
                List.copyOf(people));
        stored.forEach(each -> profiles.put(each.person(), each.profile()));
        return profiles;
    }

    public WorkProfile own(Caller caller) {
        return of(List.of(caller.person())).getOrDefault(caller.person(), WorkProfile.USUAL);
    }

    public void setOwn(Caller caller, WorkProfile profile) {
        set(caller.person(), profile);
    }

    /** The members of a team by sign-in name. @throws Refused where the caller is no member */
    public Map<String, WorkProfile> ofTeam(Caller caller, UUID team) {
        Map<String, ReaderKey> members = teams.roster(caller, team);
        Map<UUID, WorkProfile> profiles =
                of(members.values().stream().map(ReaderKey::reader).toList());
        Map<String, WorkProfile> named = new java.util.TreeMap<>();
        members.forEach((name, key) -> named.put(name, profiles.getOrDefault(key.reader(), WorkProfile.USUAL)));
        return named;
    }

    /**
     * Sets how a member counsels.
     *
     * @throws Refused where the caller does not lead the team
     * @throws InvalidInput where the person is no member
     */
    public void set(Caller lead, UUID team, String person, WorkProfile profile) {
        if (!lead.leadOf(team)) {
            throw new Refused("lead of the team");
        }
        ReaderKey member = teams.roster(lead, team).get(person);
        if (member == null) {
            throw new InvalidInput("person", "not-a-member");
        }
        set(member.reader(), profile);
    }

    private void set(UUID person, WorkProfile profile) {
        String sql = """
                INSERT INTO work_profile (person, languages, days, topics) VALUES (?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE
                SET languages = excluded.languages, days = excluded.days, topics = excluded.topics""";
        statements.run(
                sql,
                person,
                WorkProfile.joined(profile.languages()),
                profile.dayBits(),
                WorkProfile.joined(profile.topics()));
    }
}
