package org.obhut.console;

import java.util.List;

/**
 * Recovery codes, shown once.
 *
 * @param name whose they are
 * @param onward where to go on to
 */
public record CodesPage(String name, List<String> codes, String onward) {}
