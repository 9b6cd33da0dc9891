package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.SealedFile;
import org.obhut.outbox.Letter;
import org.obhut.platform.Statements;
import org.obhut.ticket.TimelineEntry.Attachment;

/** Files of messages, as sealed segments; written and read one segment at a time. */
@Dependent
class Attachments {

    private record Owner(UUID item, byte[] wrap) {}

    private record Place(UUID attachment, int index, boolean last) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(row.getObject(1, UUID.class), row.getInt(2), row.getBoolean(3));
        }
    }

    private record Segment(boolean last, byte[] sealed) {}

    private final Statements statements;
    private final SecureRandom random;

    @Inject
    Attachments(Statements statements, SecureRandom random) {
        this.statements = statements;
        this.random = random;
    }

    /** What the message says about its files: an id each, and size in bytes. */
    List<Attachment> describe(List<AttachmentContent> files) {
        return files.stream()
                .map(file -> new Attachment(
                        RandomId.next(random),
                        file.name(),
                        file.type(),
                        file.bytes().length,
                        file.contentId(),
                        file.findings(),
                        file.original()))
                .toList();
    }

    void store(ItemKey key, TicketItem item, List<Attachment> described, List<byte[]> files) {
        for (int i = 0; i < files.size(); i++) {
            store(key, item, described.get(i).id(), files.get(i));
        }
    }

    private void store(ItemKey key, TicketItem item, UUID attachment, byte[] bytes) {
        String sql = """
                INSERT INTO attachment_segment (attachment_id, index, ticket_id, item_id, last, sealed)
                VALUES (?, ?, ?, ?, ?, ?)""";
        int index = 0;
        int from = 0;
        boolean last;
        do {
            int to = Math.min(from + ItemKey.SEGMENT, bytes.length);
            last = to == bytes.length;
            byte[] clear = Arrays.copyOfRange(bytes, from, to);
            byte[] sealed = key.sealSegment(Part.ATTACHMENT, attachment, index, last, clear);
            statements.run(sql, attachment, index, item.ticket(), item.id(), last, sealed);
            from = to;
            index++;
        } while (!last);
    }

    /**
     * Writes a file of this ticket.
     *
     * @throws TicketNotFound where the ticket has no such file
     * @throws EnvelopeException where a segment is missing, or was moved or altered
     * @throws UncheckedIOException where the receiver is gone
     */
    void write(SealedFile file, UUID ticket, UUID attachment, OutputStream to) {
        Owner item = holder(ticket, attachment);
        try (ItemKey key = file.item(item.item(), item.wrap())) {
            boolean last = false;
            for (int index = 0; !last; index++) {
                Segment segment = segment(attachment, index);
                last = segment.last();
                to.write(key.openSegment(Part.ATTACHMENT, attachment, index, last, segment.sealed()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals the files of an entry anew, one segment at a time, and gives them to the ticket that has the entry now. */
    void reseal(ItemKey from, ItemKey to, UUID item, UUID ticket) {
        String all = "SELECT attachment_id, index, last FROM attachment_segment WHERE item_id = ?";
        String one = "SELECT sealed FROM attachment_segment WHERE attachment_id = ? AND index = ?";
        String put = """
                UPDATE attachment_segment SET ticket_id = ?, sealed = ? WHERE attachment_id = ? AND index = ?""";
        for (Place place : statements.list(all, Place::of, item)) {
            byte[] sealed = statements
                    .list(one, row -> row.getBytes(1), place.attachment(), place.index())
                    .get(0);
            byte[] clear = from.openSegment(Part.ATTACHMENT, place.attachment(), place.index(), place.last(), sealed);
            byte[] anew = to.sealSegment(Part.ATTACHMENT, place.attachment(), place.index(), place.last(), clear);
            Arrays.fill(clear, (byte) 0);
            statements.run(put, ticket, anew, place.attachment(), place.index());
        }
    }

    /** The bytes of these files of the ticket, to be sent. */
    List<Letter.File> letterFiles(OpenTicket open, List<Attachment> files) {
        return files.stream()
                .map(file -> {
                    var bytes = new ByteArrayOutputStream();
                    write(open.file(), open.id(), file.id(), bytes);
                    return new Letter.File(file.name(), file.type(), bytes.toByteArray());
                })
                .toList();
    }

    /** The same files, to be written into a draft. */
    List<AttachmentContent> contents(OpenTicket open, List<Attachment> files) {
        return letterFiles(open, files).stream()
                .map(file -> new AttachmentContent(file.name(), file.type(), file.bytes()))
                .toList();
    }

    /** The message that a file of this ticket came with. @throws TicketNotFound where the ticket has no such file */
    UUID owner(UUID ticket, UUID attachment) {
        return holder(ticket, attachment).item();
    }

    private Owner holder(UUID ticket, UUID attachment) {
        String owner = """
                SELECT i.id, i.wrap FROM ticket_item i JOIN attachment_segment s ON s.item_id = i.id
                WHERE s.attachment_id = ? AND s.ticket_id = ? AND i.ticket_id = s.ticket_id LIMIT 1""";
        return statements
                .list(owner, row -> new Owner(row.getObject(1, UUID.class), row.getBytes(2)), attachment, ticket)
                .stream()
                .findFirst()
                .orElseThrow(TicketNotFound::new);
    }

    private Segment segment(UUID attachment, int index) {
        String sql = "SELECT last, sealed FROM attachment_segment WHERE attachment_id = ? AND index = ?";
        return statements.list(sql, row -> new Segment(row.getBoolean(1), row.getBytes(2)), attachment, index).stream()
                .findFirst()
                .orElseThrow(() -> new EnvelopeException("attachment " + attachment + " lacks segment " + index));
    }

    /** Removes the files of a message. */
    void removeOf(UUID item) {
        statements.run("DELETE FROM attachment_segment WHERE item_id = ?", item);
    }
}
