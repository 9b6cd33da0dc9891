package org.obhut.console;

import java.util.List;
import java.util.UUID;

/**
 * The visitor's teams and own key.
 *
 * @param own the fingerprint to be read aloud when somebody lets the visitor in
 * @param founds whether the visitor may found a team
 */
public record TeamsPage(List<Named> teams, String own, boolean founds) {

    /** A team of the visitor. */
    public record Named(UUID team, String name) {}
}
