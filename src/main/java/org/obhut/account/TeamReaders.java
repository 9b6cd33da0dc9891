package org.obhut.account;

import java.util.List;
import java.util.UUID;
import org.obhut.envelope.ReaderKey;

/** Whom a new ticket of a team is sealed to: the team's key and its leads' key, both already checked against the pins. */
public record TeamReaders(UUID team, ReaderKey teamKey, ReaderKey leadsKey) {

    public List<ReaderKey> both() {
        return List.of(teamKey, leadsKey);
    }
}
