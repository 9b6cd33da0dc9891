package org.obhut.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody of a team is responsible for.
 *
 * @param person sign-in name, null for what nobody is responsible for
 * @param live tickets @param due of these, by the end of today
 * @param away whether somebody else stands in today
 */
public record TeamLoad(UUID team, String teamName, @Nullable String person, long live, long due, boolean away) {}
