package org.obhut.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Root;

/**
 * Who belongs to a team, by sign-in name, as its members wrote it: text, one member a line, below a line with team and epoch.
 * Whoever changes names or keys in the database alone can't change this.
 */
record Roster(UUID team, int epoch, Map<String, Member> members) {

    private static final String PURPOSE = "roster";

    /** @param key fingerprint of the person's public key when they were admitted */
    record Member(UUID person, Fingerprint key, boolean lead) {}

    /** @throws RosterRefused where the stored one was not written by who holds the team's root */
    static Roster of(TeamEpoch stored, Root teamRoot) {
        if (!teamRoot.authentic(PURPOSE, stored.roster(), stored.rosterCode())) {
            throw new RosterRefused(stored.team());
        }
        String[] lines = new String(stored.roster(), StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(head(stored.team(), stored.epoch()))) {
            throw new RosterRefused(stored.team());
        }
        Map<String, Member> members = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(" ");
            Member member = new Member(UUID.fromString(field[1]), new Fingerprint(field[2]), field[3].equals("lead"));
            members.put(field[0], member);
        }
        return new Roster(stored.team(), stored.epoch(), members);
    }

    Roster with(String name, Member member) {
        Map<String, Member> more = new TreeMap<>(members);
        more.put(name, member);
        return new Roster(team, epoch, more);
    }

    byte[] encoded() {
        String lines = members.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return (head(team, epoch) + "\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    byte[] code(Root teamRoot) {
        return teamRoot.authenticate(PURPOSE, encoded());
    }

    private static String head(UUID team, int epoch) {
        return "roster 1 " + team + " " + epoch;
    }

    private static String line(String name, Member member) {
        return name + " " + member.person() + " " + member.key().hex() + " " + (member.lead() ? "lead" : "member")
                + "\n";
    }
}
