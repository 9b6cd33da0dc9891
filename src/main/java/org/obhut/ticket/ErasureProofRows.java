package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.Statements;

/** The stored numbers of erasures, each with a code under the key store's key: whoever has the database alone can't change them unseen. */
@Dependent
class ErasureProofRows {

    private static final String SELECT =
            "SELECT position, ground, asked, epoch, received, sent, notes, calls, events, unreadable, files, drafts, code"
                    + " FROM erasure_proof ";

    private final Statements statements;
    private final TrailAnchor anchor;

    @Inject
    ErasureProofRows(Statements statements, TrailAnchor anchor) {
        this.statements = statements;
        this.anchor = anchor;
    }

    /** @param authentic whether it is as it was written */
    record Row(
            long position,
            ErasureGround ground,
            @Nullable UUID asked,
            int epoch,
            ErasedContents contents,
            boolean authentic) {}

    void add(long position, ErasureDecision decision, int epoch) {
        ErasedContents held = decision.contents();
        statements.run(
                """
                INSERT INTO erasure_proof (position, ground, asked, epoch, received, sent, notes, calls, events, unreadable, files,
                    drafts, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                position,
                decision.ground().name(),
                decision.asked(),
                epoch,
                held.received(),
                held.sent(),
                held.notes(),
                held.calls(),
                held.events(),
                held.unreadable(),
                held.files(),
                held.drafts(),
                anchor.code(canonical(position, decision.ground(), decision.asked(), epoch, held)));
    }

    Optional<Row> at(long position) {
        return statements.list(SELECT + "WHERE position = ?", this::row, position).stream()
                .findFirst();
    }

    /** The newest first. */
    List<Row> all() {
        return statements.list(SELECT + "ORDER BY position DESC", this::row);
    }

    private Row row(ResultSet row) throws SQLException {
        var ground = ErasureGround.valueOf(row.getString(2));
        UUID asked = row.getObject(3, UUID.class);
        var held = new ErasedContents(
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
        boolean authentic =
                anchor.authentic(canonical(row.getLong(1), ground, asked, row.getInt(4), held), row.getBytes(13));
        return new Row(row.getLong(1), ground, asked, row.getInt(4), held, authentic);
    }

    /** What is authenticated: one field a line, {@code -} where there is none. */
    private static byte[] canonical(
            long position, ErasureGround ground, @Nullable UUID asked, int epoch, ErasedContents held) {
        return String.join(
                        "\n",
                        "obhut erasure proof 1",
                        Long.toString(position),
                        ground.name(),
                        Objects.toString(asked, "-"),
                        Integer.toString(epoch),
                        held.received() + " " + held.sent() + " " + held.notes() + " " + held.calls() + " "
                                + held.events() + " " + held.unreadable() + " " + held.files() + " " + held.drafts())
                .getBytes(StandardCharsets.UTF_8);
    }
}
