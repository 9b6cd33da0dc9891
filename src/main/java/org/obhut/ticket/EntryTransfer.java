package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Part;
import org.obhut.outbox.Outbox;
import org.obhut.platform.Statements;
import org.obhut.retention.FileHeld;

/**
 * Moves entries from one ticket to another: each is opened under the one's root and sealed anew under the other's, its files a
 * segment at a time. Entries keep their ids, so that whatever names one, such as a mail on its way out, still does.
 */
@Dependent
class EntryTransfer {

    /** An entry as a person reads it. */
    record Entry(UUID id, ItemBody body) {}

    private record Stored(byte[] wrap, byte[] body) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getBytes(1), row.getBytes(2));
        }
    }

    private final Statements statements;
    private final Attachments attachments;
    private final Lookups lookups;
    private final Outbox outbox;

    @Inject
    EntryTransfer(Statements statements, Attachments attachments, Lookups lookups, Outbox outbox) {
        this.statements = statements;
        this.attachments = attachments;
        this.lookups = lookups;
        this.outbox = outbox;
    }

    /** A ticket's entries, oldest first. */
    List<UUID> of(OpenTicket open) {
        return statements.list(
                "SELECT id FROM ticket_item WHERE ticket_id = ? ORDER BY rank",
                row -> row.getObject(1, UUID.class),
                open.id());
    }

    Entry read(OpenTicket open, UUID id) {
        Stored stored = stored(open.id(), id);
        try (ItemKey key = open.file().item(id, stored.wrap())) {
            return new Entry(id, ItemBody.of(key.open(Part.BODY, stored.body())));
        }
    }

    /**
     * Moves these entries with their files, Message-IDs and mails that wait to be sent. What their heads say has to be in the
     * summary already.
     *
     * @param change what an entry says in its new place
     * @return as they are now, in the same order
     * @throws FileHeld where a mail of them is being sent just now
     */
    List<Entry> move(OpenTicket from, OpenTicket to, Collection<UUID> ids, UnaryOperator<ItemBody> change) {
        List<Entry> moved = new ArrayList<>();
        for (UUID id : ids) {
            moved.add(move(from, to, id, change));
        }
        lookups.redirect(ids, to.id(), Label.MESSAGE_ID);
        if (!outbox.follow(ids, to.id())) {
            throw new FileHeld();
        }
        return moved;
    }

    private Entry move(OpenTicket from, OpenTicket to, UUID id, UnaryOperator<ItemBody> change) {
        Stored stored = stored(from.id(), id);
        String put = "UPDATE ticket_item SET ticket_id = ?, wrap = ?, head = NULL, body = ? WHERE id = ?";
        try (ItemKey old = from.file().item(id, stored.wrap());
                ItemKey key = to.file().newItem(id)) {
            ItemBody body = change.apply(ItemBody.of(old.open(Part.BODY, stored.body())));
            statements.run(put, to.id(), key.wrap(), key.seal(Part.BODY, body.bytes()), id);
            attachments.reseal(old, key, id, to.id());
            return new Entry(id, body);
        }
    }

    private Stored stored(UUID ticket, UUID id) {
        return statements
                .list("SELECT wrap, body FROM ticket_item WHERE id = ? AND ticket_id = ?", Stored::of, id, ticket)
                .stream()
                .findFirst()
                .orElseThrow(TicketNotFound::new);
    }
}
