package org.obhut.statistics;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;

/**
 * That there was a contact: one for each call, and one for each ticket and day with client mail. Has a month; has no day, no id
 * and nobody's words.
 *
 * @param month the month it is counted in
 * @param channel {@code phone} or {@code mail}
 * @param answers what was noted, by the names and keys of the code lists; several keys for topics only
 */
public record ContactFact(YearMonth month, String channel, SortedMap<String, List<String>> answers) {}
