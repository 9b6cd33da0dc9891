package org.obhut.mailbox;

import java.util.List;
import org.obhut.ticket.MailKind;

/**
 * What a mail system says about a mail of ours (RFC 3464), or what a foreign provider's own wording lets us know.
 *
 * @param kind what happened; only {@link MailKind#DELIVERY_FAILURE} marks a message undelivered
 * @param messageIds Message-IDs without brackets found in the returned message or its headers
 * @param recipients addr-specs found as receivers or senders of the returned message, lower case; one may carry our token
 */
record DeliveryReport(MailKind kind, List<String> messageIds, List<String> recipients) {}
