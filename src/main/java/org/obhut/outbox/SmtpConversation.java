package org.obhut.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that stops before the final dot and asks. By then the whole message has been handed to the
 * connection, yet without the dot no server may deliver it.
 */
final class SmtpConversation extends SMTPTransport {

    private final FinalDot finalDot;
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

    /** Whether the server greeted us and offers no STARTTLS though it is asked for, or someone on the way took it out. */
    boolean lacksStartTls(SmtpAccount account) {
        boolean greeted = getLastReturnCode() == 250;
        return greeted && account.security().equals("starttls") && !supportsExtension("STARTTLS");
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
