package org.obhut.export;

import java.util.Locale;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;

/** The formats of a report's file. Its name says the period and whether it holds, in no person's or place's name. */
public enum ReportFile {
    PDF("pdf", "application/pdf"),
    ODS("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** All tables, in a ZIP. */
    CSV("zip", "application/zip"),
    JSON("json", "application/json");

    /** Type of one table as CSV (RFC 7111). */
    public static final String TABLE_TYPE = "text/csv;charset=UTF-8;header=present";

    private final String ending;
    private final String type;

    ReportFile(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** Such as {@code report-2026-Q4-v1.pdf}, or {@code report-2026-Q4-draft.pdf}. */
    public String name(Report report) {
        return stem(report) + '.' + ending;
    }

    /** The name of one table's file. */
    public static String name(Report report, ReportTable table) {
        return stem(report) + '-' + table.key() + ".csv";
    }

    private static String stem(Report report) {
        String state =
                switch (report.state()) {
                    case RELEASED -> "v" + report.version();
                    case DRAFT, WITHDRAWN -> report.state().name().toLowerCase(Locale.ROOT);
                };
        return "report-" + report.period() + '-' + state;
    }
}
