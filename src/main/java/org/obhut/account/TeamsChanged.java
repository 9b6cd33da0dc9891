package org.obhut.account;

/** A CDI event: who holds which team's roots has changed, so that open keyrings are to be brought up to date. */
public record TeamsChanged() {}
