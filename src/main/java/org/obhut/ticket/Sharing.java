package org.obhut.ticket;

import java.util.List;

/**
 * Who reads a ticket, and who else could.
 *
 * @param readers as its seals say, now or later
 * @param askable sign-in names of colleagues, of any team, who can be asked to read along
 * @param teams names of the teams that the ticket can be moved to
 */
public record Sharing(List<TicketReader> readers, List<String> askable, List<String> teams) {}
