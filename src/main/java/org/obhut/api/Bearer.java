package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Session;

/** The session whose token came with this request (RFC 6750). */
@RequestScoped
class Bearer {

    private @Nullable Session session;
    private @Nullable UUID telephone;

    void is(Session session) {
        this.session = session;
    }

    void isTelephone(UUID key) {
        this.telephone = key;
    }

    /** The key of the telephone system that asks, if one does. */
    Optional<UUID> telephone() {
        return Optional.ofNullable(telephone);
    }

    /** @throws NotSignedIn where no token came with the request */
    Session session() {
        if (session == null) {
            throw new NotSignedIn();
        }
        return session;
    }

    /**
     * The caller, as one who counsels. Whoever is in no team has no business with any ticket, so that 403 tells nothing.
     *
     * @throws Refused where the caller is in no team
     */
    Caller counsellor() {
        Caller caller = session().caller();
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
        return caller;
    }
}
