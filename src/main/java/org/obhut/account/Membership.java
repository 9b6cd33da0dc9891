package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pins;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;

/**
 * How teams come to be and who belongs to them. A team's roots arise in its first lead's session; a member holds them by a seal
 * to their own key. Whoever administers the system is kept out: they could open what they run.
 */
@ApplicationScoped
public class Membership {

    private static final int FIRST_EPOCH = 1;

    private final TeamRows rows;
    private final People people;
    private final Seals seals;
    private final Sealer sealer;
    private final Pins pins;
    private final AuditTrail audit;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Membership() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Membership(
            TeamRows rows,
            People people,
            Seals seals,
            Sealer sealer,
            Pins pins,
            AuditTrail audit,
            SecureRandom random) {
        this.rows = rows;
        this.people = people;
        this.seals = seals;
        this.sealer = sealer;
        this.pins = pins;
        this.audit = audit;
        this.random = random;
    }

    /**
     * Founds a team whose first lead is the caller, and pins its keys. The caller's keyring opens it at once; their rights as
     * {@link Caller} come with the next sign-in.
     *
     * @throws Refused where the caller is an administrator
     */
    @Transactional
    public UUID found(Caller lead, String name, boolean everyoneReads) {
        refuseAdministrator(lead.has(Role.ADMINISTRATOR));
        Root teamRoot = Root.random(random);
        Root leadsRoot = Root.random(random);
        ReaderKey teamKey = new ReaderKey(RandomId.next(random), teamRoot.sealingKey());
        ReaderKey leadsKey = new ReaderKey(RandomId.next(random), leadsRoot.sealingKey());
        // The caller's own key, from the root and not from the database.
        ReaderKey own =
                new ReaderKey(lead.person(), lead.keyring().root(lead.person()).sealingKey());
        UUID team = RandomId.next(random);
        Roster roster = new Roster(team, FIRST_EPOCH, Map.of())
                .with(lead.name(), new Roster.Member(lead.person(), own.key().fingerprint(), true));
        TeamEpoch founded = new TeamEpoch(
                team, name, FIRST_EPOCH, everyoneReads, teamKey, leadsKey, roster.encoded(), roster.code(teamRoot));
        rows.add(founded);
        seals.put(sealer.seal(teamRoot, teamKey.reader(), own));
        seals.put(sealer.seal(leadsRoot, leadsKey.reader(), own));
        audit.add(Act.TEAM_FOUNDED, lead.person(), team);
        pins.pinTeam(founded.pin());
        lead.keyring().add(teamKey.reader(), teamRoot);
        lead.keyring().add(leadsKey.reader(), leadsRoot);
        return team;
    }

    /**
     * Lets a person into a team: seals the team's root to them and writes them into the roster.
     *
     * @param compared the fingerprint that the two have compared by voice
     * @param asLead also seals the leads' root; takes a lead
     * @throws Refused where the caller does not hold the roots, the key is not the compared one, or the person administers
     */
    @Transactional
    public void admit(Caller member, UUID team, UUID person, Fingerprint compared, boolean asLead) {
        TeamEpoch stored = rows.locked(team).orElseThrow(() -> new IllegalArgumentException("no team " + team));
        Root teamRoot = held(member.keyring(), stored.teamKey());
        Person admitted = people.byId(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
        refuseAdministrator(admitted.roles().contains(Role.ADMINISTRATOR));
        if (!admitted.key().fingerprint().equals(compared)) {
            throw new Refused("the person's key is not the compared one");
        }
        Roster roster = Roster.of(stored, teamRoot).with(admitted.name(), new Roster.Member(person, compared, asLead));
        seals.put(sealer.seal(teamRoot, stored.teamKey().reader(), admitted.readerKey()));
        if (asLead) {
            Root leadsRoot = held(member.keyring(), stored.leadsKey());
            seals.put(sealer.seal(leadsRoot, stored.leadsKey().reader(), admitted.readerKey()));
        }
        rows.changeRoster(stored, roster.encoded(), roster.code(teamRoot));
        audit.add(asLead ? Act.LEAD_ADMITTED : Act.MEMBER_ADMITTED, member.person(), person);
    }

    /** The root whose key the team's row names: an exchanged key in the row is noticed before anything is sealed to it. */
    private static Root held(Keyring keyring, ReaderKey key) {
        if (!keyring.readers().contains(key.reader())) {
            throw new Refused("holds the team's root");
        }
        Root root = keyring.root(key.reader());
        if (!root.sealingKey().equals(key.key())) {
            throw new PinMismatch("reader " + key.reader());
        }
        return root;
    }

    private static void refuseAdministrator(boolean administrator) {
        if (administrator) {
            throw new Refused("belongs to a team: administrators open no content");
        }
    }
}
