package org.obhut.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The summary of a ticket that another has become part of. */
final class MergedSummary {

    private MergedSummary() {}

    /** @param stays of the ticket that stays; its subject, token and client hold */
    static Summary of(UUID target, Summary stays, UUID source, Summary ends) {
        Contact contact = stays.contact().merged(ends.contact());
        boolean one = sameReceiver(contact, ends.contact());
        boolean newer = one && ends.receivedAt().isAfter(stays.receivedAt());
        @Nullable UUID other = stays.mayBelongTo() == null ? ends.mayBelongTo() : stays.mayBelongTo();
        return new Summary(
                stays.subject().isBlank() ? ends.subject() : stays.subject(),
                contact,
                stays.token(),
                stays.callback() == null ? ends.callback() : stays.callback(),
                source.equals(other) || target.equals(other) ? null : other,
                later(stays.receivedAt(), ends.receivedAt()),
                stays.messageCount() + ends.messageCount(),
                newer || stays.inReplyTo() == null && one ? ends.inReplyTo() : stays.inReplyTo(),
                one ? references(newer ? stays : ends, newer ? ends : stays) : stays.references(),
                earlier(stays.answerBy(), ends.answerBy()),
                earlier(stays.followUp(), ends.followUp()),
                stays.lastContact().isBefore(ends.lastContact()) ? ends.lastContact() : stays.lastContact(),
                links(target, stays, source, ends),
                stays.particulars().merged(ends.particulars()));
    }

    /** Nobody gets a reference to a mail between us and somebody else. */
    private static boolean sameReceiver(Contact contact, Contact ends) {
        Address to = contact.replyTo();
        Address other = ends.replyTo();
        return to != null && other != null && Participants.same(to.address(), other.address());
    }

    private static List<String> references(Summary before, Summary last) {
        List<String> all = new ArrayList<>(Stream.concat(before.references().stream(), last.references().stream())
                .distinct()
                .toList());
        while (all.size() > Summary.MOST_REFERENCES) {
            all.remove(1);
        }
        return List.copyOf(all);
    }

    private static Links links(UUID target, Summary stays, UUID source, Summary ends) {
        Links links = stays.links();
        for (UUID other : ends.links().others()) {
            links = links.with(other);
        }
        return links.without(source).without(target);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
