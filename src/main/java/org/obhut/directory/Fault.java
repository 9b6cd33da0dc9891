package org.obhut.directory;

/**
 * Why a field can't be taken as it is.
 *
 * @param reason a key such as {@code required}, {@code too-long}, {@code unknown-value}
 */
public record Fault(Field field, String reason) {}
