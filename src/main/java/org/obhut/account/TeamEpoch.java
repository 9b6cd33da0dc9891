package org.obhut.account;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pin;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;

/**
 * A team in one of its epochs as the database has it: nothing here is trusted before pin, roster or succession say so.
 *
 * @param roster the encoded roster
 * @param rosterCode what authenticates it
 * @param succession made with the leads' root of the epoch before; null in a team's first epoch
 */
record TeamEpoch(
        UUID team,
        String name,
        int epoch,
        ReaderKey teamKey,
        ReaderKey leadsKey,
        byte[] roster,
        byte[] rosterCode,
        byte @Nullable [] succession) {

    private static final String PURPOSE = "succession";

    TeamEpoch with(byte[] code) {
        return new TeamEpoch(team, name, epoch, teamKey, leadsKey, roster, rosterCode, code);
    }

    Pin pin() {
        return new Pin(team, epoch, teamKey.key().fingerprint(), leadsKey.key().fingerprint());
    }

    TeamReaders readers() {
        return new TeamReaders(team, teamKey, leadsKey);
    }

    /** @throws Refused where the keyring does not hold the team's root */
    Root teamRoot(Keyring keyring) {
        return held(keyring, teamKey, "member of the team");
    }

    /** @throws Refused where the keyring does not hold the leads' root */
    Root leadsRoot(Keyring keyring) {
        return held(keyring, leadsKey, "lead of the team");
    }

    /** @throws Refused where the keyring does not hold the team's root */
    Roster roster(Keyring keyring) {
        return Roster.of(this, teamRoot(keyring));
    }

    /** Shows that a lead of the epoch before made these keys. */
    byte[] succession(Root formerLeads) {
        return formerLeads.authenticate(PURPOSE, words());
    }

    /**
     * Whether a lead of the epoch before made these keys. Whoever can write to the database can seal roots of their own to every
     * lead, and without this they would pass for the team's next epoch.
     */
    boolean succeeds(Root formerLeads) {
        return succession != null && formerLeads.authentic(PURPOSE, words(), succession);
    }

    private byte[] words() {
        String words = String.join(
                " ",
                "succession 1",
                team.toString(),
                Integer.toString(epoch),
                teamKey.reader().toString(),
                teamKey.key().fingerprint().hex(),
                leadsKey.reader().toString(),
                leadsKey.key().fingerprint().hex());
        return words.getBytes(StandardCharsets.US_ASCII);
    }

    /** The root whose key the row names: an exchanged key in the row is noticed before anything is sealed to it. */
    private static Root held(Keyring keyring, ReaderKey key, String right) {
        if (!keyring.readers().contains(key.reader())) {
            throw new Refused(right);
        }
        Root root = keyring.root(key.reader());
        if (!root.sealingKey().equals(key.key())) {
            throw new PinMismatch("reader " + key.reader());
        }
        return root;
    }
}
