package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.obhut.platform.Statements;

/** In which order a person last chose to see each folder. */
@ApplicationScoped
@Transactional
public class ListOrders {

    private final Statements statements;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected ListOrders() {
        this(null);
    }

    @Inject
    ListOrders(Statements statements) {
        this.statements = statements;
    }

    /** The order of a folder for whoever has chosen none: what is due by its time, all else by what is new. */
    public Sort of(UUID person, Folder folder) {
        return statements
                .list(
                        "SELECT sort FROM list_order WHERE person_id = ? AND folder = ?",
                        row -> Sort.valueOf(row.getString(1)),
                        person,
                        folder.name())
                .stream()
                .findFirst()
                .orElse(folder == Folder.DUE ? Sort.DUE : Sort.ACTIVITY);
    }

    public void remember(UUID person, Folder folder, Sort sort) {
        String sql = """
                INSERT INTO list_order (person_id, folder, sort) VALUES (?, ?, ?)
                ON CONFLICT (person_id, folder) DO UPDATE SET sort = excluded.sort WHERE list_order.sort <> excluded.sort""";
        statements.run(sql, person, folder.name(), sort.name());
    }
}
