package org.obhut.audit;

/**
 * A CDI event: a line was added. The key store hears of it once the line is committed.
 *
 * @param position of the line
 * @param hash SHA-256 of the line
 * @param resumed whether it is to hold though the key store knows a line that is lost
 */
record ChainGrew(long position, byte[] hash, boolean resumed) {}
