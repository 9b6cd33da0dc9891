package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.TeamReaders;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;

/** Logged calls as entries of tickets. The call's id makes a repeated request harmless. */
@Dependent
class Calls {

    private final Teams teams;
    private final Tickets tickets;
    private final Items items;
    private final NewTickets newTickets;
    private final Summaries summaries;
    private final Entries entries;
    private final SpokenCodes codes;
    private final ReadMarks readMarks;
    private final Deadlines deadlines;

    @Inject
    Calls(
            Teams teams,
            Tickets tickets,
            Items items,
            NewTickets newTickets,
            Summaries summaries,
            Entries entries,
            SpokenCodes codes,
            ReadMarks readMarks,
            Deadlines deadlines) {
        this.teams = teams;
        this.tickets = tickets;
        this.items = items;
        this.newTickets = newTickets;
        this.summaries = summaries;
        this.entries = entries;
        this.codes = codes;
        this.readMarks = readMarks;
        this.deadlines = deadlines;
    }

    UUID open(Caller caller, UUID team, CallEntry call) {
        tickets.serialise(call.id());
        Optional<UUID> before = items.find(call.id()).map(TicketItem::ticket);
        if (before.isPresent()) {
            return before.get();
        }
        checkDay(call);
        TeamReaders readers = teams.readers(team);
        Ticket ticket = newTickets.make(
                readers,
                Allotted.usual(readers),
                null,
                call.language(),
                call.id(),
                place -> ItemBody.call(caller.person(), call),
                List.of(),
                token -> FirstSummary.ofCall(call, token, deadlines.today()),
                opened -> codes.give(opened.ticket().id(), opened.file()));
        readMarks.seen(caller.person(), ticket.id(), ticket.version());
        return ticket.id();
    }

    /** True where the call was not there yet. */
    boolean add(OpenTicket open, CallEntry call) {
        Ticket ticket = open.ticket();
        if (items.find(ticket, call.id()).isPresent()) {
            return false;
        }
        checkDay(call);
        entries.add(open, call.id(), ItemBody.call(open.person(), call), List.of());
        Summary summary = summaries.update(open, before -> before.called(call, deadlines.today()));
        Status status = ticket.status() == Status.CLOSED ? Status.OPEN : ticket.status();
        ticket.stand(status, summary.due(deadlines), summary.lastContact(), deadlines.today());
        ticket.speaks(call.language());
        return true;
    }

    private void checkDay(CallEntry call) {
        if (call.followUp() != null && call.followUp().isBefore(deadlines.today())) {
            throw new InvalidInput("followUp", "past");
        }
    }
}
