package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obhut.envelope.Pins;
import org.obhut.envelope.Seals;

/** What a team is, as its members' keys show it: computed from roster, seals and pins, never from what somebody wished. */
@ApplicationScoped
public class TeamOverview {

    /** How a member's key of now stands to the one they were let in with. */
    public enum KeyState {
        CONFIRMED,
        /** Another one since the account was reset: to be compared again. */
        RESET,
        /** Another one without a reason: an alarm. */
        EXCHANGED
    }

    /** @param key the fingerprint (hex) by which the member was let in */
    public record Member(UUID person, String name, boolean lead, KeyState state, String key) {}

    /** Somebody who could be let in. @param key the fingerprint (hex) to be compared by voice */
    public record Pending(UUID person, String name, String key) {}

    /**
     * @param foreign how many people hold the team's root by a seal and are not in the roster: an alarm where not zero
     * @param mailboxes addresses whose mail is sealed to the team
     */
    public record Standing(
            UUID team,
            String name,
            int epoch,
            boolean everyoneReads,
            List<Member> members,
            List<Pending> pending,
            long foreign,
            Set<String> mailboxes) {}

    private final TeamRows rows;
    private final People people;
    private final Seals seals;
    private final Pins pins;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TeamOverview() {
        this(null, null, null, null);
    }

    @Inject
    public TeamOverview(TeamRows rows, People people, Seals seals, Pins pins) {
        this.rows = rows;
        this.people = people;
        this.seals = seals;
        this.pins = pins;
    }

    /** @throws Refused where the caller is not a member @throws RosterRefused where the roster is not authentic */
    public Standing of(Caller member, UUID team) {
        TeamEpoch stored = rows.find(team).orElseThrow(() -> new Refused("member of the team"));
        Roster roster = stored.roster(member.keyring());
        Map<UUID, Person> persons = people.all().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<Member> members = new ArrayList<>();
        roster.members()
                .forEach((name, entry) -> members.add(new Member(
                        entry.person(),
                        name,
                        entry.lead(),
                        state(persons, entry),
                        entry.key().hex())));
        List<Pending> pending = people.all().stream()
                .filter(person -> !person.roles().contains(Role.ADMINISTRATOR))
                .filter(person -> roster.member(person.id())
                        .filter(entry -> entry.key().equals(person.key().fingerprint()))
                        .isEmpty())
                .map(person -> new Pending(
                        person.id(), person.name(), person.key().fingerprint().hex()))
                .toList();
        long foreign = seals.readers(stored.teamKey().reader()).stream()
                .filter(reader ->
                        persons.containsKey(reader) && roster.member(reader).isEmpty())
                .count();
        return new Standing(
                team,
                stored.name(),
                stored.epoch(),
                roster.everyoneReads(),
                members,
                pending,
                foreign,
                pins.mailboxes(team));
    }

    private KeyState state(Map<UUID, Person> persons, Roster.Member member) {
        Person person = persons.get(member.person());
        return MemberKeys.state(people, pins, person, member);
    }

    /** The fingerprint (hex) of the caller's own key, from their root and not from the database: what they read aloud. */
    public String own(Caller caller) {
        return Membership.own(caller).key().fingerprint().hex();
    }
}
