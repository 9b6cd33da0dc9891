package org.obhut.ticket;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.IntakeCircles;
import org.obhut.account.Refused;
import org.obhut.account.TeamReaders;
import org.obhut.account.Teams;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;

/** Teams and people in memory, with real keys, so that tests of the desk need no sign-in. */
final class KnownTeams extends Teams {

    private record Team(UUID id, String name, UUID reader, UUID leads, Map<String, UUID> members) {}

    private final SecureRandom random;
    final Set<UUID> everyoneReads = new HashSet<>();
    private final Map<UUID, Team> teams = new HashMap<>();
    private final Map<UUID, Root> roots = new HashMap<>();
    private final Map<String, UUID> mailboxes = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();

    KnownTeams(SecureRandom random) {
        this.random = random;
    }

    UUID team(String name) {
        UUID id = RandomId.next(random);
        teams.put(id, new Team(id, name, reader(), reader(), new LinkedHashMap<>()));
        return id;
    }

    /** A person who counsels in this team, and leads it if so. */
    Caller person(String name, UUID team, boolean lead) {
        UUID person = reader();
        names.put(person, name);
        teams.get(team).members().put(name, person);
        Keyring keyring = new Keyring();
        Set<UUID> held = new HashSet<>(Set.of(person, teams.get(team).reader()));
        if (lead) {
            held.add(teams.get(team).leads());
        }
        held.forEach(reader -> keyring.add(reader, roots.get(reader)));
        return new Caller(person, name, Set.of(team), lead ? Set.of(team) : Set.of(), Set.of(), keyring);
    }

    /** Someone with a key of their own and no team. */
    Caller outsider(String name) {
        UUID person = reader();
        names.put(person, name);
        Keyring keyring = new Keyring();
        keyring.add(person, roots.get(person));
        return new Caller(person, name, Set.of(), Set.of(), Set.of(), keyring);
    }

    /** The id under which the team reads. */
    UUID readerOf(UUID team) {
        return teams.get(team).reader();
    }

    private UUID reader() {
        UUID id = RandomId.next(random);
        roots.put(id, Root.random(random));
        return id;
    }

    private ReaderKey key(UUID reader) {
        return new ReaderKey(reader, roots.get(reader).sealingKey());
    }

    @Override
    public String name(UUID team) {
        return teams.get(team).name();
    }

    @Override
    public Optional<UUID> byName(String name) {
        return teams.values().stream()
                .filter(team -> team.name().equals(name))
                .map(Team::id)
                .findFirst();
    }

    @Override
    public boolean everyoneReads(Caller caller, UUID team) {
        return everyoneReads.contains(team);
    }

    /** Binds a mailbox to a team. */
    void pin(String mailbox, UUID team) {
        mailboxes.put(mailbox, team);
    }

    @Override
    public Optional<UUID> ofMailbox(String mailbox) {
        return Optional.ofNullable(mailboxes.get(mailbox));
    }

    @Override
    public TeamReaders pinnedReaders(String mailbox) {
        return readers(mailboxes.get(mailbox));
    }

    @Override
    public TeamReaders readers(UUID team) {
        return new TeamReaders(
                team, key(teams.get(team).reader()), key(teams.get(team).leads()));
    }

    @Override
    public Optional<TeamReaders> shownReaders(UUID team) {
        return Optional.of(readers(team));
    }

    @Override
    public Map<String, ReaderKey> roster(Caller caller, UUID team) {
        if (!caller.counsels().contains(team)) {
            throw new Refused("member of the team");
        }
        return members(team);
    }

    private Map<String, ReaderKey> members(UUID team) {
        Map<String, ReaderKey> roster = new HashMap<>();
        teams.get(team).members().forEach((name, person) -> roster.put(name, key(person)));
        return roster;
    }

    @Override
    public Map<String, ReaderKey> colleagues() {
        Map<String, ReaderKey> colleagues = new TreeMap<>();
        all().forEach(team -> colleagues.putAll(members(team)));
        return colleagues;
    }

    @Override
    public Set<UUID> everyReader(UUID team) {
        return Set.of(teams.get(team).reader(), teams.get(team).leads());
    }

    @Override
    public String personName(UUID person) {
        return names.get(person);
    }

    @Override
    public List<UUID> all() {
        return List.copyOf(teams.keySet());
    }

    /** What intake knows of these teams. */
    IntakeCircles circles() {
        return new IntakeCircles() {
            @Override
            public Optional<Circle> of(UUID team) {
                Map<UUID, ReaderKey> byId = new HashMap<>();
                members(team).values().forEach(key -> byId.put(key.reader(), key));
                return Optional.of(new Circle(everyoneReads.contains(team), byId));
            }
        };
    }
}
