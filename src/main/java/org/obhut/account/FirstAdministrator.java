package org.obhut.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;

/**
 * How the first person of a live installation comes in: by a link that whoever runs the machine finds in the data folder's file
 * {@code secrets/first-administrator}. There is one as long as there is nobody, and each start makes a new one.
 */
@ApplicationScoped
public class FirstAdministrator {

    private final People people;
    private final Registration registration;
    private final AuditTrail audit;
    private final Settings settings;
    private final SecureRandom random;
    private final OneTimeLink link;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected FirstAdministrator() {
        this.people = null;
        this.registration = null;
        this.audit = null;
        this.settings = null;
        this.random = null;
        this.link = null;
    }

    @Inject
    public FirstAdministrator(
            People people, Registration registration, AuditTrail audit, Settings settings, SecureRandom random) {
        this.people = people;
        this.registration = registration;
        this.audit = audit;
        this.settings = settings;
        this.random = random;
        this.link = new OneTimeLink(settings.dataFolder().resolve("secrets/first-administrator"), random);
    }

    void start(@Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start) {
        if (settings.demo()) {
            return;
        }
        try {
            if (people.isEmpty()) {
                link.offer(settings.publicUrl().resolve("/first-administrator/"));
            } else {
                link.withdraw();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a link with this token is offered. */
    public boolean offers(String token) {
        return link.fits(token);
    }

    /**
     * Adds the first administrator and withdraws the link. Should the database lose the commit after that, a restart offers
     * another one.
     *
     * @param name 2 to 40 of a to z, 0 to 9, dot and hyphen
     * @param displayName what colleagues call them, 1 to 60 characters
     * @param arrival its passphrase is wiped before return
     * @return recovery codes, which nobody can be told again; none where no device is set up
     * @throws Refused where no such link is offered, or somebody is there already
     * @throws InvalidInput where something breaks its rule; the link stays
     */
    @Transactional
    public List<String> create(String token, String name, String displayName, Arrival arrival) {
        try (arrival) {
            requireOffered(token);
            Newcomer newcomer = new Newcomer(name, displayName, Set.of(Role.ADMINISTRATOR));
            Person person = registration.person(RandomId.next(random), newcomer, arrival);
            // Of two at once the second waits here for the first's commit, and then is not the first.
            people.keepOthersOut();
            requireOffered(token);
            if (!people.isEmpty()) {
                throw new Refused("is the first person");
            }
            List<String> codes = registration.add(person, newcomer, arrival);
            audit.add(Act.FIRST_ADMINISTRATOR_ADDED, person.id(), person.id());
            link.withdraw();
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireOffered(String token) {
        if (!link.fits(token)) {
            throw new Refused("has the first administrator's link");
        }
    }
}
