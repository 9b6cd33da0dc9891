package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.TeamReaders;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.Root;
import org.obhut.envelope.SealedFile;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.Statements;
import org.obhut.retention.FileSuperseded;
import org.obhut.ticket.DeskChanged;

/**
 * The rows of quarantine: each mail a sealed file of its own, its source in segments, so that a mail of any size passes in
 * constant memory. Part of the caller's transaction.
 */
@ApplicationScoped
public class QuarantinedMails {

    private static final int DAYS_KEPT = 30;

    /** A row, without its content. */
    record Row(
            UUID id,
            UUID team,
            String mailbox,
            String reason,
            LocalDate arrivedOn,
            LocalDate eraseOn,
            long sizeClass) {}

    private final Statements statements;
    private final Sealer sealer;
    private final Seals seals;
    private final Event<DeskChanged> changes;
    private final Event<FileSuperseded> superseded;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public QuarantinedMails(
            Statements statements,
            Sealer sealer,
            Seals seals,
            Event<DeskChanged> changes,
            Event<FileSuperseded> superseded,
            SecureRandom random,
            Clock clock) {
        this.statements = statements;
        this.sealer = sealer;
        this.seals = seals;
        this.changes = changes;
        this.superseded = superseded;
        this.random = random;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected QuarantinedMails() {
        this(null, null, null, null, null, null, null);
    }

    /** Seals a mail to the leads while it is read to its end; returns its identity. */
    String[] store(TeamReaders readers, String mailbox, InputStream raw, String reason) throws IOException {
        UUID id = RandomId.next(random);
        try (Root root = Root.random(random);
                ItemKey key = SealedFile.open(id, root, random).newItem(id)) {
            LocalDate today = today();
            statements.run(
                    "INSERT INTO quarantine (id, team_id, mailbox, reason, arrived_on, erase_on, size_class, wrap)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
                    id,
                    readers.team(),
                    mailbox,
                    reason,
                    today,
                    today.plusDays(DAYS_KEPT),
                    key.wrap());
            seals.put(sealer.seal(root, id, readers.leadsKey()));
            SegmentOutput segments = new SegmentOutput((index, last, clear) -> statements.run(
                    "INSERT INTO quarantine_segment (quarantine_id, index, last, sealed) VALUES (?, ?, ?, ?)",
                    id,
                    index,
                    last,
                    key.sealSegment(Part.SOURCE, id, index, last, clear)));
            String[] identity = MailIdentity.of(new Copying(raw, segments));
            segments.close();
            statements.run("UPDATE quarantine SET size_class = ? WHERE id = ?", sizeClass(segments.size()), id);
            changes.fire(new DeskChanged(id, Set.of(readers.leadsKey().reader())));
            return identity;
        }
    }

    private static long sizeClass(long size) {
        return size <= 1 ? size : Long.highestOneBit(size - 1) << 1;
    }

    /** Newest first. */
    List<Row> of(Collection<UUID> teams) {
        return statements.list(
                "SELECT id, team_id, mailbox, reason, arrived_on, erase_on, size_class FROM quarantine"
                        + " WHERE team_id = ANY (?) ORDER BY arrived_on DESC, id",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getLong(7)),
                teams);
    }

    long count(Collection<UUID> teams) {
        return statements
                .list("SELECT count(*) FROM quarantine WHERE team_id = ANY (?)", row -> row.getLong(1), teams)
                .get(0);
    }

    /**
     * Writes a mail's bytes, as many as are wanted.
     *
     * @throws EnvelopeException where a segment is missing, moved or altered
     */
    void source(UUID id, Root root, long wanted, OutputStream to) throws IOException {
        byte[] wrap = statements
                .list("SELECT wrap FROM quarantine WHERE id = ?", row -> row.getBytes(1), id)
                .get(0);
        try (ItemKey key = SealedFile.open(id, root, random).item(id, wrap)) {
            long written = 0;
            boolean last = false;
            for (int index = 0; !last && written < wanted; index++) {
                Segment segment = segment(id, index);
                last = segment.last();
                byte[] clear = key.openSegment(Part.SOURCE, id, index, last, segment.sealed());
                to.write(clear);
                written += clear.length;
            }
        }
    }

    private record Segment(boolean last, byte[] sealed) {}

    private Segment segment(UUID id, int index) {
        return statements
                .list(
                        "SELECT last, sealed FROM quarantine_segment WHERE quarantine_id = ? AND index = ?",
                        row -> new Segment(row.getBoolean(1), row.getBytes(2)),
                        id,
                        index)
                .stream()
                .findFirst()
                .orElseThrow(() -> new EnvelopeException("quarantined mail " + id + " lacks segment " + index));
    }

    /** Ends a mail that stands in a ticket now. The key goes first. */
    void supersede(UUID id) {
        Set<UUID> readers = Set.copyOf(seals.readers(id));
        seals.removeAll(id);
        statements.run("DELETE FROM quarantine WHERE id = ?", id);
        superseded.fire(new FileSuperseded(id));
        changes.fire(new DeskChanged(id, readers));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Hands on what is read. */
    private static final class Copying extends FilterInputStream {

        private final OutputStream copy;

        Copying(InputStream in, OutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int wanted) throws IOException {
            int count = super.read(bytes, from, wanted);
            if (count > 0) {
                copy.write(bytes, from, count);
            }
            return count;
        }
    }
}
