package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
        if (!has(ticket, address)) {
            lookups.add(Label.PARTICIPANT, ticket, item, null, normal(address));
        }
    }

    boolean has(UUID ticket, String address) {
        return lookups.has(ticket, Label.PARTICIPANT, normal(address));
    }

    /** RFC 5321 section 2.4 lets a host tell local parts apart by case; none that clients use does. */
    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
