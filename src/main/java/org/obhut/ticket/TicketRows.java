package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.allocation.TeamRule;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.Seal;
import org.obhut.envelope.Seals;
import org.obhut.ticket.Items.Unfolded;

/** Makes the lines of folders: opens each ticket's summary and nothing else. */
@Dependent
class TicketRows {

    private static final Logger LOG = System.getLogger(TicketRows.class.getName());

    private final TicketAccess access;
    private final Seals seals;
    private final Items items;
    private final Summaries summaries;
    private final ReadMarks readMarks;
    private final Teams teams;
    private final Deadlines deadlines;
    private final Staffings staffings;

    @Inject
    TicketRows(
            TicketAccess access,
            Seals seals,
            Items items,
            Summaries summaries,
            ReadMarks readMarks,
            Teams teams,
            Deadlines deadlines,
            Staffings staffings) {
        this.access = access;
        this.seals = seals;
        this.items = items;
        this.summaries = summaries;
        this.readMarks = readMarks;
        this.teams = teams;
        this.deadlines = deadlines;
        this.staffings = staffings;
    }

    List<TicketRow> of(Caller caller, List<Ticket> page) {
        List<UUID> ids = page.stream().map(Ticket::id).toList();
        Map<UUID, Seal> bySeal = seals.find(ids, caller.keyring().readers());
        Map<UUID, List<Unfolded>> heads = items.unfolded(ids).stream().collect(Collectors.groupingBy(Unfolded::ticket));
        Map<UUID, Long> seen = readMarks.of(caller.person(), ids);
        Map<UUID, Staffing> staff = staffings.of(page);
        Map<UUID, TeamRule> rules = new HashMap<>();
        List<TicketRow> rows = new ArrayList<>();
        for (Ticket ticket : page) {
            Seal seal = bySeal.get(ticket.id());
            if (seal != null) {
                Staffing staffing = staff.getOrDefault(ticket.id(), Staffing.NONE);
                TeamRule rule = rules.computeIfAbsent(ticket.team(), deadlines::rule);
                boolean unread = seen.getOrDefault(ticket.id(), 0L) < ticket.version();
                summary(caller, ticket, seal, heads.getOrDefault(ticket.id(), List.of()))
                        .ifPresentOrElse(
                                summary -> rows.add(row(ticket, summary, unread, staffing, rule)),
                                () -> rows.add(unreadable(ticket, staffing, rule)));
            }
        }
        return rows;
    }

    /** One damaged ticket must not hide a folder: it keeps its line, without words, and is reported. */
    private Optional<Summary> summary(Caller caller, Ticket ticket, Seal seal, List<Unfolded> heads) {
        try (OpenTicket open = access.open(caller, ticket, seal)) {
            return Optional.of(summaries.read(open.file(), ticket, heads));
        } catch (EnvelopeException e) {
            LOG.log(Level.WARNING, "ticket {0}: its summary cannot be opened", ticket.id());
            return Optional.empty();
        }
    }

    TicketRow row(Ticket ticket, Summary summary, boolean unread) {
        Staffing staffing = staffings.of(List.of(ticket)).getOrDefault(ticket.id(), Staffing.NONE);
        return row(ticket, summary, unread, staffing, deadlines.rule(ticket.team()));
    }

    private TicketRow row(Ticket ticket, Summary summary, boolean unread, Staffing staffing, TeamRule rule) {
        return new TicketRow(
                ticket.id(),
                summary.subject(),
                summary.client(),
                ticket.channel(),
                ticket.status(),
                ticket.assignee() == null ? null : teams.personName(ticket.assignee()),
                staffing,
                teams.name(ticket.team()),
                ticket.language(),
                ticket.urgent(),
                ticket.spam(),
                unread,
                summary.messageCount(),
                summary.receivedAt(),
                ticket.dueAt(),
                Light.of(ticket, rule, deadlines.now()),
                ticket.life().eraseOn(),
                ticket.version());
    }

    private TicketRow unreadable(Ticket ticket, Staffing staffing, TeamRule rule) {
        Instant arrival = ticket.arrivedOn().atStartOfDay(Deadlines.ZONE).toInstant();
        return new TicketRow(
                ticket.id(),
                "",
                null,
                ticket.channel(),
                ticket.status(),
                ticket.assignee() == null ? null : teams.personName(ticket.assignee()),
                staffing,
                teams.name(ticket.team()),
                ticket.language(),
                ticket.urgent(),
                ticket.spam(),
                true,
                0,
                arrival,
                ticket.dueAt(),
                Light.of(ticket, rule, deadlines.now()),
                ticket.life().eraseOn(),
                ticket.version());
    }
}
