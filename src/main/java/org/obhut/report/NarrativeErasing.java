package org.obhut.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.obhut.account.Caller;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;

/** The one transaction of {@link NarrativeErasure}. */
@ApplicationScoped
@Transactional
public class NarrativeErasing {

    private final ReportRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    NarrativeErasing(ReportRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected NarrativeErasing() {
        this(null, null, null);
    }

    void erase(Caller caller, Period period, int number, boolean earlier) {
        Reports.requireMaker(caller);
        rows.lock(period);
        List<NarrativeVersion> versions = rows.narratives(period);
        List<NarrativeVersion> erased = versions.stream()
                .filter(version -> version.number() == number || earlier && version.number() < number)
                .filter(version -> !version.narrative().blank())
                .toList();
        if (erased.stream().noneMatch(version -> version.number() == number)) {
            throw new ReportChanged();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        erased.forEach(version -> rows.erase(period, version.number(), now, caller.name()));
        eraseReleased(period, erased);
        if (erased.contains(versions.get(0))) {
            // A window in which the old text still stands must not store it again: it has not seen this one.
            rows.put(period, new NarrativeVersion(number + 1, new Narrative("", "", caller.name(), now), null));
        }
        audit.count(Act.NARRATIVE_ERASED, caller.person(), period.year());
    }

    private void eraseReleased(Period period, List<NarrativeVersion> erased) {
        for (Release release : rows.releases()) {
            if (release.period().equals(period)) {
                rows.content(period, release.version())
                        .filter(report -> erased.stream()
                                .anyMatch(version -> version.narrative().sameWords(report.narrative())))
                        .ifPresent(report -> rows.replace(report.withoutWords()));
            }
        }
    }
}
