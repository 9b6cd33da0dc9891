package org.obhut.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.obhut.envelope.Fingerprint;

/**
 * Who belongs to a team, for intake, which can't check the roster: a line with team, epoch and rule, and below it one with id and
 * fingerprint for each member whose key the writer found to be the one they were let in with.
 */
record TrustedCircle(UUID team, int epoch, boolean everyoneReads, Map<UUID, Fingerprint> members) {

    private static final String EVERYONE = "everyone";

    byte[] encoded() {
        StringBuilder lines = new StringBuilder(
                "circle 1 " + team + " " + epoch + " " + (everyoneReads ? EVERYONE : "assignee") + "\n");
        new TreeMap<>(members)
                .forEach((person, key) ->
                        lines.append(person).append(' ').append(key.hex()).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of bytes that were authentic. */
    static TrustedCircle of(byte[] encoded) {
        String[] lines = new String(encoded, StandardCharsets.UTF_8).split("\n");
        String[] head = lines[0].split(" ");
        Map<UUID, Fingerprint> members = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(" ");
            members.put(UUID.fromString(fields[0]), new Fingerprint(fields[1]));
        }
        return new TrustedCircle(
                UUID.fromString(head[2]), Integer.parseInt(head[3]), head[4].equals(EVERYONE), members);
    }
}
