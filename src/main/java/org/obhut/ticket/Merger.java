package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Seals;
import org.obhut.retention.ErasureStep;
import org.obhut.retention.FileHeld;
import org.obhut.ticket.Happening.What;

/** Brings all of one locked ticket into another and ends it. */
@Dependent
class Merger {

    private final EntryTransfer transfer;
    private final DraftTransfer drafts;
    private final Participants participants;
    private final Summaries summaries;
    private final SendingMailboxes mailboxes;
    private final Tickets tickets;
    private final MergedTickets merged;
    private final Entries entries;
    private final CoReaders coReaders;
    private final Readership readership;
    private final Lookups lookups;
    private final Seals seals;
    private final List<ErasureStep> steps;
    private final Deadlines deadlines;
    private final Counting counting;
    private final UnclosedCases unclosed;

    @Inject
    Merger(
            EntryTransfer transfer,
            DraftTransfer drafts,
            Participants participants,
            Summaries summaries,
            SendingMailboxes mailboxes,
            Tickets tickets,
            MergedTickets merged,
            Entries entries,
            CoReaders coReaders,
            Readership readership,
            Lookups lookups,
            Seals seals,
            @Any Instance<ErasureStep> steps,
            Deadlines deadlines,
            Counting counting,
            UnclosedCases unclosed) {
        this(
                transfer,
                drafts,
                participants,
                summaries,
                mailboxes,
                tickets,
                merged,
                entries,
                coReaders,
                readership,
                lookups,
                seals,
                steps.stream().toList(),
                deadlines,
                counting,
                unclosed);
    }

    Merger(
            EntryTransfer transfer,
            DraftTransfer drafts,
            Participants participants,
            Summaries summaries,
            SendingMailboxes mailboxes,
            Tickets tickets,
            MergedTickets merged,
            Entries entries,
            CoReaders coReaders,
            Readership readership,
            Lookups lookups,
            Seals seals,
            List<ErasureStep> steps,
            Deadlines deadlines,
            Counting counting,
            UnclosedCases unclosed) {
        this.transfer = transfer;
        this.drafts = drafts;
        this.participants = participants;
        this.summaries = summaries;
        this.mailboxes = mailboxes;
        this.tickets = tickets;
        this.merged = merged;
        this.entries = entries;
        this.coReaders = coReaders;
        this.readership = readership;
        this.lookups = lookups;
        this.seals = seals;
        this.steps = steps;
        this.deadlines = deadlines;
        this.counting = counting;
        this.unclosed = unclosed;
    }

    /**
     * Readers of the ticket that stays do not change, unless those who read along come with it.
     *
     * @param chosen the day on which it ends where a person chose one
     * @param along whether those who read along in the one that ends go on reading
     * @return who could read either
     * @throws FileHeld where a mail of the one that ends is being sent just now
     */
    Set<UUID> merge(OpenTicket from, OpenTicket into, @Nullable LocalDate chosen, boolean along) {
        Set<UUID> readers = new HashSet<>(seals.readers(from.id()));
        Summary ends = summaries.current(from);
        List<UUID> ids = transfer.of(from);
        List<ItemBody> bodies = transfer.move(from, into, ids, UnaryOperator.identity()).stream()
                .map(EntryTransfer.Entry::body)
                .toList();
        drafts.move(from, into);
        participants.follow(from.id(), into.id(), KnownAddresses.of(bodies));
        participants.follow(from.id(), into.id(), KnownAddresses.of(ends.contact()));
        lookups.redirect(from.id(), into.id(), Label.REPLY_TOKEN);
        lookups.redirect(from.id(), into.id(), Label.SPOKEN);
        state(from, into, ends, chosen);
        if (along) {
            coReaders.follow(from.id(), into.id(), into.ticket().assignee());
            readers.addAll(readership.seal(into, readership.circle(into)));
        }
        Map<String, String> subject = ends.subject().isBlank() ? Map.of() : Map.of("note", ends.subject());
        entries.tell(into, new Happening(What.MERGED, TicketNumber.of(from.id())), subject);
        end(from, into);
        return readers;
    }

    private void state(OpenTicket from, OpenTicket into, Summary ends, @Nullable LocalDate chosen) {
        Ticket ticket = into.ticket();
        Summary summary = summaries.update(into, stays -> MergedSummary.of(into.id(), stays, from.id(), ends));
        if (ticket.mailbox().isEmpty()) {
            from.ticket()
                    .mailbox()
                    .filter(mailboxes.of(Set.of(ticket.team()))::contains)
                    .ifPresent(mailbox ->
                            ticket.mailbox(mailbox, tickets.policy(from.ticket().mailbox())));
        }
        ticket.merged(from.ticket(), summary.due(deadlines), chosen);
        counting.merged(ends.particulars().sheet(), from.ticket(), into);
        ticket.active(tickets.nextRank());
    }

    /** Nothing of its content ends, so that nothing is noted as erased: that comes when the other one ends. */
    private void end(OpenTicket from, OpenTicket into) {
        merged.add(from.id(), into.id());
        unclosed.leaveOut(from.id());
        if (steps.stream().anyMatch(step -> step.holds(from.id()))) {
            throw new FileHeld();
        }
        steps.forEach(step -> step.erase(from.id()));
        seals.removeAll(from.id());
        lookups.removeAll(from.id());
    }
}
