package org.obhut.report;

import java.util.List;

/** A part of a report under a heading. @param key a short English name, the section's anchor */
public record Section(String key, Label heading, List<ReportTable> tables) {
    public Section {
        tables = List.copyOf(tables);
    }
}
