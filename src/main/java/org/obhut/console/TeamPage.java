package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.FingerprintWords;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.TeamOverview;
import org.obhut.ticket.Absence;
import org.obhut.ticket.Resealing;
import org.obhut.ticket.SecondReading;

/**
 * A team and its keys, for its members.
 *
 * @param lead whether the visitor leads it
 * @param erasesByTwo whether two people have to agree before a ticket is erased at once
 * @param secondReaders whose replies need one
 * @param progress of what is being sealed anew; null for who does not lead the team
 */
public record TeamPage(
        TeamOverview.Standing team,
        boolean lead,
        String visitor,
        List<Absence> absences,
        RecoveryOverview.Standing recovery,
        boolean erasesByTwo,
        SecondReading.Rule secondReaders,
        Resealing.@Nullable Progress progress) {

    /** The six words of a key in the console's language. */
    public static String words(Frame frame, String key) {
        return String.join(" · ", FingerprintWords.of(key, frame.language().locale()));
    }
}
