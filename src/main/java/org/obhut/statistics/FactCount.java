package org.obhut.statistics;

import java.time.YearMonth;
import java.util.List;

/**
 * How often something came up: a true count, not rounded, that nobody may see who does not make the report of it.
 *
 * @param cell a key for each of the table's attributes, in their order
 */
public record FactCount(FactTable table, YearMonth month, List<String> cell, long number) {}
