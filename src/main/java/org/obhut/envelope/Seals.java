package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 *
 * <p>A seal holds for good or within times ({@code during}, a PostgreSQL {@code tstzmultirange}). Outside of them no method here
 * finds it, whether or not the job that removes ended ones has run; a query elsewhere has to ask {@code during @> now} itself.
 */
@ApplicationScoped
public class Seals {

    /** For good. */
    public static final String ALWAYS = "{(,)}";

    private final Statements statements;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Seals() {
        this.statements = null;
        this.clock = null;
    }

    @Inject
    public Seals(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Stores a seal that holds for good; one that stood there for the same file and reader is replaced. */
    public void put(Seal seal) {
        put(seal, ALWAYS);
    }

    /** Stores a seal that holds within times. */
    public void put(Seal seal, String during) {
        String sql = """
                INSERT INTO seal (file, reader, epoch, sealed, during) VALUES (?, ?, ?, ?, CAST(? AS tstzmultirange))
                ON CONFLICT (file, reader) DO UPDATE
                SET epoch = excluded.epoch, sealed = excluded.sealed, during = excluded.during""";
        write(sql, seal.file(), seal.reader(), seal.epoch(), seal.sealed(), during);
    }

    /** Puts other bytes in a seal's place. A right that has ended meanwhile does not come back. */
    public void replace(Seal seal) {
        write(
                "UPDATE seal SET epoch = ?, sealed = ? WHERE file = ? AND reader = ?",
                seal.epoch(),
                seal.sealed(),
                seal.file(),
                seal.reader());
    }

    /** Gives a seal other times. */
    public void change(UUID file, UUID reader, String during) {
        write("UPDATE seal SET during = CAST(? AS tstzmultirange) WHERE file = ? AND reader = ?", during, file, reader);
    }

    /** A seal of the file for one of these readers; empty where none of them may read it now. */
    public Optional<Seal> find(UUID file, Set<UUID> readers) {
        return Optional.ofNullable(find(List.of(file), readers).get(file));
    }

    /** For each of the files that one of these readers may read now, one seal: the settled one where there is a choice. */
    public Map<UUID, Seal> find(Collection<UUID> files, Set<UUID> readers) {
        String sql = """
                SELECT DISTINCT ON (file) file, reader, epoch, sealed FROM seal
                WHERE file = ANY (?) AND reader = ANY (?) AND during @> CAST(? AS timestamptz)
                ORDER BY file, octet_length(sealed)""";
        return statements.list(sql, Seals::seal, files, readers, now()).stream()
                .collect(Collectors.toMap(Seal::file, Function.identity()));
    }

    /** All seals to a reader: what a person's root opens at sign-in. */
    public List<Seal> to(UUID reader) {
        return statements.list(
                "SELECT file, reader, epoch, sealed FROM seal WHERE reader = ? AND during @> CAST(? AS timestamptz)",
                Seals::seal,
                reader,
                now());
    }

    /** Who may read a file now. */
    public List<UUID> readers(UUID file) {
        return statements.list(
                "SELECT reader FROM seal WHERE file = ? AND during @> CAST(? AS timestamptz)",
                row -> row.getObject(1, UUID.class),
                file,
                now());
    }

    /** Ends a reader's right to a file. */
    public void remove(UUID file, UUID reader) {
        write("DELETE FROM seal WHERE file = ? AND reader = ?", file, reader);
    }

    /** Ends all rights to a file: the first step of its erasure. */
    public void removeAll(UUID file) {
        write("DELETE FROM seal WHERE file = ?", file);
    }

    /** Ends all rights of a reader. */
    public void removeTo(UUID reader) {
        write("DELETE FROM seal WHERE reader = ?", reader);
    }

    /** Ends a reader's right to some files. */
    public void remove(Collection<UUID> files, UUID reader) {
        write("DELETE FROM seal WHERE file = ANY (?) AND reader = ?", files, reader);
    }

    /** Ends a reader's right to whatever one of the others may read, too. */
    public void removeBeside(UUID reader, Collection<UUID> others) {
        String sql = """
                DELETE FROM seal own WHERE reader = ?
                    AND EXISTS (SELECT 1 FROM seal WHERE seal.file = own.file AND seal.reader = ANY (?))""";
        write(sql, reader, others);
    }

    /** Until the running transaction ends, nobody moves seals to other readers or to the next epoch. */
    public void keepInPlace() {
        statements.on(connection -> {
            EpochLock.share(connection);
            return true;
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private int write(String sql, Object... arguments) {
        return statements.on(connection -> {
            EpochLock.share(connection);
            return Statements.run(connection, sql, arguments);
        });
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4));
    }
}
