package org.obhut.outbox;

import org.jspecify.annotations.Nullable;

/** Where and how mails of a mailbox are handed over. {@code security}: none (loopback only), starttls or tls; certificates are verified. */
public record SmtpAccount(
        String host,
        int port,
        String security,
        @Nullable String user,
        @Nullable String password) {

    @Override
    public String toString() {
        return "SmtpAccount[" + host + ":" + port + "]";
    }
}
