package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;

/** Who takes part in a ticket, known by hashes of ticket and address together: nothing leads from an address to its tickets. */
@Dependent
class Participants {

    private final Lookups lookups;

    @Inject
    Participants(Lookups lookups) {
        this.lookups = lookups;
    }

    void add(UUID ticket, UUID item, String address) {
        add(Label.PARTICIPANT, ticket, item, address);
    }

    /** A counselling centre that was asked: its answers are let in, and are not the client's. */
    void addCentre(UUID ticket, UUID item, String address) {
        add(Label.CENTRE, ticket, item, address);
    }

    private void add(Label label, UUID ticket, UUID item, String address) {
        if (!lookups.has(ticket, label, normal(address))) {
            lookups.add(label, ticket, item, null, normal(address));
        }
    }

    /** Lets one address take part in place of all before, and nothing from these in any more. */
    void replace(UUID ticket, UUID item, String address, Collection<String> replaced) {
        lookups.removeAll(ticket, Label.PARTICIPANT);
        lookups.removeAll(ticket, Label.REPLACED);
        add(ticket, item, address);
        replaced.forEach(old -> add(Label.REPLACED, ticket, item, old));
    }

    /** Lets those of the addresses that have a part in one ticket have the same in another. */
    void follow(UUID from, UUID to, Collection<String> addresses) {
        for (Label label : List.of(Label.PARTICIPANT, Label.CENTRE, Label.REPLACED)) {
            addresses.stream()
                    .filter(address -> lookups.has(from, label, normal(address)))
                    .forEach(address -> add(label, to, to, address));
        }
    }

    /** Lets an address have no part in a ticket any more. That it was given up for a safer one stays. */
    void remove(UUID ticket, String address) {
        lookups.remove(ticket, Label.PARTICIPANT, normal(address));
        lookups.remove(ticket, Label.CENTRE, normal(address));
    }

    Party party(UUID ticket, String address) {
        if (lookups.has(ticket, Label.REPLACED, normal(address))) {
            return Party.REPLACED;
        }
        if (lookups.has(ticket, Label.PARTICIPANT, normal(address))) {
            return Party.CLIENT;
        }
        return lookups.has(ticket, Label.CENTRE, normal(address)) ? Party.CENTRE : Party.STRANGER;
    }

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** RFC 5321 section 2.4 lets a host tell local parts apart by case; none that clients use does. */
    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
