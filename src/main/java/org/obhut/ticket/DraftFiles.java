package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Statements;

/** Files that are to go along with a draft, sealed into the ticket as sealed segments. They go with their draft. */
@Dependent
class DraftFiles {

    private record Stored(UUID id, byte[] wrap, byte[] body) {}

    private record Segment(boolean last, byte[] sealed) {}

    private final Statements statements;
    private final SecureRandom random;

    @Inject
    DraftFiles(Statements statements, SecureRandom random) {
        this.statements = statements;
        this.random = random;
    }

    /** The draft has to be there. */
    void add(OpenTicket open, UUID person, AttachmentContent file) {
        UUID id = RandomId.next(random);
        try (ItemKey key = open.file().newItem(id)) {
            byte[] body = ClearWriter.begin()
                    .put("name", file.name())
                    .put("type", file.type())
                    .put("size", (long) file.bytes().length)
                    .bytes();
            statements.run(
                    "INSERT INTO draft_file (id, ticket_id, person_id, wrap, body) VALUES (?, ?, ?, ?, ?)",
                    id,
                    open.id(),
                    person,
                    key.wrap(),
                    key.seal(Part.BODY, body));
            store(key, id, file.bytes());
        }
    }

    private void store(ItemKey key, UUID id, byte[] bytes) {
        int index = 0;
        int from = 0;
        boolean last;
        do {
            int to = Math.min(from + ItemKey.SEGMENT, bytes.length);
            last = to == bytes.length;
            byte[] sealed = key.sealSegment(Part.ATTACHMENT, id, index, last, Arrays.copyOfRange(bytes, from, to));
            statements.run(
                    "INSERT INTO draft_segment (file_id, index, last, sealed) VALUES (?, ?, ?, ?)",
                    id,
                    index,
                    last,
                    sealed);
            from = to;
            index++;
        } while (!last);
    }

    /** What is said of a draft's files, in the order they were added. */
    List<KeptDraft.File> of(OpenTicket open, UUID person) {
        return stored(open, person).stream()
                .map(stored -> {
                    try (ItemKey key = open.file().item(stored.id(), stored.wrap())) {
                        return described(stored, key);
                    }
                })
                .toList();
    }

    /** The files among these that are still there, to be sent. */
    List<AttachmentContent> contents(OpenTicket open, UUID person, List<UUID> wanted) {
        return stored(open, person).stream()
                .filter(stored -> wanted.contains(stored.id()))
                .map(stored -> content(open, stored))
                .toList();
    }

    private AttachmentContent content(OpenTicket open, Stored stored) {
        try (ItemKey key = open.file().item(stored.id(), stored.wrap())) {
            KeptDraft.File file = described(stored, key);
            var bytes = new ByteArrayOutputStream();
            boolean last = false;
            for (int index = 0; !last; index++) {
                Segment segment = segment(stored.id(), index);
                last = segment.last();
                bytes.writeBytes(key.openSegment(Part.ATTACHMENT, stored.id(), index, last, segment.sealed()));
            }
            return new AttachmentContent(file.name(), file.type(), bytes.toByteArray());
        }
    }

    void remove(OpenTicket open, UUID person, List<UUID> files) {
        statements.run(
                "DELETE FROM draft_file WHERE id = ANY (?) AND ticket_id = ? AND person_id = ?",
                files,
                open.id(),
                person);
    }

    private List<Stored> stored(OpenTicket open, UUID person) {
        return statements.list(
                "SELECT id, wrap, body FROM draft_file WHERE ticket_id = ? AND person_id = ? ORDER BY rank",
                row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                open.id(),
                person);
    }

    private Segment segment(UUID file, int index) {
        return statements
                .list(
                        "SELECT last, sealed FROM draft_segment WHERE file_id = ? AND index = ?",
                        row -> new Segment(row.getBoolean(1), row.getBytes(2)),
                        file,
                        index)
                .stream()
                .findFirst()
                .orElseThrow(() -> new EnvelopeException("file " + file + " of a draft lacks segment " + index));
    }

    private static KeptDraft.File described(Stored stored, ItemKey key) {
        ClearReader from = ClearReader.of(key.open(Part.BODY, stored.body()));
        return new KeptDraft.File(stored.id(), from.text("name"), from.text("type"), from.number("size"));
    }
}
