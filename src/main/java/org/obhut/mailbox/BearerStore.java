package org.obhut.mailbox;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** An IMAP account that is signed in to by an access token. */
final class BearerStore extends IMAPStore {

    private final Session session;
    private final String protocol;
    private final boolean tls;

    BearerStore(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("imaps"));
        this.session = session;
        this.protocol = protocol;
        this.tls = protocol.equals("imaps");
    }

    @Override
    protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
        return new BearerProtocol(protocol, host, port, session.getProperties(), tls, logger);
    }
}
