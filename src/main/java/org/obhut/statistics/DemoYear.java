package org.obhut.statistics;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;
import org.obhut.platform.WorkingHours;

/** Twelve months of invented counts for a demo that has none, up to last month. */
@ApplicationScoped
public class DemoYear {

    private final FactCounts counts;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected DemoYear() {
        this(null, null);
    }

    @Inject
    DemoYear(FactCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Transactional
    void start(
            @Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start,
            Settings settings) {
        if (settings.demoSamples() && counts.earliest().isEmpty()) {
            counts.add(InventedYear.until(
                    YearMonth.from(clock.instant().atZone(WorkingHours.ZONE)).minusMonths(1)));
        }
    }
}
