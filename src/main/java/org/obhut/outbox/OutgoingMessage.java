package org.obhut.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, before it is made into bytes.
 *
 * @param item the message in the ticket, also the outbox row's id
 * @param mailbox the address of the mailbox that sends
 * @param to the bare address of the receiver
 * @param language language of the neutral subject, as a tag of BCP 47
 * @param inReplyTo Message-ID of the mail that is answered, without brackets; null where none is
 * @param references Message-IDs of the conversation, oldest first
 * @param token the ticket's reply token, for Reply-To where the server knows sub-addresses
 * @param notBefore when it may be sent at the earliest (end of the undo time, or later where that is wanted)
 * @param notAfter from when on it must not be tried any more, null for 48 hours after that
 * @param automatic whether the system wrote it by itself: it then says so (RFC 3834) and asks for no answer of a machine
 */
public record OutgoingMessage(
        UUID item,
        UUID ticket,
        String mailbox,
        String to,
        String language,
        Letter letter,
        @Nullable String inReplyTo,
        List<String> references,
        String token,
        Instant notBefore,
        @Nullable Instant notAfter,
        boolean automatic) {

    /** A mail that may be tried for as long as the outbox keeps it. */
    public OutgoingMessage(
            UUID item,
            UUID ticket,
            String mailbox,
            String to,
            String language,
            Letter letter,
            @Nullable String inReplyTo,
            List<String> references,
            String token,
            Instant notBefore,
            boolean automatic) {
        this(item, ticket, mailbox, to, language, letter, inReplyTo, references, token, notBefore, null, automatic);
    }

    /** Neither text nor receiver in a log. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + item + "]";
    }
}
