package org.obhut.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.platform.Statements;

/**
 * One kind of sealed file, brought by the feature that makes such files: rows of one table, with the columns {@code id} and
 * {@code erase_on}, the day by which a file ends.
 */
public abstract class FileKind {

    private final Statements statements;
    private final Kind kind;
    private final String table;

    /** @param table its name, written by the feature and by nobody else: it becomes part of statements */
    protected FileKind(Statements statements, Kind kind, String table) {
        this.statements = statements;
        this.kind = kind;
        this.table = table;
    }

    final Kind kind() {
        return kind;
    }

    /**
     * Files that end by this day, those that are due longest first.
     *
     * @param except not these
     * @param most so many at once
     */
    final List<UUID> due(LocalDate day, Collection<UUID> except, int most) {
        return statements.list(
                "SELECT id FROM " + table + " WHERE erase_on <= ? AND id <> ALL (?) ORDER BY erase_on LIMIT ?",
                row -> row.getObject(1, UUID.class),
                day,
                except,
                most);
    }

    /**
     * Locks the file's row until the transaction ends, if nobody else has it and it still ends by this day: it may have got another
     * since it was listed. Nothing can be added to the file from then on.
     */
    final boolean takeDue(UUID file, LocalDate day) {
        return !statements
                .list(
                        "SELECT 1 FROM " + table + " WHERE id = ? AND erase_on <= ? FOR UPDATE SKIP LOCKED",
                        row -> true,
                        file,
                        day)
                .isEmpty();
    }

    /** Locks the file's row until the transaction ends; waits for whoever holds it. False where there is no such file. */
    final boolean take(UUID file) {
        return !statements
                .list("SELECT 1 FROM " + table + " WHERE id = ? FOR UPDATE", row -> true, file)
                .isEmpty();
    }

    /** The ids of all files of this kind. */
    final Set<UUID> all() {
        return new HashSet<>(statements.list("SELECT id FROM " + table, row -> row.getObject(1, UUID.class)));
    }

    /** Deletes the file's row. False where there is none. */
    protected final boolean delete(UUID file) {
        return statements.run("DELETE FROM " + table + " WHERE id = ?", file) == 1;
    }
}
