package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obhut.platform.Statements;

/**
 * The seal rows. Part of the caller's transaction. Statements rather than entities: epoch and bytes of a row belong together,
 * and an entity would write only the one that changed.
 */
@ApplicationScoped
public class Seals {

    private final Statements statements;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Seals() {
        this.statements = null;
    }

    @Inject
    public Seals(Statements statements) {
        this.statements = statements;
    }

    /** Stores a seal; one that stood there for the same file and reader is replaced. */
    public void put(Seal seal) {
        String sql = """
                INSERT INTO seal (file, reader, epoch, sealed) VALUES (?, ?, ?, ?)
                ON CONFLICT (file, reader) DO UPDATE SET epoch = excluded.epoch, sealed = excluded.sealed""";
        write(sql, seal.file(), seal.reader(), seal.epoch(), seal.sealed());
    }

    /** A seal of the file for one of these readers; empty where none of them may read it. */
    public Optional<Seal> find(UUID file, Set<UUID> readers) {
        return Optional.ofNullable(find(List.of(file), readers).get(file));
    }

    /** For each of the files that one of these readers may read, one seal: the settled one where there is a choice. */
    public Map<UUID, Seal> find(Collection<UUID> files, Set<UUID> readers) {
        String sql = """
                SELECT DISTINCT ON (file) file, reader, epoch, sealed FROM seal
                WHERE file = ANY (?) AND reader = ANY (?) ORDER BY file, octet_length(sealed)""";
        return statements.list(sql, Seals::seal, files, readers).stream()
                .collect(Collectors.toMap(Seal::file, Function.identity()));
    }

    /** All seals to a reader: what a person's root opens at sign-in. */
    public List<Seal> to(UUID reader) {
        return statements.list("SELECT file, reader, epoch, sealed FROM seal WHERE reader = ?", Seals::seal, reader);
    }

    /** Who may read a file. */
    public List<UUID> readers(UUID file) {
        return statements.list("SELECT reader FROM seal WHERE file = ?", row -> row.getObject(1, UUID.class), file);
    }

    /** Ends a reader's right to a file. */
    public void remove(UUID file, UUID reader) {
        write("DELETE FROM seal WHERE file = ? AND reader = ?", file, reader);
    }

    /** Ends all rights to a file: the first step of its erasure. */
    public void removeAll(UUID file) {
        write("DELETE FROM seal WHERE file = ?", file);
    }

    private void write(String sql, Object... arguments) {
        statements.on(connection -> {
            EpochLock.share(connection);
            return Statements.run(connection, sql, arguments);
        });
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4));
    }
}
