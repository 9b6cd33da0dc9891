package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The end of mails that were begun and never sent; part of the caller's transaction. */
@ApplicationScoped
public class UnsentMails {

    private final MailDrafts drafts;

    @Inject
    UnsentMails(MailDrafts drafts) {
        this.drafts = drafts;
    }

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected UnsentMails() {
        this(null);
    }

    /** Erases what nobody has touched for 30 days. */
    public void eraseDue(LocalDate today) {
        drafts.eraseDue(today);
    }
}
