package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;

/**
 * How people come in after the first administrator: by a link that whoever invites them hands over. A link is worth an account, so it
 * is shown once, lasts seven days, works once, and the database holds no more than a keyed hash of it. Nobody but the newcomer ever
 * knows their passphrase; into a team they are let by its members, whom no invitation can replace.
 */
@ApplicationScoped
@Transactional
public class Invitations implements WayIn {

    /** How long a link works. */
    public static final Duration LASTS = Duration.ofDays(7);

    /** Somebody who was invited and has not come. {@code over}: the link works no more. */
    public record Pending(UUID id, String name, String displayName, Set<Role> roles, Instant expiresAt, boolean over) {}

    private final InvitationRows rows;
    private final People people;
    private final Registration registration;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Invitations() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Invitations(
            InvitationRows rows,
            People people,
            Registration registration,
            AuditTrail audit,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.registration = registration;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Invites somebody. An administrator invites for every role, a lead only people who will counsel.
     *
     * @param roles those beyond a team; an administrator has no other one
     * @return the link's token, which nobody can be told again
     * @throws Refused where the caller may not
     * @throws InvalidInput where a field breaks its rule, or the name is taken
     */
    public String invite(Caller caller, String name, String displayName, Set<Role> roles) {
        if (!caller.has(Role.ADMINISTRATOR) && (caller.leads().isEmpty() || !roles.isEmpty())) {
            throw new Refused("invites for these roles");
        }
        Newcomer newcomer = new Newcomer(name, displayName, roles);
        rows.removeOver(clock.instant());
        if (people.byName(newcomer.name()).isPresent() || rows.named(newcomer.name())) {
            throw new InvalidInput("name", "name-taken");
        }
        UUID id = RandomId.next(random);
        String token = Handle.next(random);
        rows.add(id, token, newcomer, clock.instant().plus(LASTS));
        audit.add(Act.PERSON_INVITED, caller.person(), id);
        return token;
    }

    /** Who was invited and has not come, by name. @throws Refused where the caller is no administrator */
    public List<Pending> list(Caller caller) {
        caller.requireAdministrator();
        return rows.all(clock.instant());
    }

    /** Makes a link worthless. @throws Refused where the caller is no administrator */
    public void withdraw(Caller caller, UUID invitation) {
        caller.requireAdministrator();
        if (rows.remove(invitation)) {
            audit.add(Act.INVITATION_WITHDRAWN, caller.person(), invitation);
        }
    }

    /** Whom the link with this token invites. */
    @Override
    public Optional<Offer> offer(String token) {
        return rows.byToken(token, clock.instant())
                .map(pending -> new Offer(pending.id(), pending.name(), pending.displayName()));
    }

    /** Makes the invited one a person. */
    @Override
    public List<String> accept(String token, Arrival arrival) {
        try (arrival) {
            Pending invited = rows.byToken(token, clock.instant()).orElseThrow(() -> new Refused("has been invited"));
            Newcomer newcomer = new Newcomer(invited.name(), invited.displayName(), invited.roles());
            Person person = registration.person(invited.id(), newcomer, arrival);
            // Of two at once the second waits here for the first's commit.
            if (!rows.remove(invited.id())) {
                throw new Refused("has been invited");
            }
            List<String> codes = registration.add(person, newcomer, arrival);
            audit.add(Act.PERSON_ARRIVED, person.id(), person.id());
            return codes;
        }
    }
}
