package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.ReaderKey;

/** Teams, their members and the keys that may be sealed to. */
@ApplicationScoped
public class Teams {

    /** A team's name. */
    public String name(UUID team) {
        throw new UnsupportedOperationException();
    }

    public Optional<UUID> byName(String name) {
        throw new UnsupportedOperationException();
    }

    /** Readers of a new ticket, for intake: refused where a key's fingerprint is not the one pinned for this mailbox. @throws PinMismatch */
    public TeamReaders pinnedReaders(String mailbox) {
        throw new UnsupportedOperationException();
    }

    /** Readers of a new ticket that a member opens: keys checked against the pins of the team. */
    public TeamReaders readers(UUID team) {
        throw new UnsupportedOperationException();
    }

    /** Members of a team by sign-in name, from the roster that the caller's keyring authenticates. @throws RosterRefused where it does not */
    public Map<String, ReaderKey> roster(Caller caller, UUID team) {
        throw new UnsupportedOperationException();
    }

    /** The sign-in name of a person. */
    public String personName(UUID person) {
        throw new UnsupportedOperationException();
    }

    public List<UUID> all() {
        throw new UnsupportedOperationException();
    }
}
