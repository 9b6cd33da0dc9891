package org.obhut.audit;

/** A CDI event, once an hour: whoever only counts, such as refused sign-ins, adds a line about the hour. */
public record AuditHour() {}
