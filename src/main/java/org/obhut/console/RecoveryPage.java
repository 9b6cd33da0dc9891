package org.obhut.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.TeamOverview;
import org.obhut.platform.InvalidInput;

/**
 * Where two shares are typed in.
 *
 * @param visitor the visitor's id, who needs nobody to compare words with
 * @param people who can be admitted
 * @param first what was typed: 28 words are not to be typed twice for one mistake
 * @param person who is chosen
 * @param wrong what was wrong; null where nothing was
 */
public record RecoveryPage(
        UUID visitor,
        List<TeamOverview.Pending> people,
        String first,
        String second,
        UUID person,
        @Nullable InvalidInput wrong) {

    /** Whether something is wrong with a field. */
    public boolean isWrong(String field) {
        return wrong != null && wrong.field().equals(field);
    }

    public String sentence(Frame frame) {
        return wrong == null ? "" : RecoverySharesPage.sentence(frame, wrong);
    }

    /** Without the words of a share. */
    @Override
    public String toString() {
        return "RecoveryPage";
    }
}
