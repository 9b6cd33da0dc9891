package org.obhut.account;

/**
 * What one run of Argon2id costs (RFC 9106). Stored with each person, so that it can grow.
 *
 * @param memory in KiB
 * @param passes over the memory
 * @param lanes part of the result, whatever runs at once
 */
record Argon2Cost(int memory, int passes, int lanes) {

    /** 64 MiB, three passes, four lanes: RFC 9106's second recommendation. */
    static final Argon2Cost USUAL = new Argon2Cost(64 * 1024, 3, 4);
}
