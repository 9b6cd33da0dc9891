package org.obhut.mailbox;

import java.util.Locale;
import java.util.Set;

/**
 * Forms on web sites that write for clients.
 *
 * @param senders addresses in lower case; they never take part in a ticket
 */
record WebForms(Set<String> senders) {

    static WebForms of(MailboxSettings settings) {
        return new WebForms(settings.words("web-forms"));
    }

    /** Whether mails of this sender come from a form. */
    boolean has(String sender) {
        return senders.contains(sender.toLowerCase(Locale.ROOT));
    }
}
