package org.obhut.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Facts that wait for the monthly move: each sealed to the statistics key, without an id, in an envelope of one size. Written in
 * the transaction of what is counted, so that neither is there without the other; each method is part of it.
 */
@ApplicationScoped
public class StagedFacts {

    private final StagedRows rows;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected StagedFacts() {
        this.rows = null;
    }

    @Inject
    StagedFacts(StagedRows rows) {
        this.rows = rows;
    }

    /**
     * Stages a fact. Nothing leads from it to what it counts; whoever may want to take it back keeps the handle, sealed.
     *
     * @throws IllegalArgumentException where the fact is longer than {@link org.obhut.envelope.OperatingSecrets#FACT}
     */
    public FactHandle stage(Fact fact) {
        return rows.add(fact);
    }

    /** Whether a fact still waits: one that was moved can't be taken back or amended. */
    public boolean waits(FactHandle handle) {
        return !find(Set.of(handle)).isEmpty();
    }

    /** Takes a fact back. False where it is not there: it was taken back before, or moved, and counts. */
    public boolean withdraw(FactHandle handle) {
        List<StagedRows.Row> found = find(Set.of(handle));
        if (found.isEmpty()) {
            return false;
        }
        rows.remove(found);
        return true;
    }

    /** Puts others in the place of those that still wait, under the same handles. */
    public void amend(Collection<FactHandle> handles, UnaryOperator<Fact> change) {
        List<StagedRows.Row> found = find(handles);
        if (!found.isEmpty()) {
            rows.remove(found);
        }
        found.stream()
                .map(StagedRows.Row::content)
                .filter(Objects::nonNull)
                .forEach(staged -> rows.put(new StagedFact(change.apply(staged.fact()), staged.handle())));
    }

    private List<StagedRows.Row> find(Collection<FactHandle> handles) {
        if (handles.isEmpty()) {
            return List.of();
        }
        rows.share();
        return rows.all().stream()
                .filter(row ->
                        row.content() != null && handles.contains(row.content().handle()))
                .toList();
    }
}
