package org.obhut.mailbox;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.Mailboxes.FirstContact;

/**
 * A mailbox as it is set.
 *
 * @param name how the settings call it
 * @param address what clients write to; in lower case
 * @param team the name of the team that its mails go to
 * @param displayName the neutral name that clients see, null for none
 * @param subaddressing whether the server delivers {@code local+token@domain} (RFC 5233) to it
 * @param firstContact the choice at first connection, if the settings answer it
 * @param expungeAfter how long a stored mail stays on the server; zero: until the commit
 * @param poll how often to look where the server has no IDLE
 * @param moveTo the folder for stored mails where the server has no UIDPLUS, null for none
 * @param webForms senders, in lower case, that write on behalf of clients and never take part in a ticket
 */
record MailAccount(
        String name,
        String address,
        String team,
        MailServer imap,
        Optional<MailServer> smtp,
        @Nullable String displayName,
        boolean subaddressing,
        Optional<FirstContact> firstContact,
        Duration expungeAfter,
        Duration poll,
        @Nullable String moveTo,
        Set<String> webForms) {}
