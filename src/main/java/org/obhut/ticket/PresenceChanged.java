package org.obhut.ticket;

import java.util.Set;
import java.util.UUID;

/** Event: somebody has come to, left or begun to write at a ticket at which these people are. It says neither who nor where. */
public record PresenceChanged(Set<UUID> persons) {}
