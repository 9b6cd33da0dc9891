package org.obhut.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a ticket is about and where they are written to.
 *
 * @param client whom the ticket is about
 * @param replyTo whom a reply goes to, null where there is nobody to write to
 * @param unconfirmed whether {@code replyTo} was only given in a web form: anybody can give anybody's address
 * @param replaced addresses of the client that were given up for a safer one: never written to
 */
record Contact(@Nullable Address client, @Nullable Address replyTo, boolean unconfirmed, List<String> replaced) {

    static final Contact NONE = new Contact(null, null, false, List.of());

    /** Somebody whom we wrote to first. */
    static Contact of(String address) {
        return new Contact(new Address(null, address), new Address(null, address), false, List.of());
    }

    /** The sender of a mail from an address that was given up elsewhere: not answered unless someone says so. */
    static Contact silent(@Nullable Address from, @Nullable Address answer) {
        List<String> addresses = Stream.of(from, answer)
                .filter(Objects::nonNull)
                .map(Address::address)
                .distinct()
                .toList();
        return new Contact(from, null, false, addresses);
    }

    boolean gaveUp(@Nullable Address address) {
        return among(replaced, address);
    }

    /** Whether this is where the client is or was written to. */
    boolean is(String address) {
        return Stream.of(client, replyTo)
                .filter(Objects::nonNull)
                .anyMatch(each -> Participants.same(each.address(), address));
    }

    /** Takes in where a mail of the client's wants its answer. An address that was given up changes nothing. */
    Contact learnt(@Nullable Address answer) {
        if (answer == null || gaveUp(answer)) {
            return this;
        }
        return new Contact(known(answer), answer, false, replaced);
    }

    /** Whom the ticket is about, with the address that is learnt where none was known. */
    private Address known(Address learnt) {
        if (client == null) {
            return learnt;
        }
        return client.address().isEmpty() ? new Address(client.name(), learnt.address()) : client;
    }

    /** Lets one address take the place of all before. {@code before}: all that the client is known to have used. */
    Contact replacedBy(String address, List<String> before) {
        var givenUp = new ArrayList<String>();
        Stream.concat(replaced.stream(), before.stream())
                .filter(old -> !old.isEmpty() && !Participants.same(old, address))
                .filter(old -> givenUp.stream().noneMatch(each -> Participants.same(each, old)))
                .forEach(givenUp::add);
        String name = client == null ? null : client.name();
        return new Contact(new Address(name, address), new Address(null, address), false, List.copyOf(givenUp));
    }

    /** One client where two had been taken for different ones. Nothing that was given up in either is written to. */
    Contact merged(Contact other) {
        List<String> givenUp = distinct(replaced, other.replaced);
        boolean own = replyTo != null && !among(givenUp, replyTo);
        Address to = own ? replyTo : among(givenUp, other.replyTo) ? null : other.replyTo;
        boolean doubtful = own ? unconfirmed : to != null && other.unconfirmed;
        return new Contact(client == null ? other.client : client, to, doubtful, givenUp);
    }

    /** What is left of it where others of its addresses turn out to be somebody else's. */
    Contact without(Predicate<Address> foreign, @Nullable Address last) {
        Address to = replyTo == null || foreign.test(replyTo) ? last : replyTo;
        Address who = client == null || foreign.test(client) ? to : client;
        return new Contact(who, to, to != null && to.equals(replyTo) && unconfirmed, replaced);
    }

    private static List<String> distinct(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        more.stream()
                .filter(each -> all.stream().noneMatch(known -> Participants.same(known, each)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean among(List<String> addresses, @Nullable Address address) {
        return address != null && addresses.stream().anyMatch(each -> Participants.same(each, address.address()));
    }

    void write(ClearWriter to) {
        to.put("client", client)
                .put("replyTo", replyTo)
                .put("unconfirmed", unconfirmed)
                .put("replaced", replaced);
    }

    static Contact read(ClearReader from) {
        return new Contact(
                from.addressOrNull("client"),
                from.addressOrNull("replyTo"),
                from.flag("unconfirmed"),
                from.textsOrNone("replaced"));
    }
}
