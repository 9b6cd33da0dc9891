package org.obhut.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.obhut.envelope.Pins;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.Root;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;

/**
 * The invented people of a demo, made at its first start on the same ways as real ones: each has a passphrase, teams are founded
 * and people let in within their lead's session. What a stopped start left out is made at the next.
 */
@ApplicationScoped
public class DemoPeople {

    /** Everyone's passphrase in a demo. */
    public static final String PASSPHRASE = "obhut-demo-2026";

    private static final Map<String, Set<Role>> PEOPLE = Map.of(
            "anna", Set.of(),
            "bela", Set.of(),
            "leyla", Set.of(Role.LEAD),
            "ion", Set.of(Role.LEAD),
            "admin", Set.of(Role.ADMINISTRATOR),
            "stat", Set.of(Role.ANALYST),
            "koko", Set.of(Role.COORDINATOR));

    private final People people;
    private final Locksmith locksmith;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Teams teams;
    private final Membership membership;
    private final Pinning pinning;
    private final Pins pins;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected DemoPeople() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public DemoPeople(
            People people,
            Locksmith locksmith,
            SignIn signIn,
            Sessions sessions,
            Teams teams,
            Membership membership,
            Pinning pinning,
            Pins pins,
            SecureRandom random) {
        this.people = people;
        this.locksmith = locksmith;
        this.signIn = signIn;
        this.sessions = sessions;
        this.teams = teams;
        this.membership = membership;
        this.pinning = pinning;
        this.pins = pins;
        this.random = random;
    }

    void start(
            @Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start,
            Settings settings) {
        if (settings.demo()) {
            make();
        }
    }

    void make() {
        PEOPLE.keySet().parallelStream()
                .filter(name -> people.byName(name).isEmpty())
                .map(this::person)
                .toList()
                .forEach(people::add);
        team("Erstkontakt", "leyla", List.of("anna", "bela"), "beratung@obhut.example");
        team("Südosteuropa", "ion", List.of(), "consiliere@obhut.example");
    }

    private Person person(String name) {
        UUID id = RandomId.next(random);
        try (Root root = Root.random(random)) {
            Person.Lock lock = locksmith.lock(id, root, PASSPHRASE.toCharArray());
            return new Person(id, name, "und", PEOPLE.get(name), lock, root.sealingKey());
        }
    }

    private void team(String name, String lead, List<String> members, String mailbox) {
        // The pin comes last: where it is, the team is whole.
        if (pins.mailbox(mailbox).isPresent()) {
            return;
        }
        Session session = signIn.signIn(lead, PASSPHRASE.toCharArray());
        try {
            Caller caller = session.caller();
            UUID team = teams.byName(name).orElseGet(() -> membership.found(caller, name, false));
            Set<String> there = teams.roster(caller, team).keySet();
            members.stream().filter(member -> !there.contains(member)).forEach(member -> {
                Person person = people.byName(member).orElseThrow();
                membership.admit(caller, team, person.id(), person.key().fingerprint(), false);
            });
            pinning.pin(caller, mailbox, team);
        } finally {
            sessions.end(session.handle());
        }
    }
}
