package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.Statements;

/** Finds the ticket that another may have to do with, among those that the caller can read. */
@ApplicationScoped
@Transactional
public class OtherTickets {

    private static final Pattern NUMBER = Pattern.compile("#?([0-9A-Fa-f]{" + TicketNumber.LENGTH + "})");
    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 20;

    private final TicketAccess access;
    private final Summaries summaries;
    private final Tickets tickets;
    private final TicketRows rows;
    private final Folders folders;
    private final Statements statements;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected OtherTickets() {
        this(null, null, null, null, null, null);
    }

    @Inject
    OtherTickets(
            TicketAccess access,
            Summaries summaries,
            Tickets tickets,
            TicketRows rows,
            Folders folders,
            Statements statements) {
        this.access = access;
        this.summaries = summaries;
        this.tickets = tickets;
        this.rows = rows;
        this.folders = folders;
        this.statements = statements;
    }

    /** The latest tickets, live ones first; before all others those of the same address. At most 20. */
    public List<TicketRow> suggested(Caller caller, UUID ticket) {
        @Nullable Address client;
        try (OpenTicket open = access.forReading(caller, ticket)) {
            client = summaries.current(open).client();
        }
        String address = client == null ? "" : client.address();
        return Stream.of(Folder.TEAM, Folder.CLOSED)
                .flatMap(folder -> folders.page(caller, Listing.of(folder), LOOKED_AT, null, null).items().stream())
                .filter(row -> !row.id().equals(ticket))
                .sorted(Comparator.comparing((TicketRow row) -> !same(row, address)))
                .limit(SHOWN)
                .toList();
    }

    private static boolean same(TicketRow row, String address) {
        Address from = row.from();
        return from != null && !address.isEmpty() && Participants.same(from.address(), address);
    }

    /** Tickets with this number; nearly always one, as numbers are random. */
    public List<TicketRow> numbered(Caller caller, String number) {
        var digits = NUMBER.matcher(number.strip());
        if (!digits.matches()) {
            return List.of();
        }
        String begin = digits.group(1).toLowerCase(Locale.ROOT);
        List<UUID> ids = statements.list(
                "SELECT id FROM ticket WHERE id BETWEEN CAST(? AS uuid) AND CAST(? AS uuid)",
                row -> row.getObject(1, UUID.class),
                begin + "00-0000-0000-0000-000000000000",
                begin + "ff-ffff-ffff-ffff-ffffffffffff");
        return rows.of(caller, tickets.inOrder(ids));
    }
}
