package org.obhut.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Root;

/**
 * Who belongs to a team, by sign-in name, and the team's rule, as its members wrote them: text, one member a line, below a line
 * with team, epoch and rule. Whoever changes names, keys or the rule in the database alone can't change this.
 *
 * @param everyoneReads whether the whole team goes on reading a ticket that is assigned to one of them
 */
record Roster(UUID team, int epoch, boolean everyoneReads, Map<String, Member> members) {

    private static final String PURPOSE = "roster";
    private static final String EVERYONE = " everyone";

    /** @param key fingerprint of the person's public key when they were admitted */
    record Member(UUID person, Fingerprint key, boolean lead) {}

    /** @throws RosterRefused where the stored one was not written by who holds the team's root */
    static Roster of(TeamEpoch stored, Root teamRoot) {
        if (!teamRoot.authentic(PURPOSE, stored.roster(), stored.rosterCode())) {
            throw new RosterRefused(stored.team());
        }
        String[] lines = new String(stored.roster(), StandardCharsets.UTF_8).split("\n");
        boolean everyoneReads = lines[0].endsWith(EVERYONE);
        if (!lines[0].equals(head(stored.team(), stored.epoch(), everyoneReads))) {
            throw new RosterRefused(stored.team());
        }
        Map<String, Member> members = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(" ");
            Member member = new Member(UUID.fromString(field[1]), new Fingerprint(field[2]), field[3].equals("lead"));
            members.put(field[0], member);
        }
        return new Roster(stored.team(), stored.epoch(), everyoneReads, members);
    }

    Roster with(String name, Member member) {
        Map<String, Member> more = new TreeMap<>(members);
        more.put(name, member);
        return new Roster(team, epoch, everyoneReads, more);
    }

    /** Those of the members that are meant. */
    Roster only(Predicate<Member> which) {
        Map<String, Member> kept = new TreeMap<>(members);
        kept.values().removeIf(which.negate());
        return new Roster(team, epoch, everyoneReads, kept);
    }

    Roster in(int newEpoch) {
        return new Roster(team, newEpoch, everyoneReads, members);
    }

    Roster rule(boolean everyone) {
        return new Roster(team, epoch, everyone, members);
    }

    Optional<Member> member(UUID person) {
        return members.values().stream()
                .filter(member -> member.person().equals(person))
                .findFirst();
    }

    /** The sign-in name of a member. */
    String name(UUID person) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().person().equals(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    byte[] encoded() {
        String lines = members.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return (head(team, epoch, everyoneReads) + "\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    byte[] code(Root teamRoot) {
        return teamRoot.authenticate(PURPOSE, encoded());
    }

    private static String head(UUID team, int epoch, boolean everyoneReads) {
        return "roster 1 " + team + " " + epoch + (everyoneReads ? EVERYONE : "");
    }

    private static String line(String name, Member member) {
        return name + " " + member.person() + " " + member.key().hex() + " " + (member.lead() ? "lead" : "member")
                + "\n";
    }
}
