package org.obhut.ticket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.account.TeamReaders;
import org.obhut.allocation.Choice;
import org.obhut.allocation.Ground;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Seals;

/**
 * Whom a team's rule has found for a new ticket.
 *
 * @param automatic whether they are responsible at once, else proposed
 * @param topics keys of what the mail's words are about
 * @param everyoneReads the team's rule
 * @param key the one whose turn it is
 * @param deputies who stands in for them, and when
 */
record Allotted(
        boolean automatic,
        Choice choice,
        Set<String> topics,
        boolean everyoneReads,
        ReaderKey key,
        List<Granted> deputies) {

    /** Somebody a ticket is sealed to. @param during as {@link Seals} keeps it */
    record Granted(ReaderKey key, String during) {}

    UUID person() {
        return choice.person();
    }

    /** The readers of the new ticket: as {@link Readership} wants them. */
    List<Granted> readers(TeamReaders team) {
        List<Granted> readers = new ArrayList<>(List.of(always(team.leadsKey())));
        if (!automatic || everyoneReads) {
            readers.add(always(team.teamKey()));
        }
        if (automatic) {
            readers.add(always(key));
            readers.addAll(deputies);
        }
        return readers;
    }

    static List<Granted> usual(TeamReaders team) {
        return team.both().stream().map(Allotted::always).toList();
    }

    private static Granted always(ReaderKey reader) {
        return new Granted(reader, Seals.ALWAYS);
    }

    /** The reasons, as the timeline keeps them sealed. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("grounds", choice.grounds().stream().map(Allotted::word).collect(Collectors.joining(" ")));
        if (!topics.isEmpty()) {
            attributes.put("topics", String.join(" ", topics));
        }
        return attributes;
    }

    private static String word(Ground ground) {
        return ground.value().isEmpty() ? ground.kind().key() : ground.kind().key() + ":" + ground.value();
    }
}
