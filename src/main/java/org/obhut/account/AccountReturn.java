package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;

/** How somebody comes back whose account was reset: with a new root under a new passphrase, which opens nothing of before. */
@ApplicationScoped
@Transactional
public class AccountReturn implements WayIn {

    private final ResetRows rows;
    private final People people;
    private final DisplayNames displayNames;
    private final Registration registration;
    private final AuditTrail audit;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AccountReturn() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public AccountReturn(
            ResetRows rows,
            People people,
            DisplayNames displayNames,
            Registration registration,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.displayNames = displayNames;
        this.registration = registration;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Offer> offer(String token) {
        return rows.byToken(token, clock.instant())
                .flatMap(people::byId)
                .map(person -> new Offer(person.id(), person.name(), displayName(person)));
    }

    @Override
    public List<String> accept(String token, Arrival arrival) {
        try (arrival) {
            UUID id = rows.byToken(token, clock.instant()).orElseThrow(() -> new Refused("has a link"));
            Person known = people.byId(id).orElseThrow();
            Newcomer newcomer = new Newcomer(known.name(), displayName(known), known.roles());
            Person person = registration.person(id, newcomer, arrival);
            // Of two at once the second waits here for the first's commit.
            if (!rows.remove(id)) {
                throw new Refused("has a link");
            }
            rows.changeKeys(person, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            audit.add(Act.PERSON_ARRIVED, id, id);
            return registration.secondFactors(id, arrival);
        }
    }

    private String displayName(Person person) {
        return displayNames.of(person.id()).orElse(person.name());
    }
}
