package org.obhut.outbox;

import jakarta.mail.Session;
import java.util.Properties;

/**
 * The settings of one SMTP conversation. TLS is required and the certificate is checked against the host's name; the name
 * in EHLO is the domain of the address that sends, never this machine's.
 */
final class SmtpSession {

    private SmtpSession() {}

    /**
     * @param sender whose domain stands in EHLO
     * @param reversePath where bounces go; {@code <>} for nowhere (RFC 5321 section 4.5.5)
     * @param international whether an address beyond ASCII is to be said (RFC 6531)
     */
    static Session of(
            SmtpAccount account, AddrSpec sender, String reversePath, boolean international, SmtpPatience patience) {
        // Whatever is not said to be one of the other two is STARTTLS, so that a slip of the pen opens nothing.
        boolean tls = account.security().equals("tls");
        boolean startTls = !tls && !account.security().equals("none");
        var settings = new Properties();
        settings.setProperty("mail.smtp.localhost", sender.domain());
        settings.setProperty("mail.smtp.from", reversePath);
        settings.setProperty("mail.smtp.auth", String.valueOf(password(account)));
        // Both send the password as it is, which TLS protects; the older digests would keep it in clear on the server.
        settings.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(tls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        // A bounce then repeats the header only, not the counsel (RFC 3461 section 4.3).
        settings.setProperty("mail.smtp.dsn.ret", "HDRS");
        settings.setProperty("mail.smtp.dsn.notify", reversePath.equals("<>") ? "NEVER" : "FAILURE,DELAY");
        settings.setProperty("mail.mime.allowutf8", String.valueOf(international));
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.setProperty("mail.smtp.connectiontimeout", millis(patience.connect()));
        settings.setProperty("mail.smtp.timeout", millis(patience.answer()));
        settings.setProperty("mail.smtp.writetimeout", millis(patience.write()));
        if (account.trust() != null) {
            settings.put("mail.smtp.ssl.socketFactory", account.trust());
            // Else a server that these do not vouch for is tried again with the platform's authorities.
            settings.setProperty("mail.smtp.socketFactory.fallback", "false");
        }
        return Session.getInstance(settings);
    }

    /** Whether the library is to sign in; an access token the conversation shows itself. */
    private static boolean password(SmtpAccount account) {
        return account.signIn() != null && !account.signIn().token();
    }

    private static String millis(java.time.Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
