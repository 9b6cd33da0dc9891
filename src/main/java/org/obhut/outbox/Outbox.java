package org.obhut.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Accepts replies within the desk's transaction and keeps them until SMTP has taken them. */
@ApplicationScoped
public class Outbox {

    /** Fixes the bytes, Message-ID and Date, seals them under the dispatch key and stores the row. Returns the Message-ID without brackets. */
    public String accept(OutgoingReply reply) {
        throw new UnsupportedOperationException();
    }

    /** Removes a row that is still held. False where it is claimed or gone. */
    public boolean withdraw(UUID item) {
        throw new UnsupportedOperationException();
    }
}
