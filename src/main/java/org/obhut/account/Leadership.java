package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;

/** What a lead decides for a team whose keys stay as they are. */
@ApplicationScoped
@Transactional
public class Leadership {

    private final TeamRows rows;
    private final Membership membership;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Leadership() {
        this(null, null, null);
    }

    @Inject
    public Leadership(TeamRows rows, Membership membership, AuditTrail audit) {
        this.rows = rows;
        this.membership = membership;
        this.audit = audit;
    }

    /**
     * Makes a member a lead. Their key is the one they were let in with.
     *
     * @throws Refused where the caller does not lead the team, or the member's key is another by now
     * @throws InvalidInput where the person is no member
     */
    public void setLead(Caller lead, UUID team, UUID person) {
        TeamEpoch stored = rows.locked(team);
        stored.leadsRoot(lead.keyring());
        Roster roster = stored.roster(lead.keyring());
        Roster.Member member = roster.member(person).orElseThrow(() -> new InvalidInput("person", "not-a-member"));
        membership.admit(lead, team, person, member.key(), true);
    }

    /**
     * Sets the team's rule: whether all members go on reading a ticket that is assigned to one of them, or only that one, the
     * leads and co-readers. What exists is to be sealed accordingly.
     *
     * @throws Refused where the caller does not lead the team
     */
    public void rule(Caller lead, UUID team, boolean everyoneReads) {
        TeamEpoch stored = rows.locked(team);
        stored.leadsRoot(lead.keyring());
        Root teamRoot = stored.teamRoot(lead.keyring());
        Roster roster = Roster.of(stored, teamRoot).rule(everyoneReads);
        rows.changeRoster(stored, roster.encoded(), roster.code(teamRoot));
        audit.add(Act.TEAM_RULE_CHANGED, lead.person(), team);
    }
}
