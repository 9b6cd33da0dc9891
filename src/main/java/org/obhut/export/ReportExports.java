package org.obhut.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.report.Period;
import org.obhut.report.Report;
import org.obhut.report.Reports;

/** Gives a report out of the house: to whom may read it, with a line in the audit trail that says who took one of which year. */
@ApplicationScoped
@Transactional
public class ReportExports {

    private final Reports reports;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected ReportExports() {
        this(null, null);
    }

    @Inject
    public ReportExports(Reports reports, AuditTrail audit) {
        this.reports = reports;
        this.audit = audit;
    }

    /**
     * The report to write out; empty where the caller can read none. Noted before the first byte goes out: what was begun counts as
     * given.
     *
     * @param version null for what the page of the period shows
     * @throws org.obhut.account.Refused where reports are not the caller's
     */
    public Optional<Report> begin(Caller caller, Period period, @Nullable Integer version) {
        Optional<Report> report =
                version == null ? reports.find(caller, period) : reports.find(caller, period, version);
        report.ifPresent(found -> audit.count(Act.REPORT_EXPORTED, caller.person(), period.year()));
        return report;
    }
}
