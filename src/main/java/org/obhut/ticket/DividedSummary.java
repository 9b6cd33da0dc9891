package org.obhut.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/**
 * The summaries of a ticket and of a new one that takes some of its entries. What protects the client, and the days that erasure
 * counts from, are the same in both.
 *
 * @param before of the ticket as it was
 * @param moved the entries that go, oldest first
 * @param left the entries that stay, oldest first
 */
record DividedSummary(Summary before, List<ItemBody> moved, List<ItemBody> left) {

    /** Of the ticket that is left. */
    Summary remaining() {
        Set<String> here = KnownAddresses.of(left);
        Set<String> there = KnownAddresses.of(moved);
        Predicate<Address> foreign = address -> among(there, address) && !among(here, address);
        @Nullable Address last = lastAnswer(left);
        List<String> references = new ArrayList<>(before.references());
        references.removeAll(messageIds(moved));
        return new Summary(
                before.subject(),
                before.contact().without(foreign, last),
                before.token(),
                before.callback(),
                before.mayBelongTo(),
                before.receivedAt(),
                Math.max(0, before.messageCount() - count(moved)),
                messageIds(moved).contains(String.valueOf(before.inReplyTo()))
                        ? lastReceived(left)
                        : before.inReplyTo(),
                List.copyOf(references),
                unanswered(left) ? before.answerBy() : null,
                before.followUp(),
                before.lastContact(),
                before.links(),
                before.particulars());
    }

    /** Of the new ticket. */
    Summary begun(String subject, String token) {
        return new Summary(
                subject,
                contact(),
                token,
                before.callback(),
                null,
                lastClient(moved) == null
                        ? moved.get(moved.size() - 1).at()
                        : Objects.requireNonNull(lastClient(moved)).at(),
                count(moved),
                lastReceived(moved),
                shortened(messageIds(moved)),
                unanswered(moved) ? before.answerBy() : null,
                null,
                before.lastContact(),
                Links.NONE,
                before.particulars().sheet(before.particulars().sheet().ofAnother()));
    }

    /** Whom the new ticket is about: whoever wrote what goes there, else the client of both. */
    Contact contact() {
        List<ItemBody> received =
                moved.stream().filter(DividedSummary::answerable).toList();
        if (received.isEmpty()) {
            return before.contact();
        }
        Correspondence first = mail(received.get(0));
        Address from = first.from() == null ? Objects.requireNonNull(first.answerTo()) : first.from();
        if (before.contact().is(from.address())) {
            return before.contact();
        }
        Correspondence last = mail(received.get(received.size() - 1));
        @Nullable Address to = last.answerTo();
        boolean givenUp = before.contact().gaveUp(to);
        return new Contact(
                from,
                givenUp ? null : to,
                !givenUp && last.form() != null,
                before.contact().replaced());
    }

    /** What an entry says in the new ticket: who was a stranger in the old one may be its client. */
    ItemBody there(ItemBody body) {
        Correspondence mail = body.mail();
        boolean client = mail != null
                && body.direction() == Direction.IN
                && mail.party() != Party.REPLACED
                && mail.from() != null
                && contact().is(mail.from().address());
        return client ? body.with(Objects.requireNonNull(mail).by(Party.CLIENT)) : body;
    }

    private static boolean among(Set<String> addresses, Address address) {
        return addresses.stream().anyMatch(each -> Participants.same(each, address.address()));
    }

    private static int count(List<ItemBody> bodies) {
        return (int) bodies.stream().filter(DividedSummary::counts).count();
    }

    private static boolean counts(ItemBody body) {
        Correspondence mail = body.mail();
        return mail != null
                && mail.party() != Party.CENTRE
                && (body.direction() == Direction.IN ? !mail.kind().report() : mail.kind() == MailKind.PERSONAL);
    }

    /** Message-IDs of what went between the client and us. */
    private static List<String> messageIds(List<ItemBody> bodies) {
        return bodies.stream()
                .map(ItemBody::mail)
                .filter(mail -> mail != null && mail.party() == Party.CLIENT && mail.messageId() != null)
                .map(mail -> Objects.requireNonNull(mail.messageId()))
                .toList();
    }

    private static List<String> shortened(List<String> ids) {
        List<String> all = new ArrayList<>(ids);
        while (all.size() > Summary.MOST_REFERENCES) {
            all.remove(1);
        }
        return List.copyOf(all);
    }

    private static boolean answerable(ItemBody body) {
        Correspondence mail = body.mail();
        Address to = mail == null ? null : mail.answerTo();
        return body.direction() == Direction.IN
                && to != null
                && !to.address().isEmpty()
                && !mail(body).kind().report();
    }

    private @Nullable Address lastAnswer(List<ItemBody> bodies) {
        return bodies.stream()
                .filter(body -> answerable(body) && mail(body).party() == Party.CLIENT)
                .map(body -> Objects.requireNonNull(mail(body).answerTo()))
                .filter(address -> !before.contact().gaveUp(address))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static @Nullable ItemBody lastClient(List<ItemBody> bodies) {
        return bodies.stream()
                .filter(DividedSummary::fromClient)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static @Nullable String lastReceived(List<ItemBody> bodies) {
        ItemBody last = bodies.stream()
                .filter(body ->
                        fromClient(body) && body.mail() != null && mail(body).messageId() != null)
                .reduce((first, second) -> second)
                .orElse(null);
        return last == null ? null : mail(last).messageId();
    }

    private static boolean fromClient(ItemBody body) {
        Correspondence mail = body.mail();
        boolean written =
                mail != null && mail.party() != Party.CENTRE && mail.kind().contact();
        return body.direction() == Direction.IN && (written || body.kind() == Kind.CALL);
    }

    /** Whether the client has written since we did. */
    private static boolean unanswered(List<ItemBody> bodies) {
        boolean waits = false;
        for (ItemBody body : bodies) {
            if (body.mail() != null && fromClient(body)) {
                waits = true;
            } else if (body.kind() == Kind.MESSAGE && body.direction() == Direction.OUT && counts(body)) {
                waits = false;
            }
        }
        return waits;
    }

    private static Correspondence mail(ItemBody body) {
        return Objects.requireNonNull(body.mail());
    }
}
