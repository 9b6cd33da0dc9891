package org.obhut.search;

/**
 * How much of what somebody may read can be found already.
 *
 * @param done tickets that can be found
 * @param all tickets that the person may read
 * @param complete whether nothing is being read any more
 * @param full whether memory did not suffice for all: the oldest can't be found
 */
public record Progress(int done, int all, boolean complete, boolean full) {}
