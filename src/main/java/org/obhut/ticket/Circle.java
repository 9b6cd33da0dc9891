package org.obhut.ticket;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.TeamReaders;
import org.obhut.account.Teams;
import org.obhut.envelope.ReaderKey;

/**
 * Whom the tickets of a team may be sealed to, as far as a caller can check it: every key here is pinned or in a roster that the
 * caller authenticates.
 *
 * @param everyoneReads the team's rule; null where the caller is outside the team and can't check it
 * @param members by sign-in name; empty where the caller is outside the team
 * @param colleagues members of any team, by sign-in name
 */
record Circle(
        UUID team,
        TeamReaders readers,
        @Nullable Boolean everyoneReads,
        Map<String, ReaderKey> members,
        Map<String, ReaderKey> colleagues) {

    /**
     * To seal to; the team's pin stays as it is until the running transaction ends.
     *
     * @throws org.obhut.account.PinMismatch where the team's keys are not the pinned ones
     */
    static Circle of(Teams teams, Caller caller, UUID team) {
        return of(teams, caller, team, teams.readers(team));
    }

    /** To look at only; empty where the team's keys are not the pinned ones. */
    static Optional<Circle> shown(Teams teams, Caller caller, UUID team) {
        return teams.shownReaders(team).map(readers -> of(teams, caller, team, readers));
    }

    private static Circle of(Teams teams, Caller caller, UUID team, TeamReaders readers) {
        if (!caller.counsels().contains(team)) {
            return new Circle(team, readers, null, Map.of(), teams.colleagues());
        }
        return new Circle(
                team, readers, teams.everyoneReads(caller, team), teams.roster(caller, team), teams.colleagues());
    }

    /** Whether the caller is of the team. */
    boolean inside() {
        return everyoneReads != null;
    }

    /** All keys by reader. What the roster says of a member counts more than what is pinned. */
    Map<UUID, ReaderKey> keys() {
        Map<UUID, ReaderKey> keys = new HashMap<>(byId(colleagues.values()));
        keys.putAll(byId(members.values()));
        keys.putAll(byId(readers.both()));
        return keys;
    }

    /** A colleague or member by sign-in name. */
    Optional<ReaderKey> person(String name) {
        return Optional.ofNullable(members.getOrDefault(name, colleagues.get(name)));
    }

    /** The sign-in name of a person whose key is known. */
    Optional<String> name(UUID person) {
        return Optional.ofNullable(names().get(person));
    }

    Set<UUID> memberIds() {
        return members.values().stream().map(ReaderKey::reader).collect(Collectors.toSet());
    }

    private Map<UUID, String> names() {
        Map<UUID, String> names = new HashMap<>();
        colleagues.forEach((name, key) -> names.put(key.reader(), name));
        members.forEach((name, key) -> names.put(key.reader(), name));
        return names;
    }

    private static Map<UUID, ReaderKey> byId(Collection<ReaderKey> keys) {
        return keys.stream().collect(Collectors.toMap(ReaderKey::reader, key -> key));
    }
}
