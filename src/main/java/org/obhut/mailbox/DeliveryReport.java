package org.obhut.mailbox;

import java.util.List;

/**
 * What a mail system says about a mail of ours (RFC 3464), or what a foreign provider's own wording lets us know.
 *
 * @param kind what happened
 * @param messageIds Message-IDs without brackets found in the returned message or its headers
 * @param recipients addr-specs found as receivers or senders of the returned message, lower case; one may carry our token
 */
record DeliveryReport(Kind kind, List<String> messageIds, List<String> recipients) {

    /** Only a failure marks a message undelivered. */
    enum Kind {
        FAILED,
        DELAYED,
        /** Delivered, relayed or expanded; or a receipt (RFC 8098). */
        INFORMED,
        /** A complaint by a provider's feedback loop (RFC 5965). */
        FEEDBACK
    }
}
