package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The open sessions, in memory only. Ends and wipes each after 15 minutes (setting) without its person's own action. */
@ApplicationScoped
public class Sessions {

    /** The session of a handle, and counts this as the person's own action. */
    public Optional<Session> use(String handle) {
        throw new UnsupportedOperationException();
    }

    /** The session of a handle without prolonging it: for streams, autosave and polls. */
    public Optional<Session> peek(String handle) {
        throw new UnsupportedOperationException();
    }

    /** Ends a session and wipes its keyring. */
    public void end(String handle) {
        throw new UnsupportedOperationException();
    }
}
