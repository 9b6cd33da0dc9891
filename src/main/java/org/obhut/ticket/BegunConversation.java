package org.obhut.ticket;

import java.util.UUID;

/** A ticket that began with a mail of ours, which is committed and will be sent. */
public record BegunConversation(UUID ticket, AcceptedReply mail) {}
