package org.obhut.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a folder; {@code next} is an opaque cursor, null at the end. */
public record TicketPage(List<TicketRow> items, @Nullable String next) {}
