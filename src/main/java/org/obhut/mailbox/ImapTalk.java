package org.obhut.mailbox;

import jakarta.mail.MessagingException;
import java.lang.System.Logger.Level;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** Commands that the mail library has no method for, over the connection of a folder. */
final class ImapTalk {

    private static final System.Logger LOG = System.getLogger(ImapTalk.class.getName());

    private ImapTalk() {}

    /** Something said to the server. */
    interface Talk<T> {
        @Nullable
        T with(IMAPProtocol protocol) throws ProtocolException;
    }

    /** The server has answered a command with 'no'. */
    static final class Refused extends MessagingException {

        private static final long serialVersionUID = 1;

        private Refused(MessagingException answer) {
            super("refused", answer);
        }
    }

    /** @throws Refused where the server does not do it; the connection is in order */
    @SuppressWarnings("unchecked")
    static <T> T over(IMAPFolder folder, Talk<T> talk) throws MessagingException {
        try {
            return (T) folder.doCommand(talk::with);
        } catch (MessagingException e) {
            boolean refused =
                    e.getCause() instanceof CommandFailedException || e.getCause() instanceof BadCommandException;
            throw refused ? new Refused(e) : e;
        }
    }

    /** Says one command; returns all that the server says to it. */
    static Response[] run(IMAPProtocol protocol, String command, @Nullable Argument argument) throws ProtocolException {
        Response[] responses = protocol.command(command, argument);
        for (Response response : responses) {
            tell(protocol, response);
        }
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    /** The library keeps count of messages by what the server reports, and fails where the server cannot count. Nothing here needs it. */
    private static void tell(IMAPProtocol protocol, Response response) {
        try {
            protocol.notifyResponseHandlers(new Response[] {response});
        } catch (IndexOutOfBoundsException e) {
            LOG.log(Level.DEBUG, "miscounted");
        }
    }
}
