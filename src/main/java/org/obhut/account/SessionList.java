package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's own open sessions. Neither address nor browser is known: nothing of it is kept. */
@ApplicationScoped
public class SessionList {

    /** @param id says which, and is no handle @param current whether it is the one that asks */
    public record Listed(UUID id, Instant began, Instant lastUse, boolean current) {}

    private final Sessions sessions;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SessionList() {
        this(null);
    }

    @Inject
    public SessionList(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The caller's, the latest first. @param handle of the session that asks */
    public List<Listed> of(Caller caller, String handle) {
        return sessions.list(caller.person(), handle);
    }

    /** Ends one of the caller's own; nothing where it has ended. */
    public void end(Caller caller, UUID session) {
        sessions.end(caller.person(), session);
    }

    /** Ends all of the caller's own but the one that asks. */
    public void endOthers(Caller caller, String handle) {
        of(caller, handle).stream().filter(listed -> !listed.current()).forEach(listed -> end(caller, listed.id()));
    }
}
