package org.obhut.account;

/** A CDI event: somebody has signed in. What waited for their keys can be done while the session lasts. */
public record SessionBegan(Caller caller) {}
