package org.obhut.report;

/** Somebody else has written, released or withdrawn in the meantime. Nothing was stored. */
public class ReportChanged extends RuntimeException {

    ReportChanged() {
        super("report has changed");
    }
}
