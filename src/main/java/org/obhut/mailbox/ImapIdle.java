package org.obhut.mailbox;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * Waits for mail by IDLE (RFC 2177), and notices mail that the server reports within the answer to any other command: it
 * would not report it again to IDLE. Angus Mail's own {@code idle()} misses those.
 */
final class ImapIdle implements ResponseHandler {

    /** The connection that waits; whoever takes it out says DONE, so that it is said once. */
    private final AtomicReference<IMAPProtocol> waiting = new AtomicReference<>();

    private int count;
    private boolean told;
    private volatile boolean news;
    private volatile boolean woken;

    /** A folder was opened. @param count how many mails the server reported then; none of them has been looked for */
    void begin(int count) {
        this.count = count;
        this.news = true;
    }

    /** Mail reported before this moment is about to be looked for. */
    void looked() {
        news = false;
        told = false;
    }

    /** Whether mail was reported since {@link #looked}. */
    boolean news() {
        return news;
    }

    @Override
    public void handleResponse(Response response) {
        if (!(response instanceof IMAPResponse answer)) {
            return;
        }
        if (answer.keyEquals("EXISTS")) {
            // Some servers repeat an old number with every answer.
            news |= answer.getNumber() > count;
            told = true;
            count = answer.getNumber();
        } else if (answer.keyEquals("EXPUNGE")) {
            // Some servers leave out of their number what they only then report as gone: it may have hidden a new one.
            news |= told;
            count--;
        }
    }

    /** Waits until there is news or somebody wakes; a lost connection is an exception. */
    boolean await(IMAPProtocol protocol) throws ProtocolException {
        if (news || woken) {
            woken = false;
            return true;
        }
        protocol.idleStart();
        waiting.set(protocol);
        try {
            boolean idling = true;
            while (idling) {
                if (news || woken) {
                    done();
                }
                idling = protocol.processIdleResponse(protocol.readIdleResponse());
            }
            return true;
        } finally {
            waiting.set(null);
            woken = false;
        }
    }

    /** Ends {@link #await}, or the next one if none runs. */
    void wake() {
        woken = true;
        done();
    }

    private void done() {
        IMAPProtocol protocol = waiting.getAndSet(null);
        if (protocol != null) {
            protocol.idleAbort();
        }
    }
}
