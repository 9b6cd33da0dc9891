package org.obhut.report;

import java.util.List;

/**
 * How a report is made, for those who make it.
 *
 * @param narratives all versions of what was written, the latest first
 * @param releases all of this period, the latest first
 */
public record ReportMaking(List<NarrativeVersion> narratives, List<Release> releases) {

    /** The number of the latest text; 0 where there is none. */
    public int narrative() {
        return narratives.isEmpty() ? 0 : narratives.get(0).number();
    }
}
