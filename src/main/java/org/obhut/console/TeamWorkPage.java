package org.obhut.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.allocation.Mode;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.WorkProfile;

/**
 * How a team divides its work, and how its members counsel.
 *
 * @param lead whether the visitor leads it, and may change anything
 * @param rule what holds
 * @param typed what was typed and refused; the fields of the rule where nothing was
 * @param wrong the field that was refused, empty where none was
 * @param members by sign-in name
 */
public record TeamWorkPage(
        UUID team,
        String name,
        boolean lead,
        TeamRule rule,
        Typed typed,
        String wrong,
        Map<String, WorkProfile> members) {

    /** A rule's fields as they were typed. */
    public record Typed(Mode allocation, String answerHours, String warnHours, String hours) {

        static Typed of(TeamRule rule, Frame frame) {
            return new Typed(
                    rule.allocation(),
                    Integer.toString(rule.answerHours()),
                    Integer.toString(rule.warnHours()),
                    WorkWords.hours(frame, rule.hours()));
        }
    }

    /** What can be chosen. */
    public List<Mode> modes() {
        return List.of(Mode.values());
    }

    public @Nullable String invalid(String field) {
        return field.equals(wrong) ? "true" : null;
    }
}
