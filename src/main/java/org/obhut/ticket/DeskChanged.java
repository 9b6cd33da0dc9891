package org.obhut.ticket;

import java.util.Set;
import java.util.UUID;

/** Event after commit: something these readers (team, leads, person ids) can see has changed. Ids only. */
public record DeskChanged(UUID ticket, Set<UUID> readers) {}
