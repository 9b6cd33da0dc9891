package org.obhut.report;

/** A period that there is a report of. @param state what is shown of it to whom it was listed for */
public record ReportLine(Period period, Report.State state) {}
