package org.obhut.ticket;

import java.util.List;
import java.util.Map;

/**
 * What somebody finds who arrives.
 *
 * @param counts of each folder
 * @param own what they are responsible for and is due by the end of today, the first few
 * @param ownDue how many these are in all
 * @param arrived open tickets in which something has happened since they were last here
 * @param since whether that is counted from when they left; else from the beginning of today
 */
public record Morning(
        Map<Folder, Long> counts, List<TicketRow> own, long ownDue, long arrived, boolean since, List<TeamLoad> load) {}
