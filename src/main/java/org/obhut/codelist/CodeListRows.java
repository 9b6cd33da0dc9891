package org.obhut.codelist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.Statements;

/** The table {@code code_list}: each saved version whole. Part of the caller's transaction. */
@Dependent
class CodeListRows {

    /** A version that somebody saved. */
    record Saved(CodeList list, Instant at, String by) {}

    private final Statements statements;

    @Inject
    CodeListRows(Statements statements) {
        this.statements = statements;
    }

    /** The last version of each list that was ever saved. */
    Map<Name, CodeList> newest() {
        Map<Name, CodeList> lists = new EnumMap<>(Name.class);
        statements
                .list(
                        "SELECT DISTINCT ON (list) content FROM code_list ORDER BY list, version DESC",
                        CodeListRows::content)
                .forEach(list -> Name.of(list.name()).ifPresent(name -> lists.put(name, list)));
        return lists;
    }

    /** The last versions of a list, the newest first. */
    List<Saved> last(Name name, int most) {
        return statements.list(
                "SELECT content, saved_at, saved_by FROM code_list WHERE list = ? ORDER BY version DESC LIMIT ?",
                row -> new Saved(
                        content(row), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3)),
                name.key(),
                most);
    }

    /** Whether it could be stored: another one may have this number already. */
    boolean add(Saved saved) {
        return statements.run(
                        "INSERT INTO code_list (list, version, content, saved_at, saved_by) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        saved.list().name(),
                        saved.list().version(),
                        CodeListJson.write(saved.list()),
                        saved.at().atOffset(ZoneOffset.UTC),
                        saved.by())
                == 1;
    }

    private static CodeList content(ResultSet row) throws SQLException {
        return CodeListJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8));
    }
}
