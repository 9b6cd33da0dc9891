package org.obhut.outbox;

/** A mailbox's account can't be used just now; the mail waits. */
public final class AccountUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason a word of our own, such as {@code mailbox-not-configured} or {@code password-file} */
    public AccountUnavailable(String reason) {
        super(reason, null);
    }

    public String reason() {
        return getMessage();
    }
}
