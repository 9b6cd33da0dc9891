package org.obhut.account;

import java.util.UUID;
import org.obhut.envelope.Pin;
import org.obhut.envelope.ReaderKey;

/**
 * A team in its current epoch as the database has it: nothing here is trusted before pin or roster say so.
 *
 * @param roster the encoded roster
 * @param rosterCode what authenticates it
 */
record TeamEpoch(
        UUID team,
        String name,
        int epoch,
        boolean everyoneReads,
        ReaderKey teamKey,
        ReaderKey leadsKey,
        byte[] roster,
        byte[] rosterCode) {

    Pin pin() {
        return new Pin(team, epoch, teamKey.key().fingerprint(), leadsKey.key().fingerprint());
    }

    TeamReaders readers() {
        return new TeamReaders(team, teamKey, leadsKey);
    }
}
