package org.obhut.envelope;

import java.time.Instant;

/**
 * A CDI event, sent hourly once all clocks agree: what was to end by this time has ended, and seals whose times are over are
 * removed. Whoever keeps the grounds of such seals forgets those that are over.
 */
public record RightsEnded(Instant now) {}
