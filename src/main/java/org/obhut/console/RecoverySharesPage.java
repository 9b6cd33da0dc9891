package org.obhut.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.RecoveryCeremony;
import org.obhut.account.RecoveryOverview;
import org.obhut.account.WrongShare;
import org.obhut.platform.InvalidInput;

/**
 * A team's recovery shares: who has them, and one at a time while they are made.
 *
 * @param lead whether the visitor leads the team
 * @param step of making shares; null while none are made
 * @param holders what was typed as their names
 * @param wrong what was wrong with it; null where nothing was
 */
public record RecoverySharesPage(
        UUID team,
        String name,
        boolean lead,
        RecoveryOverview.Standing standing,
        RecoveryCeremony.@Nullable Step step,
        List<String> holders,
        @Nullable InvalidInput wrong) {

    /** Whether something is wrong with a field. */
    public boolean isWrong(String field) {
        return wrong != null && wrong.field().equals(field);
    }

    /** What is wrong, in words, with the place of the word where it is about one. */
    static String sentence(Frame frame, InvalidInput wrong) {
        int word = wrong instanceof WrongShare share ? share.word() : 0;
        return frame.texts().has("wrong." + wrong.reason())
                ? frame.t("wrong." + wrong.reason(), word)
                : frame.t("wrong.other");
    }

    public String sentence(Frame frame) {
        return wrong == null ? "" : sentence(frame, wrong);
    }

    /** What was typed for a holder, from 1. */
    public String holder(int number) {
        return number <= holders.size() ? holders.get(number - 1) : "";
    }
}
