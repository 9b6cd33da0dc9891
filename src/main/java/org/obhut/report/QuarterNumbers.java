package org.obhut.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.codelist.CodeLists;
import org.obhut.statistics.FactCount;
import org.obhut.statistics.FactCounts;
import org.obhut.statistics.FactTable;

/** The published counts of quarters: kept ones as they were published, others rounded from the true counts of today. */
@Dependent
class QuarterNumbers {

    private final FactCounts facts;
    private final ReportRows rows;
    private final CodeLists lists;

    @Inject
    QuarterNumbers(FactCounts facts, ReportRows rows, CodeLists lists) {
        this.facts = facts;
        this.rows = rows;
        this.lists = lists;
    }

    /** The first month that is counted. */
    Optional<YearMonth> since() {
        return facts.earliest();
    }

    /** Added up. */
    Numbers of(Period period) {
        return each(period).values().stream().reduce(Numbers.NONE, Numbers::plus);
    }

    /** From now on these quarters stay as they are. */
    void keep(Period period) {
        each(period).forEach(rows::keep);
    }

    private Map<Period, Numbers> each(Period period) {
        Map<Period, Numbers> numbers = new HashMap<>();
        List<Period> open = new ArrayList<>();
        for (Period quarter : period.quarters()) {
            rows.kept(quarter).ifPresentOrElse(kept -> numbers.put(quarter, kept), () -> open.add(quarter));
        }
        if (!open.isEmpty()) {
            UUID seed = rows.seed();
            AddedCodes added = AddedCodes.of(lists);
            Map<Period, List<FactCount>> counts = counts(period);
            for (Period quarter : open) {
                SmallCells rounding = new SmallCells(new Lots(seed, quarter));
                Map<String, Map<List<String>, Long>> cells =
                        added.folded(Published.cells(counts.getOrDefault(quarter, List.of())));
                numbers.put(quarter, Published.rounded(cells, rounding, lists.list(CodeLists.Name.REGION)));
            }
        }
        return numbers;
    }

    private Map<Period, List<FactCount>> counts(Period period) {
        List<FactCount> counts = new ArrayList<>();
        for (FactTable table : Published.READ) {
            counts.addAll(facts.read(table, period.first(), period.last()));
        }
        return counts.stream().collect(Collectors.groupingBy(count -> Period.quarterOf(count.month())));
    }
}
