package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Pins;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;

/**
 * For who has forgotten the passphrase. An administrator makes the account new: from then on it opens nothing, and whoever has the
 * one-time link chooses another passphrase. Into their teams they are let again by a member who compares their words; till then the
 * rosters know another key and nothing is sealed to them.
 */
@ApplicationScoped
@Transactional
public class AccountReset {

    private final ResetRows rows;
    private final People people;
    private final Locksmith locksmith;
    private final TeamRows teams;
    private final Seals seals;
    private final PinnedRecovery recovery;
    private final Pins pins;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;
    private final Event<AccountWasReset> told;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AccountReset() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public AccountReset(
            ResetRows rows,
            People people,
            Locksmith locksmith,
            TeamRows teams,
            Seals seals,
            PinnedRecovery recovery,
            Pins pins,
            AuditTrail audit,
            SecureRandom random,
            Clock clock,
            Event<AccountWasReset> told) {
        this.rows = rows;
        this.people = people;
        this.locksmith = locksmith;
        this.teams = teams;
        this.seals = seals;
        this.recovery = recovery;
        this.pins = pins;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        this.told = told;
    }

    /** A team that nobody but this person leads. @param recoverable whether two shares could let a lead in */
    public record Left(String team, boolean recoverable) {}

    /** Whom the reset is about. @param left teams that would be without a lead */
    public record Consequences(String name, List<Left> left) {}

    /** @throws Refused where the caller does not administer the system @throws InvalidInput where there is nobody */
    public Consequences consequences(Caller administrator, UUID person) {
        administrator.requireAdministrator();
        List<Left> left = teams.all().stream()
                .filter(team -> led(team).equals(Set.of(person)))
                .map(team -> new Left(team.name(), recovery.state(team.team()) == PinnedRecovery.State.PINNED))
                .toList();
        return new Consequences(require(person).name(), left);
    }

    private Set<UUID> led(TeamEpoch team) {
        Set<UUID> readers = new HashSet<>(seals.readers(team.leadsKey().reader()));
        readers.removeIf(reader -> people.byId(reader).isEmpty());
        return readers;
    }

    /**
     * Makes an account new.
     *
     * @param left whether the administrator knows that a team is left without a lead
     * @return the link's token, which nobody can be told again
     * @throws Refused where the caller does not administer the system
     * @throws InvalidInput on {@code person} where there is nobody or it is the caller, on {@code left} where a team is left so
     */
    public String reset(Caller administrator, UUID person, boolean left) {
        if (!consequences(administrator, person).left().isEmpty() && !left) {
            throw new InvalidInput("left", "last-lead");
        }
        if (administrator.person().equals(person)) {
            throw new InvalidInput("person", "yourself");
        }
        rows.changeKeys(closed(require(person)), today());
        seals.removeTo(person);
        rows.forgetSecondFactors(person);
        String token = Handle.next(random);
        rows.put(person, token, clock.instant().plus(Invitations.LASTS));
        audit.add(Act.ACCOUNT_RESET, administrator.person(), person);
        told.fire(new AccountWasReset(person, today()));
        pins.forgetPerson(person);
        return token;
    }

    /** With a lock and a key that nobody has. */
    private Person closed(Person person) {
        char[] nobodys = Handle.next(random).toCharArray();
        try (Root root = Root.random(random)) {
            Person.Lock lock = locksmith.lock(person.id(), root, nobodys);
            return new Person(person.id(), person.name(), person.language(), person.roles(), lock, root.sealingKey());
        }
    }

    private Person require(UUID person) {
        return people.byId(person).orElseThrow(() -> new InvalidInput("person", "unknown-value"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
