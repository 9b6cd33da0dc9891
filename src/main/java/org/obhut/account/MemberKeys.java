package org.obhut.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.TeamOverview.KeyState;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Pins;

/** How the key that a person has in the database stands to what others saw of it. */
final class MemberKeys {

    private MemberKeys() {}

    /**
     * @param person as the database has them now; null where they are gone
     * @param member as the roster has them
     */
    static KeyState state(People people, Pins pins, @Nullable Person person, Roster.Member member) {
        if (person == null) {
            return KeyState.EXCHANGED;
        }
        Fingerprint now = person.key().fingerprint();
        if (now.equals(member.key())) {
            return KeyState.CONFIRMED;
        }
        return reset(people, pins, person.id(), now) ? KeyState.RESET : KeyState.EXCHANGED;
    }

    /** Whether the key is another one for a reason: another team has compared it since, or the account waits to be compared. */
    static boolean reset(People people, Pins pins, UUID person, Fingerprint now) {
        Optional<Fingerprint> pinned = pins.person(person);
        return pinned.isPresent() ? pinned.get().equals(now) : people.wasReset(person);
    }
}
