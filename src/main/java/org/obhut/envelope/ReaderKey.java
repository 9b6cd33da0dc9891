package org.obhut.envelope;

import java.util.UUID;

/** A reader (person, team or a team's leads) and the key under which roots are sealed to it. */
public record ReaderKey(UUID reader, SealingKey key) {}
