package org.obhut.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Seals;

/**
 * The end of one sealed file in one transaction: the rows of every feature, seals and lookups. The key store notes the file last,
 * when nothing but the commit is missing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Ending {

    private final List<ErasureStep> steps;
    private final Seals seals;
    private final Lookups lookups;
    private final ErasureCounts counts;
    private final ErasedFiles erased;

    @Inject
    public Ending(
            @Any Instance<ErasureStep> steps, Seals seals, Lookups lookups, ErasureCounts counts, ErasedFiles erased) {
        this(steps.stream().toList(), seals, lookups, counts, erased);
    }

    Ending(List<ErasureStep> steps, Seals seals, Lookups lookups, ErasureCounts counts, ErasedFiles erased) {
        this.steps = steps;
        this.seals = seals;
        this.lookups = lookups;
        this.counts = counts;
        this.erased = erased;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Ending() {
        this(List.of(), null, null, null, null);
    }

    /** Ends a file whose day has come. False where somebody works at it, where it has got another day, or where it is held. */
    boolean due(FileKind kind, UUID file, LocalDate day) {
        if (!kind.takeDue(file, day) || held(file)) {
            return false;
        }
        end(kind, file);
        return true;
    }

    /**
     * Ends a file at once.
     *
     * @param permitted run once nothing can be added to the file any more; throws where it may not be ended
     * @param ended run last, with nothing but note and commit missing
     * @return false where there is no such file
     * @throws FileHeld where something of it must not be lost yet
     */
    boolean now(FileKind kind, UUID file, Runnable permitted, Runnable ended) {
        if (!kind.take(file)) {
            return false;
        }
        permitted.run();
        if (held(file)) {
            throw new FileHeld();
        }
        end(kind, file, ended);
        return true;
    }

    /** Ends a file that was ended before, whatever it is held by. */
    void again(FileKind kind, UUID file) {
        if (kind.take(file)) {
            end(kind, file);
        }
    }

    /**
     * Takes back the note of a file whose end failed, where it is still here. Waits for whoever is ending it in this moment, and leaves
     * their note.
     */
    void takeBack(FileKind kind, UUID file) {
        if (kind.take(file)) {
            erased.takeBack(file);
        }
    }

    private boolean held(UUID file) {
        return steps.stream().anyMatch(step -> step.holds(file));
    }

    private void end(FileKind kind, UUID file) {
        end(kind, file, () -> {});
    }

    private void end(FileKind kind, UUID file, Runnable ended) {
        steps.forEach(step -> step.erase(file));
        seals.removeAll(file);
        lookups.removeAll(file);
        counts.add(kind.kind());
        ended.run();
        erased.note(file);
    }
}
