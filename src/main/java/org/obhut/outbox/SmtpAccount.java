package org.obhut.outbox;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where and how mails of a mailbox are handed over.
 *
 * @param security none (loopback only), starttls or tls; certificates are verified
 * @param signIn null where the server wants none
 * @param trust checks certificates in place of the platform, null for the platform
 */
public record SmtpAccount(
        String host,
        int port,
        String security,
        @Nullable SignIn signIn,
        @Nullable SSLSocketFactory trust) {

    @Override
    public String toString() {
        return "SmtpAccount[" + host + ":" + port + "]";
    }
}
