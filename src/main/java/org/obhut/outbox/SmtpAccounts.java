package org.obhut.outbox;

import java.util.Optional;

/** What the outbox needs to know of mailboxes; the mailbox package answers it. */
public interface SmtpAccounts {

    /** The account of the mailbox with this address; empty where it is not configured any more. */
    Optional<SmtpAccount> account(String mailbox);

    /** @param language BCP 47 tag of the client's language */
    SenderIdentity sender(String mailbox, String language);
}
