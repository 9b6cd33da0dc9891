package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Statements;

/** Takes everybody's drafts with their files along into another ticket, each still its writer's alone. */
@Dependent
class DraftTransfer {

    private static final byte[] NOTHING = {};

    private record Stored(
            UUID person,
            UUID item,
            byte[] wrap,
            byte[] body,
            boolean discarded,
            @Nullable UUID forTeam) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBytes(3),
                    row.getBytes(4),
                    row.getBoolean(5),
                    row.getObject(6, UUID.class));
        }
    }

    private record File(UUID id, byte[] wrap, byte[] body) {}

    private record Segment(int index, boolean last) {}

    private final Statements statements;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    DraftTransfer(Statements statements, Deadlines deadlines, SecureRandom random) {
        this.statements = statements;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** Whoever has a draft in both tickets finds both in one; what was discarded gives way to what was not. */
    void move(OpenTicket from, OpenTicket to) {
        for (Stored draft : of(from, null)) {
            Optional<Stored> there = of(to, draft.person()).stream().findFirst();
            if (there.isEmpty() || there.get().discarded()) {
                remove(to, draft.person());
                put(to, draft, open(from, draft));
                files(from, to, draft.person());
            } else if (!draft.discarded()) {
                join(to, draft.person(), words(to, there.get()).joined(words(from, draft)));
                files(from, to, draft.person());
            }
            remove(from, draft.person());
        }
    }

    /** Under a new revision, so that an open window notices; what waited for a second reader was something else. */
    private void join(OpenTicket to, UUID person, Draft both) {
        byte[] clear = both.write(ClearWriter.begin())
                .put("at", deadlines.now())
                .put("window", "")
                .put("sequence", 0L)
                .bytes();
        put(to, new Stored(person, RandomId.next(random), NOTHING, NOTHING, false, null), clear);
    }

    private List<Stored> of(OpenTicket open, @Nullable UUID person) {
        String sql = """
                SELECT person_id, item_id, wrap, body, discarded, for_team FROM draft
                WHERE ticket_id = ? AND person_id = coalesce(CAST(? AS uuid), person_id) FOR UPDATE""";
        return statements.list(sql, Stored::of, open.id(), person);
    }

    private static byte[] open(OpenTicket open, Stored draft) {
        try (ItemKey key = open.file().item(draft.item(), draft.wrap())) {
            return key.open(Part.BODY, draft.body());
        }
    }

    private static Draft words(OpenTicket open, Stored draft) {
        return Draft.read(ClearReader.of(open(open, draft)));
    }

    private void put(OpenTicket to, Stored draft, byte[] clear) {
        String sql = """
                INSERT INTO draft (ticket_id, person_id, item_id, wrap, body, discarded, for_team) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (ticket_id, person_id) DO UPDATE
                SET item_id = excluded.item_id, wrap = excluded.wrap, body = excluded.body,
                    discarded = excluded.discarded, for_team = excluded.for_team""";
        try (ItemKey key = to.file().newItem(draft.item())) {
            byte[] body = key.seal(Part.BODY, clear);
            statements.run(
                    sql, to.id(), draft.person(), draft.item(), key.wrap(), body, draft.discarded(), draft.forTeam());
        }
    }

    private void remove(OpenTicket open, UUID person) {
        statements.run("DELETE FROM draft WHERE ticket_id = ? AND person_id = ?", open.id(), person);
    }

    private void files(OpenTicket from, OpenTicket to, UUID person) {
        List<File> files = statements.list(
                "SELECT id, wrap, body FROM draft_file WHERE ticket_id = ? AND person_id = ? ORDER BY rank",
                row -> new File(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                from.id(),
                person);
        for (File file : files) {
            try (ItemKey old = from.file().item(file.id(), file.wrap());
                    ItemKey key = to.file().newItem(file.id())) {
                byte[] body = key.seal(Part.BODY, old.open(Part.BODY, file.body()));
                statements.run(
                        "UPDATE draft_file SET ticket_id = ?, wrap = ?, body = ? WHERE id = ?",
                        to.id(),
                        key.wrap(),
                        body,
                        file.id());
                reseal(old, key, file.id());
            }
        }
    }

    private void reseal(ItemKey old, ItemKey key, UUID file) {
        List<Segment> segments = statements.list(
                "SELECT index, last FROM draft_segment WHERE file_id = ?",
                row -> new Segment(row.getInt(1), row.getBoolean(2)),
                file);
        for (Segment each : segments) {
            byte[] sealed = statements
                    .list(
                            "SELECT sealed FROM draft_segment WHERE file_id = ? AND index = ?",
                            row -> row.getBytes(1),
                            file,
                            each.index())
                    .get(0);
            byte[] clear = old.openSegment(Part.ATTACHMENT, file, each.index(), each.last(), sealed);
            byte[] anew = key.sealSegment(Part.ATTACHMENT, file, each.index(), each.last(), clear);
            Arrays.fill(clear, (byte) 0);
            statements.run(
                    "UPDATE draft_segment SET sealed = ? WHERE file_id = ? AND index = ?", anew, file, each.index());
        }
    }
}
