package org.obhut.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.obhut.account.EpochOverview;

/** The epochs' secrets, and from which day old copies of the database stay shut. */
public record EpochsPage(EpochOverview.Standing standing) {

    /** A day as people read it; empty where there is none. */
    public static String day(Frame frame, @Nullable Instant instant) {
        return instant == null ? "" : frame.moments().day(LocalDate.ofInstant(instant, Moments.ZONE));
    }

    /** The day to be confirmed where the clocks are right. */
    public String confirmed() {
        return LocalDate.ofInstant(standing.clocks().application(), ZoneOffset.UTC)
                .toString();
    }
}
