package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Pins;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;

/**
 * How teams come to be and who is let in. A team's roots arise in its first lead's session; a member holds them by a seal to
 * their own key. Whoever administers the system is kept out: they could open what they run. How members leave: {@link Succession}.
 */
@ApplicationScoped
public class Membership {

    private static final int FIRST_EPOCH = 1;
    private static final int LONGEST_NAME = 60;

    private final TeamRows rows;
    private final People people;
    private final Seals seals;
    private final Sealer sealer;
    private final Pins pins;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Consumer<TeamsChanged> changed;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Membership() {
        this(null, null, null, null, null, null, null, (Consumer<TeamsChanged>) null);
    }

    @Inject
    public Membership(
            TeamRows rows,
            People people,
            Seals seals,
            Sealer sealer,
            Pins pins,
            AuditTrail audit,
            SecureRandom random,
            Event<TeamsChanged> changed) {
        this(rows, people, seals, sealer, pins, audit, random, changed::fire);
    }

    Membership(
            TeamRows rows,
            People people,
            Seals seals,
            Sealer sealer,
            Pins pins,
            AuditTrail audit,
            SecureRandom random,
            Consumer<TeamsChanged> changed) {
        this.rows = rows;
        this.people = people;
        this.seals = seals;
        this.sealer = sealer;
        this.pins = pins;
        this.audit = audit;
        this.random = random;
        this.changed = changed;
    }

    /** Whether the person may found a team: who leads one already, or was invited as a lead. */
    public boolean mayFound(Caller caller) {
        return !caller.has(Role.ADMINISTRATOR)
                && (caller.has(Role.LEAD) || !caller.leads().isEmpty());
    }

    /**
     * Founds a team whose first lead is the caller, and pins its keys. The caller's keyring opens it at once; their rights as
     * {@link Caller} come with their next request.
     *
     * @param name 1 to 60 characters in one line, unlike any other team's
     * @throws Refused where the caller may not found teams
     * @throws InvalidInput where the name is none or taken
     */
    @Transactional
    public UUID found(Caller lead, String name, boolean everyoneReads) {
        if (!mayFound(lead)) {
            throw new Refused("may found a team: invited as a lead, and no administrator");
        }
        String wanted = requireFree(name.strip());
        Root teamRoot = Root.random(random);
        Root leadsRoot = Root.random(random);
        ReaderKey teamKey = new ReaderKey(RandomId.next(random), teamRoot.sealingKey());
        ReaderKey leadsKey = new ReaderKey(RandomId.next(random), leadsRoot.sealingKey());
        ReaderKey own = own(lead);
        UUID team = RandomId.next(random);
        Roster roster = new Roster(team, FIRST_EPOCH, everyoneReads, Map.of())
                .with(lead.name(), new Roster.Member(lead.person(), own.key().fingerprint(), true));
        TeamEpoch founded = new TeamEpoch(
                team, wanted, FIRST_EPOCH, teamKey, leadsKey, roster.encoded(), roster.code(teamRoot), null);
        rows.add(founded);
        seals.put(sealer.seal(teamRoot, teamKey.reader(), own));
        seals.put(sealer.seal(leadsRoot, leadsKey.reader(), own));
        audit.add(Act.TEAM_FOUNDED, lead.person(), team);
        pins.pinTeam(founded.pin());
        pins.pinPerson(lead.person(), own.key().fingerprint());
        lead.keyring().add(teamKey.reader(), teamRoot);
        lead.keyring().add(leadsKey.reader(), leadsRoot);
        changed.accept(new TeamsChanged());
        return team;
    }

    /** As {@link #admit(Caller, UUID, UUID, Fingerprint, boolean)}, with the fingerprint in hex as a page showed it. */
    @Transactional
    public void admit(Caller member, UUID team, UUID person, String compared, boolean asLead) {
        admit(member, team, person, new Fingerprint(compared), asLead);
    }

    private Map<UUID, Root> formerRoots(Caller member, UUID team, boolean asLead) {
        List<TeamEpoch> epochs = rows.epochs(team);
        return epochs.stream()
                .limit(epochs.size() - 1L)
                .flatMap(epoch -> asLead ? epoch.readers().both().stream() : Stream.of(epoch.teamKey()))
                .map(ReaderKey::reader)
                .filter(member.keyring().readers()::contains)
                .collect(Collectors.toMap(Function.identity(), member.keyring()::root));
    }

    /** The caller's own key, from the root and not from the database. */
    static ReaderKey own(Caller caller) {
        return new ReaderKey(
                caller.person(), caller.keyring().root(caller.person()).sealingKey());
    }

    private String requireFree(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("name", "not-a-team-name");
        }
        if (rows.all().stream().anyMatch(team -> team.name().equalsIgnoreCase(name))) {
            throw new InvalidInput("name", "taken");
        }
        return name;
    }

    /**
     * Lets a person into a team: seals the team's root to them and writes them into the roster. A member whose account was reset
     * is let in again in the same way.
     *
     * @param compared the fingerprint that the two have compared by voice
     * @param asLead also seals the leads' root; takes a lead
     * @throws Refused where the caller does not hold the roots, the key is not the compared one, or the person administers
     */
    @Transactional
    public void admit(Caller member, UUID team, UUID person, Fingerprint compared, boolean asLead) {
        TeamEpoch stored = rows.locked(team);
        Root teamRoot = stored.teamRoot(member.keyring());
        Person admitted = people.byId(person).orElseThrow(() -> new InvalidInput("person", "unknown-value"));
        if (admitted.roles().contains(Role.ADMINISTRATOR)) {
            throw new Refused("belongs to a team: administrators open no content");
        }
        if (!admitted.key().fingerprint().equals(compared)) {
            throw new Refused("the person's key is not the compared one");
        }
        Roster roster = Roster.of(stored, teamRoot);
        if (!asLead
                && roster.member(person)
                        .filter(known -> known.lead() && known.key().equals(compared))
                        .isPresent()) {
            throw new InvalidInput("person", "leads-already");
        }
        seals.put(sealer.seal(teamRoot, stored.teamKey().reader(), admitted.readerKey()));
        if (asLead) {
            seals.put(sealer.seal(
                    stored.leadsRoot(member.keyring()), stored.leadsKey().reader(), admitted.readerKey()));
        }
        // What is still sealed to former keys is to be read, too, until it is sealed anew.
        formerRoots(member, team, asLead)
                .forEach((reader, root) -> seals.put(sealer.seal(root, reader, admitted.readerKey())));
        Roster more = roster.with(admitted.name(), new Roster.Member(person, compared, asLead));
        rows.changeRoster(stored, more.encoded(), more.code(teamRoot));
        audit.add(asLead ? Act.LEAD_ADMITTED : Act.MEMBER_ADMITTED, member.person(), person);
        pins.pinPerson(person, compared);
        changed.accept(new TeamsChanged());
    }
}
