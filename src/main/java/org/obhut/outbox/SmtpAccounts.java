package org.obhut.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the outbox needs to know of mailboxes, and what it tells of their servers; the mailbox package answers it. */
public interface SmtpAccounts {

    /**
     * The account of the mailbox with this address.
     *
     * @throws AccountUnavailable where it is not configured any more, or what it signs in with can't be had just now
     */
    SmtpAccount account(String mailbox) throws AccountUnavailable;

    /** Addresses of the mailboxes that can send. */
    List<String> sending();

    /** @param language BCP 47 tag of the client's language */
    SenderIdentity sender(String mailbox, String language);

    /**
     * Tells how a mailbox's server answered when a mail was to be handed over.
     *
     * @param account what was used, null where there was none
     * @param trouble why nothing could be handed over, as a word of our own; null where the server took or judged the mail
     */
    default void answered(String mailbox, @Nullable SmtpAccount account, @Nullable String trouble) {}
}
