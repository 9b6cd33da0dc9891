package org.obhut.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a mail of ours, and what it answers.
 *
 * @param address bare
 * @param party {@link Party#CLIENT} or {@link Party#CENTRE}
 * @param inReplyTo Message-ID of the answered mail without brackets, null where there is none
 * @param references Message-IDs of the conversation with them alone, oldest first
 * @param quotable what a quote would show, empty where there is nothing
 */
record Receiver(String address, Party party, @Nullable String inReplyTo, List<String> references, String quotable) {}
