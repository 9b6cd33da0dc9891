package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obhut.account.RecoveryRows.Recovered;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pins;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.RootShares;
import org.obhut.envelope.Seal;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.SealingKey;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;

/**
 * What two shares are for: they admit one named person as a lead of a team that nobody can open any more, and nothing else. The
 * recovery root is in memory for that long. All members are told.
 */
@ApplicationScoped
public class Recovery {

    private final TeamRows teams;
    private final RecoveryRows rows;
    private final TeamEpochs epochs;
    private final Membership membership;
    private final Seals seals;
    private final Sealer sealer;
    private final Pins pins;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Recovery() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Recovery(
            TeamRows teams,
            RecoveryRows rows,
            TeamEpochs epochs,
            Membership membership,
            Seals seals,
            Sealer sealer,
            Pins pins,
            AuditTrail audit,
            Clock clock,
            SecureRandom random) {
        this.teams = teams;
        this.rows = rows;
        this.epochs = epochs;
        this.membership = membership;
        this.seals = seals;
        this.sealer = sealer;
        this.pins = pins;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Admits a person as a lead of the team whose shares these are.
     *
     * @param first a share as it was typed
     * @param second another one
     * @param compared the person's fingerprint (hex), compared by voice; where the caller is meant it is taken from their own root
     * @return the team
     * @throws Refused where the caller or the person administers the system, or the person's key is not the compared one
     * @throws WrongShare on {@code first} or {@code second}
     * @throws InvalidInput on {@code second} where the two do not belong together, or open no team
     * @throws PinMismatch where the team's keys are not those that its leads made
     */
    @Transactional
    public UUID recover(Caller caller, String first, String second, UUID person, String compared) {
        if (caller.has(Role.ADMINISTRATOR)) {
            throw new Refused("recovers a team: administrators open no content");
        }
        try (Root root = root(first, second);
                Keyring opened = new Keyring()) {
            RecoveryKey key = requireKnown(root);
            Caller recovering = open(caller, key, root, opened);
            epochs.pin(recovering, key.team());
            Fingerprint fingerprint = person.equals(caller.person())
                    ? Membership.own(caller).key().fingerprint()
                    : new Fingerprint(compared);
            Set<UUID> told = members(recovering, key.team());
            membership.admit(recovering, key.team(), person, fingerprint, true);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            rows.add(
                    new Recovered(RandomId.next(random), key.team(), person, caller.person(), today),
                    Stream.concat(told.stream(), Stream.of(person)).collect(Collectors.toSet()));
            audit.add(Act.TEAM_RECOVERED, caller.person(), key.team());
            return key.team();
        }
    }

    private static Root root(String first, String second) {
        try (RecoveryShare one = RecoveryShare.parse("first", first);
                RecoveryShare other = RecoveryShare.parse("second", second)) {
            if (one.set() != other.set()) {
                throw new InvalidInput("second", "share-other-set");
            }
            if (one.number() == other.number()) {
                throw new InvalidInput("second", "share-same");
            }
            return RootShares.join(Map.of(one.number(), one.bytes(), other.number(), other.bytes()));
        }
    }

    /** The pinned key, whatever stands in the database. */
    private RecoveryKey requireKnown(Root root) {
        SealingKey key = root.sealingKey();
        return rows.all().stream()
                .filter(known -> known.key().key().equals(key))
                .filter(known -> pins.recovery(known.team())
                        .filter(key.fingerprint()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new InvalidInput("second", "share-not-current"));
    }

    /** The caller, with the team's roots for as long as this takes. */
    private Caller open(Caller caller, RecoveryKey key, Root root, Keyring opened) {
        List<UUID> files = teams.epochs(key.team()).stream()
                .flatMap(epoch -> epoch.readers().both().stream())
                .map(ReaderKey::reader)
                .toList();
        for (Seal seal : seals.find(files, Set.of(key.key().reader())).values()) {
            try {
                opened.add(seal.file(), sealer.open(seal, root));
            } catch (EnvelopeException damaged) {
                // Refused below where it is one that is needed.
                continue;
            }
        }
        Set<UUID> team = Set.of(key.team());
        return new Caller(caller.person(), caller.name(), team, team, caller.others(), opened);
    }

    private Set<UUID> members(Caller recovering, UUID team) {
        Collection<Roster.Member> members = teams.find(team)
                .orElseThrow()
                .roster(recovering.keyring())
                .members()
                .values();
        return members.stream().map(Roster.Member::person).collect(Collectors.toSet());
    }
}
