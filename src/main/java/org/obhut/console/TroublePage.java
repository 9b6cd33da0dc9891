package org.obhut.console;

/**
 * Says why there is nothing to see.
 *
 * @param key ending of the texts' keys: {@code not-found}, {@code refused}, {@code stale}, {@code too-large},
 *     {@code invalid}, {@code changed} or {@code failed}
 */
public record TroublePage(int status, String key) {}
