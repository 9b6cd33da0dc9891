package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.account.Caller;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.Statements;
import org.obhut.ticket.Items.Unfolded;

/**
 * What somebody may read, many tickets at a time: takes no lock, settles nothing and leaves nothing marked as read. The right is
 * asked of the seals that hold now, and each ticket is opened by the caller's own seal.
 */
@ApplicationScoped
@Transactional
public class Readable {

    private static final Logger LOG = System.getLogger(Readable.class.getName());
    private static final String PROOF = "readable";

    private static final String LIST = """
            SELECT t.id, t.version, max(CASE WHEN s.during = CAST('{(,)}' AS tstzmultirange) THEN 'infinity' ELSE (
                SELECT coalesce(upper(r), 'infinity') FROM unnest(s.during) r WHERE r @> now.at) END)
            FROM (SELECT CAST(? AS timestamptz) AS at) now, ticket t JOIN seal s ON s.file = t.id
            WHERE s.reader = ANY (?) AND s.during @> now.at AND (? OR t.id = ANY (?))
            GROUP BY t.id, t.version, t.rank ORDER BY t.rank DESC""";

    private final Tickets tickets;
    private final FolderQuery folders;
    private final TicketAccess access;
    private final TicketRows rows;
    private final Items items;
    private final Summaries summaries;
    private final Seals seals;
    private final Sealer sealer;
    private final Statements statements;
    private final Deadlines deadlines;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Readable() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Readable(
            Tickets tickets,
            FolderQuery folders,
            TicketAccess access,
            TicketRows rows,
            Items items,
            Summaries summaries,
            Seals seals,
            Sealer sealer,
            Statements statements,
            Deadlines deadlines) {
        this.tickets = tickets;
        this.folders = folders;
        this.access = access;
        this.rows = rows;
        this.items = items;
        this.summaries = summaries;
        this.seals = seals;
        this.sealer = sealer;
        this.statements = statements;
        this.deadlines = deadlines;
    }

    /** All that the caller may read now, by last activity, newest first. */
    public List<ReadableTicket> list(Caller caller) {
        return list(caller, true, List.of());
    }

    /** Those that a folder holds for the caller, as on the desk. */
    public Set<UUID> in(Caller caller, Folder folder) {
        return folders.page(caller, Listing.of(folder), Integer.MAX_VALUE, null, false).stream()
                .map(ListPlace.Placed::ticket)
                .collect(Collectors.toSet());
    }

    /** Those of some tickets that the caller may read now. */
    public List<ReadableTicket> among(Caller caller, Collection<UUID> some) {
        return some.isEmpty() ? List.of() : list(caller, false, some);
    }

    private List<ReadableTicket> list(Caller caller, boolean all, Collection<UUID> some) {
        return statements.list(
                LIST,
                row -> new ReadableTicket(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                deadlines.now().atOffset(ZoneOffset.UTC),
                caller.keyring().readers(),
                all,
                some);
    }

    /**
     * What only a holder of a ticket's root can say of it, for those of the tickets that the caller opens. A row of the database can
     * pretend that somebody may read a ticket; it can't say this.
     */
    public Map<UUID, byte[]> proofs(Caller caller, Collection<UUID> some) {
        Map<UUID, byte[]> proofs = new HashMap<>();
        for (Seal seal : seals.find(some, caller.keyring().readers()).values()) {
            unlessDamaged(caller, seal.file(), () -> {
                try (Root root = sealer.open(seal, caller.keyring().root(seal.reader()))) {
                    proofs.put(seal.file(), proof(seal.file(), root));
                }
            });
        }
        return proofs;
    }

    /** Those of the tickets that the caller may read now and that open, in any order. */
    public List<OpenedTicket> open(Caller caller, Collection<UUID> some) {
        Map<UUID, Seal> found = seals.find(some, caller.keyring().readers());
        Map<UUID, List<TicketItem>> entries =
                items.of(found.keySet()).stream().collect(Collectors.groupingBy(TicketItem::ticket));
        Map<UUID, List<Unfolded>> heads =
                items.unfolded(found.keySet()).stream().collect(Collectors.groupingBy(Unfolded::ticket));
        List<OpenedTicket> opened = new ArrayList<>();
        for (Ticket ticket : tickets.inOrder(List.copyOf(found.keySet()))) {
            UUID id = ticket.id();
            unlessDamaged(caller, id, () -> {
                try (OpenTicket open = access.open(caller, ticket, found.get(id))) {
                    opened.add(opened(open, entries.getOrDefault(id, List.of()), heads.getOrDefault(id, List.of())));
                }
            });
        }
        return opened;
    }

    private OpenedTicket opened(OpenTicket open, List<TicketItem> entries, List<Unfolded> heads) {
        Summary summary = summaries.read(open.file(), open.ticket(), heads);
        return new OpenedTicket(
                open.id(),
                proof(open.id(), open.root()),
                OpenedTicket.State.of(open.ticket()),
                summary.token(),
                summary.subject(),
                Named.in(summary),
                entries.stream()
                        .map(item -> items.body(open.file(), item))
                        .filter(body -> body.kind() != TimelineEntry.Kind.EVENT)
                        .map(OpenedEntry::of)
                        .toList());
    }

    /** The lines of these tickets, in this order, without those that the caller may not read now. */
    public List<TicketRow> rows(Caller caller, List<UUID> some) {
        return rows.of(caller, tickets.inOrder(some));
    }

    private static byte[] proof(UUID ticket, Root root) {
        return root.authenticate(PROOF, ticket.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** One damaged ticket must not hide the others. @throws EnvelopeException where the keyring was wiped meanwhile */
    private static void unlessDamaged(Caller caller, UUID ticket, Runnable work) {
        try {
            work.run();
        } catch (EnvelopeException damaged) {
            if (caller.keyring().readers().isEmpty()) {
                throw damaged;
            }
            LOG.log(Level.WARNING, "ticket {0} cannot be opened for searching", ticket);
        }
    }
}
