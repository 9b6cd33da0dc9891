package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.SealedFile;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.EntryTransfer.Entry;
import org.obhut.ticket.Happening.What;
import org.obhut.ticket.TimelineEntry.Kind;

/** Brings some entries of a locked ticket into a new one, which has a root and a reply token of its own and the same readers. */
@Dependent
class Splitter {

    private final EntryTransfer transfer;
    private final Tickets tickets;
    private final Summaries summaries;
    private final Participants participants;
    private final Entries entries;
    private final CoReaders coReaders;
    private final Readership readership;
    private final Sealer sealer;
    private final Seals seals;
    private final Lookups lookups;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Splitter(
            EntryTransfer transfer,
            Tickets tickets,
            Summaries summaries,
            Participants participants,
            Entries entries,
            CoReaders coReaders,
            Readership readership,
            Sealer sealer,
            Seals seals,
            Lookups lookups,
            Deadlines deadlines,
            SecureRandom random) {
        this.transfer = transfer;
        this.tickets = tickets;
        this.summaries = summaries;
        this.participants = participants;
        this.entries = entries;
        this.coReaders = coReaders;
        this.readership = readership;
        this.sealer = sealer;
        this.seals = seals;
        this.lookups = lookups;
        this.deadlines = deadlines;
        this.random = random;
    }

    /**
     * Returns the new ticket.
     *
     * @throws InvalidInput where nothing was chosen, nothing would be left, or an entry is not one that can go
     * @throws org.obhut.retention.FileHeld where a mail of what goes is being sent just now
     */
    UUID split(OpenTicket from, Set<UUID> chosen, String subject) {
        // Whatever intake has left beside an entry has to be in the summary before the entry goes.
        Summary before = summaries.update(from, UnaryOperator.identity());
        List<Entry> all = transfer.of(from).stream()
                .map(id -> transfer.read(from, id))
                .filter(entry -> entry.body().kind() != Kind.EVENT)
                .toList();
        check(all, chosen);
        List<UUID> ids = all.stream().map(Entry::id).filter(chosen::contains).toList();
        var divided = new DividedSummary(before, bodies(all, chosen, true), bodies(all, chosen, false));
        try (Root root = Root.random(random);
                OpenTicket into = begin(from, root, divided, ids.get(0), subject)) {
            transfer.move(from, into, ids, divided::there);
            lookups.unname(from.id(), ids);
            participants(from, into, divided);
            Summary left = summaries.update(from, summary -> divided.remaining());
            from.ticket().due(from.ticket().status() == Status.CLOSED ? null : left.due(deadlines));
            entries.tell(into, new Happening(What.SPLIT_FROM, TicketNumber.of(from.id())));
            entries.tell(from, new Happening(What.SPLIT_OFF, TicketNumber.of(into.id())));
            return into.id();
        }
    }

    private static void check(List<Entry> all, Set<UUID> chosen) {
        Set<UUID> known = new HashSet<>(all.stream().map(Entry::id).toList());
        if (chosen.isEmpty()) {
            throw new InvalidInput("entries", "required");
        }
        if (!known.containsAll(chosen)) {
            throw new InvalidInput("entries", "unknown-value");
        }
        if (known.size() == chosen.size()) {
            throw new InvalidInput("entries", "all");
        }
    }

    private static List<ItemBody> bodies(List<Entry> all, Set<UUID> chosen, boolean wanted) {
        return all.stream()
                .filter(entry -> chosen.contains(entry.id()) == wanted)
                .map(Entry::body)
                .toList();
    }

    private OpenTicket begin(OpenTicket from, Root root, DividedSummary divided, UUID first, String subject) {
        Ticket old = from.ticket();
        UUID id = RandomId.next(random);
        String token = ReplyToken.from(random);
        Summary summary = divided.begun(subject, token);
        Ticket ticket = new Ticket(
                id,
                old.team(),
                old.mailbox().orElse(null),
                old.language(),
                root.sealingKey(),
                deadlines.today(),
                tickets.nextRank(),
                tickets.policy(old.mailbox()));
        ticket.life().keepUntil(old.life().chosenDay().orElse(null));
        ticket.stand(Status.OPEN, summary.due(deadlines), summary.lastContact(), deadlines.today());
        ticket.urgent(old.urgent());
        ticket.counts().follow(old.counts());
        summaries.seal(SealedFile.open(id, root, random), ticket, summary);
        tickets.add(ticket);
        tickets.assign(ticket, old.assignee());
        lookups.add(Label.REPLY_TOKEN, id, first, null, ReplyToken.normal(token));
        return sealed(from, ticket, root);
    }

    /** To those who read the old one, and to nobody else. */
    private OpenTicket sealed(OpenTicket from, Ticket ticket, Root root) {
        Circle circle = readership.circle(from);
        Seal leads = sealer.seal(root, ticket.id(), circle.readers().leadsKey());
        seals.put(leads);
        ReaderKey team = circle.readers().teamKey();
        if (seals.readers(from.id()).contains(team.reader())) {
            seals.put(sealer.seal(root, ticket.id(), team));
        }
        coReaders.follow(from.id(), ticket.id(), ticket.assignee());
        OpenTicket open = new OpenTicket(from.caller(), ticket, leads, root, random);
        readership.seal(open, circle);
        return open;
    }

    /** Whoever wrote only what goes takes no part in the old ticket any more: a reference of theirs must not lead there. */
    private void participants(OpenTicket from, OpenTicket into, DividedSummary divided) {
        Set<String> there = KnownAddresses.of(divided.moved());
        Set<String> here = new HashSet<>(KnownAddresses.of(divided.left()));
        here.addAll(KnownAddresses.of(divided.remaining().contact()));
        participants.follow(from.id(), into.id(), there);
        participants.follow(from.id(), into.id(), divided.before().contact().replaced());
        Stream.of(divided.contact())
                .flatMap(contact -> Stream.of(contact.client(), contact.replyTo()))
                .filter(address -> address != null && !address.address().isEmpty())
                .map(Address::address)
                .filter(address -> participants.party(into.id(), address) == Party.STRANGER)
                .forEach(address -> participants.add(into.id(), into.id(), address));
        there.stream()
                .filter(address -> none(here, address))
                .forEach(address -> participants.remove(from.id(), address));
    }

    private static boolean none(Collection<String> addresses, String address) {
        return addresses.stream().noneMatch(each -> Participants.same(each, address));
    }
}
