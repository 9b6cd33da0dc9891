package org.obhut.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply to accept.
 *
 * @param answers the message whose sender gets it; null for the client, who gets it at the address that stands on the button
 * @param then where the ticket stands as soon as the reply is accepted
 * @param version the ticket's version that the writer saw
 * @param wish when it is to go, and why despite the ticket's hints
 * @param idempotencyKey null where the request has none
 */
public record NewReply(
        Writing writing,
        @Nullable UUID answers,
        Status then,
        long version,
        SendingWish wish,
        @Nullable String idempotencyKey) {

    /** As soon as the ticket's hints allow; it then waits for the client. */
    public NewReply(Writing writing, @Nullable UUID answers, long version, @Nullable String idempotencyKey) {
        this(writing, answers, Status.WAITING, version, SendingWish.NONE, idempotencyKey);
    }

    /** To the client, in plain text under the neutral subject. */
    public NewReply(String text, List<AttachmentContent> attachments, long version, @Nullable String idempotencyKey) {
        this(Writing.plain(text, attachments), null, version, idempotencyKey);
    }
}
