package org.obhut.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply to accept. {@code version}: the ticket's version that the writer saw. {@code idempotencyKey}: null where the request has none. */
public record NewReply(
        String text,
        List<AttachmentContent> attachments,
        long version,
        @Nullable String idempotencyKey) {}
