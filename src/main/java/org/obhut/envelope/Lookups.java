package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.BlindIndex.Value;
import org.obhut.platform.Statements;

/**
 * The rows that find a file by a keyed hash. Part of the caller's transaction; every change first takes the epoch lock shared,
 * so that no row is written beside a change of keys.
 */
@ApplicationScoped
public class Lookups {

    /** What a lookup value leads to. Scope is a mailbox for {@link Label#IDENTITY}, else whatever the writer chose. */
    public record Hit(UUID file, UUID item, @Nullable UUID scope) {}

    private final Statements statements;
    private final BlindIndex index;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Lookups() {
        this.statements = null;
        this.index = null;
    }

    @Inject
    public Lookups(Statements statements, BlindIndex index) {
        this.statements = statements;
        this.index = index;
    }

    /**
     * Stores a lookup value. An address is hashed with its file's id: there is no index of addresses across files.
     *
     * @return false where the same {@link Label#IDENTITY} is already there for this scope: the mail is a duplicate
     */
    public boolean add(Label label, UUID file, UUID item, @Nullable UUID scope, String... parts) {
        String known = "SELECT 1 FROM lookup WHERE label = ? AND scope = ? AND value = ANY (?)";
        String insert = """
                INSERT INTO lookup (label, value, epoch, file, item, scope) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""";
        return changing(connection -> {
            // Under the lock, so that the epoch cannot change between reading it and the insert.
            Value value = index.value(label, within(label, file, parts));
            if (label == Label.IDENTITY) {
                Array values = values(connection, label, parts);
                if (!Statements.list(connection, known, row -> 1, (int) label.code(), scope, values)
                        .isEmpty()) {
                    return false;
                }
            }
            return Statements.run(
                            connection, insert, (int) label.code(), value.bytes(), value.epoch(), file, item, scope)
                    == 1;
        });
    }

    /** Everything stored under the same label and parts; not for addresses, which are known within their file only. */
    public List<Hit> find(Label label, String... parts) {
        requireAcross(label);
        return hits(label, parts);
    }

    private List<Hit> hits(Label label, String... parts) {
        String sql = "SELECT file, item, scope FROM lookup WHERE label = ? AND value = ANY (?)";
        return statements.on(connection -> Statements.list(
                connection,
                sql,
                row -> new Hit(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                (int) label.code(),
                values(connection, label, parts)));
    }

    /** Whether the file has this value, e.g. this participant. */
    public boolean has(UUID file, Label label, String... parts) {
        return hits(label, within(label, file, parts)).stream()
                .anyMatch(hit -> hit.file().equals(file));
    }

    /** Removes a file's values; identities stay, they outlive the ticket until the mail is gone from the server. */
    public void removeAll(UUID file) {
        changing(connection -> Statements.run(
                connection, "DELETE FROM lookup WHERE file = ? AND label <> ?", file, (int) Label.IDENTITY.code()));
    }

    /** Lets nothing name these items any more; their Message-IDs go, what else finds their file stays and names the file. */
    public void forget(Collection<UUID> items) {
        changing(connection -> {
            Statements.run(connection, "DELETE FROM lookup WHERE item = ANY (?) AND label = ?", items, (int)
                    Label.MESSAGE_ID.code());
            return Statements.run(connection, "UPDATE lookup SET item = file WHERE item = ANY (?)", items);
        });
    }

    /** Lets what leads to one file lead to another; not for addresses, which are known within their file only. */
    public void redirect(UUID from, UUID to, Label label) {
        requireAcross(label);
        changing(connection -> Statements.run(
                connection, "UPDATE lookup SET file = ? WHERE file = ? AND label = ?", to, from, (int) label.code()));
    }

    /** Lets what leads to these items lead to another file, which has them now; not for addresses. */
    public void redirect(Collection<UUID> items, UUID to, Label label) {
        requireAcross(label);
        changing(connection -> Statements.run(
                connection, "UPDATE lookup SET file = ? WHERE item = ANY (?) AND label = ?", to, items, (int)
                        label.code()));
    }

    /** Lets what leads to a file name the file alone, where it names one of these items. */
    public void unname(UUID file, Collection<UUID> items) {
        changing(connection -> Statements.run(
                connection, "UPDATE lookup SET item = file WHERE file = ? AND item = ANY (?)", file, items));
    }

    private static void requireAcross(Label label) {
        if (label.withinFile()) {
            throw new IllegalArgumentException("addresses are found within their file only");
        }
    }

    /** Removes one value of a file. */
    public void remove(UUID file, Label label, String... parts) {
        changing(connection -> Statements.run(
                connection,
                "DELETE FROM lookup WHERE file = ? AND label = ? AND value = ANY (?)",
                file,
                (int) label.code(),
                values(connection, label, within(label, file, parts))));
    }

    /** Removes a file's values of one kind. */
    public void removeAll(UUID file, Label label) {
        changing(connection -> Statements.run(
                connection, "DELETE FROM lookup WHERE file = ? AND label = ?", file, (int) label.code()));
    }

    /** Removes an item's value. */
    public void remove(Label label, UUID item) {
        changing(connection -> Statements.run(
                connection, "DELETE FROM lookup WHERE item = ? AND label = ?", item, (int) label.code()));
    }

    private static String[] within(Label label, UUID file, String... parts) {
        Stream<String> scope = label.withinFile() ? Stream.of(file.toString()) : Stream.empty();
        return Stream.concat(scope, Stream.of(parts)).toArray(String[]::new);
    }

    private Array values(Connection connection, Label label, String... parts) throws SQLException {
        byte[][] bytes =
                index.candidates(label, parts).stream().map(Value::bytes).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", bytes);
    }

    private <T> T changing(Statements.Work<T> work) {
        return statements.on(connection -> {
            EpochLock.share(connection);
            return work.on(connection);
        });
    }
}
