package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obhut.account.Teams;
import org.obhut.platform.Settings;

/**
 * Whether a team keeps reading a ticket that is assigned. It does not, unless the setting {@code obhut.everyone.reads} names the
 * team (names separated by commas): the narrow rule needs no decision, the wide one should be somebody's.
 */
@Dependent
class ReaderRule {

    private final Teams teams;
    private final Set<String> everyone;

    @Inject
    ReaderRule(Teams teams, Settings settings) {
        this.teams = teams;
        this.everyone = Arrays.stream(
                        settings.text("obhut.everyone.reads").orElse("").split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    boolean everyoneReads(UUID team) {
        return everyone.contains(teams.name(team));
    }
}
