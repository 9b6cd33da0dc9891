package org.obhut.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryReason;
import org.obhut.ticket.MailKind;

/**
 * What a mail system says about a mail of ours (RFC 3464), or what a foreign provider's own wording lets us know.
 *
 * @param kind what happened; only {@link MailKind#DELIVERY_FAILURE} marks a message undelivered
 * @param reason why a mail did not arrive or has not yet, null where it did or where nothing is known
 * @param messageIds Message-IDs without brackets found in the returned message or its headers
 * @param recipients addr-specs found as receivers or senders of the returned message, lower case; one may carry our token
 */
record DeliveryReport(
        MailKind kind, @Nullable DeliveryReason reason, List<String> messageIds, List<String> recipients) {}
