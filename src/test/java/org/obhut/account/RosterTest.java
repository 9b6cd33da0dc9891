package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;

class RosterTest {

    private static final UUID TEAM = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID OTHER_TEAM = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final UUID ANNA = UUID.fromString("33333333-3333-4333-8333-333333333333");
    private static final UUID LEYLA = UUID.fromString("44444444-4444-4444-8444-444444444444");

    private final Root root = Root.random(new SecureRandom());
    private final Roster roster = new Roster(TEAM, 1, true, Map.of())
            .with("leyla", new Roster.Member(LEYLA, new Fingerprint("b".repeat(64)), true))
            .with("anna", new Roster.Member(ANNA, new Fingerprint("a".repeat(64)), false));

    private TeamEpoch stored(UUID team, int epoch) {
        ReaderKey key = new ReaderKey(team, root.sealingKey());
        return new TeamEpoch(team, "Erstkontakt", epoch, key, key, roster.encoded(), roster.code(root), null);
    }

    @Test
    void isReadAsItWasWritten() {
        assertEquals(roster, Roster.of(stored(TEAM, 1), root));
    }

    @Test
    void isRefusedForAnotherTeamOrEpochOrRoot() {
        assertThrows(RosterRefused.class, () -> Roster.of(stored(OTHER_TEAM, 1), root));
        assertThrows(RosterRefused.class, () -> Roster.of(stored(TEAM, 2), root));
        Root other = Root.random(new SecureRandom());
        assertThrows(RosterRefused.class, () -> Roster.of(stored(TEAM, 1), other));
    }
}
