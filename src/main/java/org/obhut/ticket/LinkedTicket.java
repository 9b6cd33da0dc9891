package org.obhut.ticket;

import java.util.UUID;

/** A ticket that the readers of another are pointed to, as somebody sees it who may read both. */
public record LinkedTicket(UUID id, String subject, Status status) {}
