package org.obhut.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.obhut.platform.Statements;

/** How much was erased and not told yet: counted in the transaction that erases, so that no crash loses it. */
@ApplicationScoped
public class ErasureCounts {

    private final Statements statements;

    @Inject
    public ErasureCounts(Statements statements) {
        this.statements = statements;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasureCounts() {
        this(null);
    }

    void add(Kind kind) {
        statements.run(
                "INSERT INTO erasure_count (kind, number) VALUES (?, 1)"
                        + " ON CONFLICT (kind) DO UPDATE SET number = erasure_count.number + 1",
                kind.name());
    }

    /** Takes what has been counted; part of the transaction that tells it. */
    Map<Kind, Long> take() {
        Map<Kind, Long> counted = new EnumMap<>(Kind.class);
        statements
                .list(
                        "DELETE FROM erasure_count RETURNING kind, number",
                        row -> Map.entry(Kind.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(count -> counted.put(count.getKey(), count.getValue()));
        return counted;
    }
}
