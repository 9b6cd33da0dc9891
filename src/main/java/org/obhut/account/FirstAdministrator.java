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
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;

/**
 * How the first person of a live installation comes in: by a link that whoever runs the machine finds in the data folder's file
 * {@code secrets/first-administrator}. There is one as long as there is nobody, and each start makes a new one.
 */
@ApplicationScoped
public class FirstAdministrator {

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{2,40}");

    private final People people;
    private final Locksmith locksmith;
    private final AuditTrail audit;
    private final Settings settings;
    private final SecureRandom random;
    private final OneTimeLink link;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected FirstAdministrator() {
        this.people = null;
        this.locksmith = null;
        this.audit = null;
        this.settings = null;
        this.random = null;
        this.link = null;
    }

    @Inject
    public FirstAdministrator(
            People people, Locksmith locksmith, AuditTrail audit, Settings settings, SecureRandom random) {
        this.people = people;
        this.locksmith = locksmith;
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
     * @param passphrase at least {@value PassphraseChange#LEAST} characters; wiped before return
     * @throws Refused where no such link is offered, or somebody is there already
     * @throws InvalidInput where name or passphrase break their rule; the link stays
     */
    @Transactional
    public void create(String token, String name, char[] passphrase) {
        try {
            requireOffered(token);
            requireValid(name, passphrase);
            Person person = person(name, passphrase);
            // Of two at once the second waits here for the first's commit, and then is not the first.
            people.keepOthersOut();
            requireOffered(token);
            if (!people.isEmpty()) {
                throw new Refused("is the first person");
            }
            people.add(person);
            audit.add(Act.FIRST_ADMINISTRATOR_ADDED, person.id(), person.id());
            link.withdraw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void requireOffered(String token) {
        if (!link.fits(token)) {
            throw new Refused("has the first administrator's link");
        }
    }

    private static void requireValid(String name, char[] passphrase) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("name", "not-a-name");
        }
        if (passphrase.length < PassphraseChange.LEAST) {
            throw new InvalidInput("passphrase", "too-short");
        }
        if (Arrays.equals(name.toCharArray(), passphrase)) {
            throw new InvalidInput("passphrase", "same-as-name");
        }
    }

    private Person person(String name, char[] passphrase) {
        UUID id = RandomId.next(random);
        try (Root root = Root.random(random)) {
            Person.Lock lock = locksmith.lock(id, root, passphrase);
            return new Person(id, name, "de", Set.of(Role.ADMINISTRATOR), lock, root.sealingKey());
        }
    }
}
