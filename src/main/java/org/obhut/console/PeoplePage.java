package org.obhut.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Invitations;
import org.obhut.account.Role;
import org.obhut.account.Staff;
import org.obhut.platform.InvalidInput;

/** The people and the invitations. @param self the visitor, who can't block themselves */
public record PeoplePage(List<Staff.Member> people, List<Invitations.Pending> invitations, UUID self, Invited invited) {

    /** What a box to tick stands for; who has none of these counsels. */
    public static final List<String> ROLES = List.of("lead", "coordinator", "analyst", "administrator");

    /**
     * What became of the form.
     *
     * @param link to be handed over, null where nobody was invited just now
     * @param wrong the field that was refused, null where none was
     */
    public record Invited(
            @Nullable String link,
            String name,
            String displayName,
            List<String> roles,
            @Nullable String wrong,
            @Nullable String reason) {

        static final Invited NOBODY = new Invited(null, "", "", List.of(), null, null);

        static Invited by(String link, String displayName) {
            return new Invited(link, "", displayName, List.of(), null, null);
        }

        static Invited refused(String name, String displayName, List<String> roles, InvalidInput input) {
            return new Invited(null, name, displayName, roles, input.field(), input.reason());
        }

        public boolean isWrong(String field) {
            return field.equals(wrong);
        }

        /** What stands in a field of the form. */
        public String typed(String value) {
            return link == null ? value : "";
        }
    }

    /** Roles in words; who has none beyond a team counsels. */
    public static String roles(Frame frame, Set<Role> roles) {
        return roles.isEmpty()
                ? frame.t("role.counsellor")
                : roles.stream()
                        .map(role -> frame.t("role." + role.name().toLowerCase(Locale.ROOT)))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
