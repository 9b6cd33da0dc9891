package org.obhut.console;

import java.util.List;
import org.obhut.ticket.WhoReads;

/** @param opens whether the visitor can go on to the tickets */
public record AccessPage(List<WhoReads.OfTeam> teams, WhoReads.Page tickets, boolean opens) {}
