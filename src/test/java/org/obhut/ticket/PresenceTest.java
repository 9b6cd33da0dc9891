package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.envelope.Keyring;
import org.obhut.platform.HeardEvent;
import org.obhut.platform.MovedClock;
import org.obhut.ticket.Presence.Here;

/** Who is at a ticket, for how long, and who learns of it. */
class PresenceTest {

    private static final UUID TICKET = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T11:00:00Z"));
    private final List<Set<UUID>> told = new ArrayList<>();
    private final Caller anna = person("anna");
    private final Caller bela = person("bela");
    private final Caller ion = person("ion");
    private final Presence presence = new Presence(
            new TicketAccess(null, null, null, new SecureRandom()) {
                @Override
                boolean mayRead(Caller caller, UUID id) {
                    return !caller.equals(ion);
                }
            },
            HeardEvent.by(change -> told.add(change.persons())),
            clock);

    private static Caller person(String name) {
        return new Caller(UUID.randomUUID(), name, Set.of(), Set.of(), Set.of(), new Keyring());
    }

    @Test
    void eachSeesWhoElseIsThere() {
        assertEquals(List.of(), presence.note(anna, TICKET, false));
        assertEquals(List.of(new Here("anna", false)), presence.note(bela, TICKET, true));
        assertEquals(List.of(new Here("bela", true)), presence.note(anna, TICKET, false));
        assertEquals(List.of(), presence.note(anna, UUID.randomUUID(), false), "elsewhere nobody");
    }

    @Test
    void whoGivesNoSignForAMinuteHasGone() {
        presence.note(bela, TICKET, true);
        clock.move(Presence.LASTS.minusSeconds(1));
        assertEquals(List.of(new Here("bela", true)), presence.note(anna, TICKET, false));
        clock.move(java.time.Duration.ofSeconds(1));
        assertEquals(List.of(), presence.note(anna, TICKET, false));
    }

    @Test
    void whatIsNewIsToldToThoseWhoAreThereAndNothingElse() {
        presence.note(anna, TICKET, false);
        presence.note(anna, TICKET, false);
        assertEquals(List.of(), told);
        presence.note(bela, TICKET, false);
        presence.note(bela, TICKET, true);
        presence.note(bela, TICKET, true);
        presence.leave(bela, TICKET);
        presence.leave(bela, TICKET);
        assertEquals(List.of(Set.of(anna.person()), Set.of(anna.person()), Set.of(anna.person())), told);
    }

    @Test
    void whoMayNotReadIsNotSeenAndSeesNobody() {
        presence.note(anna, TICKET, false);
        assertThrows(TicketNotFound.class, () -> presence.note(ion, TICKET, true));
        assertEquals(List.of(), presence.note(anna, TICKET, false));
        assertEquals(List.of(), told);
    }
}
