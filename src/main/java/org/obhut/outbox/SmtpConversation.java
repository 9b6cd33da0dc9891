package org.obhut.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.obhut.oauth.Bearer;
import org.obhut.platform.ConnectionFailure;

/**
 * An SMTP connection that stops before the final dot and asks. By then the whole message has been handed to the
 * connection, yet without the dot no server may deliver it.
 */
final class SmtpConversation extends SMTPTransport {

    private static final int SIGNED_IN = 235;
    private static final int GREETED = 250;
    private static final int GO_ON = 334;

    private final FinalDot finalDot;
    private boolean wantsStartTls;
    private boolean dotted;
    private boolean overtaken;

    SmtpConversation(Session session, FinalDot finalDot) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.finalDot = finalDot;
    }

    /** Whether the final dot went out, or was about to. */
    boolean dotted() {
        return dotted;
    }

    /** Whether the final dot was not allowed. */
    boolean overtaken() {
        return overtaken;
    }

    /**
     * Connects, secures the connection and signs in.
     *
     * @throws MessagingException which {@link #trouble} can put into words
     */
    synchronized void connect(SmtpAccount account) throws MessagingException {
        SignIn signIn = account.signIn();
        wantsStartTls = account.security().equals("starttls");
        boolean token = signIn != null && signIn.token();
        connect(
                account.host(),
                account.port(),
                signIn == null || token ? null : signIn.user(),
                signIn == null || token ? null : signIn.secret());
        if (token) {
            show(signIn, account);
        }
    }

    private void show(SignIn signIn, SmtpAccount account) throws MessagingException {
        Bearer bearer = Bearer.of(this::supportsAuthentication)
                .orElseThrow(() -> new AuthenticationFailedException("no mechanism for access tokens"));
        String first = bearer.initial(signIn.user(), signIn.secret(), account.host(), account.port());
        int reply = simpleCommand("AUTH " + bearer + ' ' + first);
        if (reply == GO_ON) {
            reply = simpleCommand(bearer.afterError());
        }
        if (reply != SIGNED_IN) {
            throw new AuthenticationFailedException("access token refused");
        }
    }

    /** Why {@link #connect} has failed, in a word of our own. What the server said is not repeated. */
    String trouble(Exception failure) {
        String connection = ConnectionFailure.of(failure);
        if (failure instanceof AuthenticationFailedException) {
            int reply = getLastReturnCode();
            return reply < 400
                    ? "smtp-no-sign-in-method"
                    : reply < 500 ? "smtp-sign-in-not-now" : "smtp-sign-in-refused";
        }
        if (connection != null) {
            return "smtp-" + connection;
        }
        // Greeted and without an offer: or someone on the way took it out.
        boolean greeted = getLastReturnCode() == GREETED;
        return greeted && wantsStartTls && !supportsExtension("STARTTLS") ? "smtp-no-starttls" : "smtp-no-session";
    }

    SmtpExtensions extensions() {
        String size = getExtensionParameter("SIZE");
        boolean said = size != null && size.strip().matches("\\d{1,18}");
        return new SmtpExtensions(said ? Long.parseLong(size.strip()) : 0, supportsExtension("SMTPUTF8"));
    }

    /** Says how large the mail will be, where the server wants to know (RFC 1870 section 6.1). */
    void announce(Session session, long bytes) {
        if (supportsExtension("SIZE")) {
            session.getProperties().setProperty("mail.smtp.mailextension", "SIZE=" + bytes);
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        overtaken = !allowed();
        if (overtaken) {
            // An IOException makes the transport drop the connection without a further command.
            throw new IOException("overtaken");
        }
        dotted = true;
        super.finishData();
    }

    private boolean allowed() throws IOException {
        try {
            return finalDot.allowed();
        } catch (RuntimeException e) {
            throw new IOException("final dot not recorded", e);
        }
    }
}
