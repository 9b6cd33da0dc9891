package org.obhut.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.WorkingHours;

/**
 * Reports of periods that are over. Coordinators and leads make and release them; counsellors and analysts read what is released; an
 * administrator has no part in it. Each method is one transaction and checks the caller's rights itself.
 */
@ApplicationScoped
@Transactional
public class Reports {

    /** The longest text of the needs, and of the recommendations, in UTF-16 units. */
    public static final int LONGEST = 20_000;

    /** Within this time a person's next text takes the place of the one before, so that autosave leaves no version each time. */
    private static final Duration SITTING = Duration.ofHours(1);

    private final ReportRows rows;
    private final QuarterNumbers numbers;
    private final CodeLists lists;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Reports() {
        this(null, null, null, null);
    }

    @Inject
    Reports(ReportRows rows, QuarterNumbers numbers, CodeLists lists, Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether the caller writes, releases and withdraws reports, and sees those that are not released. */
    public static boolean makes(Caller caller) {
        return caller.has(Role.COORDINATOR)
                || caller.has(Role.LEAD)
                || !caller.leads().isEmpty();
    }

    /** Whether the caller reads what is released. */
    public static boolean reads(Caller caller) {
        return makes(caller) || caller.counsellor() || caller.has(Role.ANALYST);
    }

    /** The tables that every report has, by their keys. */
    public static Map<String, Label> catalogue() {
        Map<String, Label> tables = new LinkedHashMap<>();
        Published.TABLES.forEach(table -> tables.put(table, Wording.of("table." + table)));
        return tables;
    }

    /** The periods that the caller can read a report of, the latest first. @throws Refused where reports are not the caller's */
    public List<ReportLine> list(Caller caller) {
        requireReader(caller);
        List<Release> releases = rows.releases();
        List<ReportLine> lines = new ArrayList<>();
        TreeSet<Period> periods = new TreeSet<>(Comparator.reverseOrder());
        releases.stream().filter(Release::holds).map(Release::period).forEach(periods::add);
        if (makes(caller)) {
            periods.addAll(over());
        }
        for (Period period : periods) {
            boolean released =
                    releases.stream().anyMatch(release -> release.period().equals(period) && release.holds());
            lines.add(new ReportLine(period, released ? Report.State.RELEASED : Report.State.DRAFT));
        }
        return lines;
    }

    /** Every period that is over and of which something was counted. */
    private List<Period> over() {
        Optional<YearMonth> since = numbers.since();
        List<Period> over = new ArrayList<>();
        for (int year = since.map(YearMonth::getYear).orElse(Integer.MAX_VALUE); year <= today().getYear(); year++) {
            for (Period.Kind kind : Period.Kind.values()) {
                Period.all(year, kind).stream()
                        .filter(period ->
                                period.to().isBefore(today()) && !period.last().isBefore(since.get()))
                        .forEach(over::add);
            }
        }
        return over;
    }

    /**
     * The report of a period: the released one, else for those who make it its draft. Empty where the caller can read none.
     *
     * @throws Refused where reports are not the caller's
     */
    public Optional<Report> find(Caller caller, Period period) {
        requireReader(caller);
        Optional<Release> released = released(period);
        if (released.isPresent()) {
            return rows.content(period, released.get().version());
        }
        return makes(caller) && over().contains(period) ? Optional.of(draft(period)) : Optional.empty();
    }

    /** A version that was released, though it may be withdrawn. Only for those who make reports. */
    public Optional<Report> find(Caller caller, Period period, int version) {
        requireMaker(caller);
        boolean withdrawn = rows.releases().stream()
                .anyMatch(
                        release -> release.period().equals(period) && release.version() == version && !release.holds());
        return rows.content(period, version).map(report -> withdrawn ? report.in(Report.State.WITHDRAWN) : report);
    }

    /** What was written and released so far. Only for those who make reports. */
    public ReportMaking making(Caller caller, Period period) {
        requireMaker(caller);
        return new ReportMaking(rows.narratives(period), releasesOf(period));
    }

    /**
     * Stores what was written.
     *
     * @param seen the number of the text that it was written upon; 0 for none
     * @throws InvalidInput where a text is too long
     * @throws ReportChanged where somebody wrote another since, or the report is released or not to be made
     */
    public void write(Caller caller, Period period, String needs, String recommendations, int seen) {
        requireMaker(caller);
        requireShort("needs", needs);
        requireShort("recommendations", recommendations);
        rows.lock(period);
        List<NarrativeVersion> before = rows.narratives(period);
        if (released(period).isPresent()
                || !over().contains(period)
                || seen != (before.isEmpty() ? 0 : before.get(0).number())) {
            throw new ReportChanged();
        }
        Instant now = now();
        Narrative narrative = new Narrative(needs.strip(), recommendations.strip(), caller.name(), now);
        rows.put(period, new NarrativeVersion(goesOn(before, caller, now, period) ? seen : seen + 1, narrative, null));
    }

    private boolean goesOn(List<NarrativeVersion> before, Caller caller, Instant now, Period period) {
        if (before.isEmpty()) {
            return false;
        }
        Narrative last = before.get(0).narrative();
        Instant released =
                releasesOf(period).stream().map(Release::at).findFirst().orElse(Instant.EPOCH);
        return last.author().equals(caller.name())
                && last.at().plus(SITTING).isAfter(now)
                // What was released stays among the versions as it was.
                && last.at().isAfter(released);
    }

    /**
     * Releases a period's report as it is. From then on it stays so, and its quarters' numbers with it, those of the period it is
     * compared with included.
     *
     * @param seen the number of the text that is released; 0 for none
     * @throws ReportChanged where there is another text by now, or the report is released already
     */
    public void release(Caller caller, Period period, int seen) {
        requireMaker(caller);
        rows.lock(period);
        List<NarrativeVersion> narratives = rows.narratives(period);
        if (released(period).isPresent()
                || !over().contains(period)
                || seen != (narratives.isEmpty() ? 0 : narratives.get(0).number())) {
            throw new ReportChanged();
        }
        numbers.keep(period);
        if (comparable(period)) {
            numbers.keep(period.before());
        }
        rows.release(draft(period).in(Report.State.RELEASED), now(), caller.name());
    }

    /** Takes a released report back. Its next version begins as its text ended. @throws ReportChanged where it does not hold any more */
    public void withdraw(Caller caller, Period period, int version) {
        requireMaker(caller);
        rows.lock(period);
        if (!rows.withdraw(period, version, now(), caller.name())) {
            throw new ReportChanged();
        }
    }

    private Report draft(Period period) {
        YearMonth since = numbers.since().orElseThrow();
        List<NarrativeVersion> narratives = rows.narratives(period);
        int version =
                releasesOf(period).stream().mapToInt(Release::version).max().orElse(0) + 1;
        return new Composition(
                        lists, period, numbers.of(period), comparable(period) ? numbers.of(period.before()) : null)
                .draft(today(), since, version, narrative(narratives));
    }

    /** Whether the whole of the period before was counted. */
    private boolean comparable(Period period) {
        return numbers.since()
                .filter(since -> !since.isAfter(period.before().first()))
                .isPresent();
    }

    private static @Nullable Narrative narrative(List<NarrativeVersion> narratives) {
        return narratives.isEmpty() || narratives.get(0).narrative().blank()
                ? null
                : narratives.get(0).narrative();
    }

    private Optional<Release> released(Period period) {
        return releasesOf(period).stream().filter(Release::holds).findFirst();
    }

    private List<Release> releasesOf(Period period) {
        return rows.releases().stream()
                .filter(release -> release.period().equals(period))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingHours.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireShort(String field, String text) {
        if (text.length() > LONGEST) {
            throw new InvalidInput(field, "too-long");
        }
    }

    static void requireMaker(Caller caller) {
        if (!makes(caller)) {
            throw new Refused("coordinator or lead");
        }
    }

    private static void requireReader(Caller caller) {
        if (!reads(caller)) {
            throw new Refused("reports");
        }
    }
}
