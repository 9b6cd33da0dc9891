package org.obhut.ticket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail to somebody who is to be written to first.
 *
 * @param to bare address
 * @param mailbox address of the mailbox that sends, empty for the caller's only one
 * @param language tag of BCP 47 in which the client reads, {@code und} where unknown
 * @param title what the desk shows; never sent; empty for the mail's own subject
 * @param assignee sign-in name of who is responsible, empty for nobody
 * @param idempotencyKey null where the request has none
 */
public record NewConversation(
        String to,
        Optional<String> mailbox,
        String language,
        String title,
        Writing writing,
        Optional<String> assignee,
        @Nullable String idempotencyKey) {}
