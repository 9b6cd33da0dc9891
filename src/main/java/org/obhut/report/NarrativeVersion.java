package org.obhut.report;

/** One state of what was written about a period. @param number from 1 */
public record NarrativeVersion(int number, Narrative narrative) {}
