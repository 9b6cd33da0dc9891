package org.obhut.ticket;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obhut.ticket.TimelineEntry.Direction;

/** The addresses of those who may take part in a ticket, as its entries and its summary have them. */
final class KnownAddresses {

    private KnownAddresses() {}

    /** Of everybody but us. */
    static Set<String> of(Collection<ItemBody> bodies) {
        return bodies.stream()
                .filter(body -> body.mail() != null)
                .flatMap(body -> Objects.requireNonNull(body.mail()).others(body.direction() == Direction.IN).stream())
                .collect(Collectors.toSet());
    }

    static Set<String> of(Contact contact) {
        return Stream.concat(
                        Stream.of(contact.client(), contact.replyTo())
                                .filter(Objects::nonNull)
                                .map(Address::address),
                        contact.replaced().stream())
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }
}
