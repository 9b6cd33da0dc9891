package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obhut.account.TeamReaders;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.Root;
import org.obhut.envelope.SealedFile;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;

/** Makes tickets: a new root, the first entry and the summary under it, the root sealed to team and leads, then wiped. */
@Dependent
class NewTickets {

    /** A ticket just made, whose root is wiped soon. */
    record Opened(Ticket ticket, SealedFile file, Summary summary) {}

    private final Tickets tickets;
    private final Items items;
    private final Summaries summaries;
    private final Sealer sealer;
    private final Seals seals;
    private final Lookups lookups;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    NewTickets(
            Tickets tickets,
            Items items,
            Summaries summaries,
            Sealer sealer,
            Seals seals,
            Lookups lookups,
            Deadlines deadlines,
            SecureRandom random) {
        this.tickets = tickets;
        this.items = items;
        this.summaries = summaries;
        this.sealer = sealer;
        this.seals = seals;
        this.lookups = lookups;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** Where a first entry will stand; {@code token} is the ticket's reply token. */
    record Place(UUID ticket, String token) {}

    /** @param summary made with the ticket's reply token */
    Ticket make(
            TeamReaders readers,
            @Nullable String mailbox,
            String language,
            UUID firstItem,
            ItemBody first,
            List<byte[]> files,
            Function<String, Summary> summary) {
        return make(
                readers,
                Allotted.usual(readers),
                mailbox,
                language,
                firstItem,
                place -> first,
                files,
                summary,
                opened -> {});
    }

    /**
     * @param granted to whom it is sealed
     * @param first made once it is known where it will stand, and before the summary
     * @param more what is to be written into the ticket while its root is at hand
     */
    Ticket make(
            TeamReaders readers,
            List<Allotted.Granted> granted,
            @Nullable String mailbox,
            String language,
            UUID firstItem,
            Function<Place, ItemBody> first,
            List<byte[]> files,
            Function<String, Summary> summary,
            Consumer<Opened> more) {
        UUID id = RandomId.next(random);
        try (Root root = Root.random(random)) {
            SealedFile file = SealedFile.open(id, root, random);
            String token = ReplyToken.from(random);
            ItemBody entry = first.apply(new Place(id, token));
            Summary made = summary.apply(token);
            Ticket ticket = new Ticket(
                    id,
                    readers.team(),
                    mailbox,
                    language,
                    root.sealingKey(),
                    deadlines.today(),
                    tickets.nextRank(),
                    tickets.policy(Optional.ofNullable(mailbox)));
            ticket.due(made.due(deadlines));
            summaries.seal(file, ticket, made);
            tickets.add(ticket);
            items.add(file, id, firstItem, ticket.rank(), entry, null, files);
            for (Allotted.Granted reader : granted) {
                seals.put(sealer.seal(root, id, reader.key()), reader.during());
            }
            lookups.add(Label.REPLY_TOKEN, id, firstItem, null, ReplyToken.normal(made.token()));
            more.accept(new Opened(ticket, file, made));
            return ticket;
        }
    }
}
