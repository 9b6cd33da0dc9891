package org.obhut.envelope;

import java.util.UUID;

/** The keys of one epoch of a team and its leads that may be sealed to. */
public record Pin(UUID team, int epoch, Fingerprint teamKey, Fingerprint leadsKey) {}
