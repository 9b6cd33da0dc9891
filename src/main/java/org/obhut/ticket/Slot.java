package org.obhut.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a mail may go out.
 *
 * @param notAfter from when on it must not be tried any more, null for the outbox's own end
 */
public record Slot(Instant notBefore, @Nullable Instant notAfter) {}
