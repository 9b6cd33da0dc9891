package org.obhut.audit;

/**
 * A CDI event: a line was added. The key store hears of it once the line is committed.
 *
 * @param position of the line
 * @param hash SHA-256 of the line
 */
record ChainGrew(long position, byte[] hash) {}
