package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Root;
import org.obhut.platform.MovedClock;

class SessionsTest {

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final UUID ANNA = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    private final List<SessionEnded> ended = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final Sessions sessions = new Sessions(random, clock, IDLE, caller -> caller, begun -> {}, ended::add);
    private final Root root = Root.random(random);
    private final Session session = sessions.begin(caller(root));

    private static Caller caller(Root root) {
        Keyring keyring = new Keyring();
        keyring.add(ANNA, root);
        return new Caller(ANNA, "anna", Set.of(), Set.of(), Set.of(), keyring);
    }

    private void assertWiped(SessionEnded.Reason reason) {
        assertThrows(EnvelopeException.class, root::sealingKey);
        assertEquals(List.of(new SessionEnded(session.caller(), reason)), ended);
        assertTrue(sessions.peek(session.handle()).isEmpty());
    }

    @Test
    void aHandleIs256BitsAndNeverTheSame() {
        assertEquals(43, session.handle().length());
        assertNotEquals(
                session.handle(), sessions.begin(caller(Root.random(random))).handle());
        assertTrue(sessions.use("x".repeat(43)).isEmpty());
        assertTrue(sessions.use("").isEmpty());
    }

    @Test
    void aPersonsActionProlongsIt() {
        assertEquals(KeyStoreFixture.NOON.plus(IDLE), session.expiresAt());
        clock.move(Duration.ofMinutes(14));
        assertEquals(
                clock.instant().plus(IDLE),
                sessions.use(session.handle()).orElseThrow().expiresAt());
        clock.move(Duration.ofMinutes(14));
        assertTrue(sessions.use(session.handle()).isPresent());
    }

    @Test
    void aPollDoesNotProlongIt() {
        clock.move(Duration.ofMinutes(14));
        assertEquals(
                session.expiresAt(),
                sessions.peek(session.handle()).orElseThrow().expiresAt());
        clock.move(Duration.ofMinutes(1));
        assertTrue(sessions.peek(session.handle()).isEmpty());
        assertWiped(SessionEnded.Reason.IDLE);
    }

    @Test
    void whoComesBackTooLateFindsItWiped() {
        clock.move(IDLE);
        assertTrue(sessions.use(session.handle()).isEmpty());
        assertWiped(SessionEnded.Reason.IDLE);
    }

    @Test
    void anIdleSessionIsWipedThoughNobodyAsks() {
        clock.move(IDLE.minusSeconds(1));
        sessions.sweep();
        assertEquals(List.of(), ended);
        clock.move(Duration.ofSeconds(1));
        sessions.sweep();
        assertWiped(SessionEnded.Reason.IDLE);
    }

    @Test
    void signingOutWipesOnceAndThatSessionOnly() {
        Session other = sessions.begin(caller(Root.random(random)));
        sessions.end(session.handle());
        sessions.end(session.handle());
        assertWiped(SessionEnded.Reason.SIGNED_OUT);
        assertTrue(sessions.use(other.handle()).isPresent());
    }

    @Test
    void shutdownWipesAll() {
        sessions.endAll();
        assertWiped(SessionEnded.Reason.SHUTDOWN);
    }

    @Test
    void anObserverThatFailsKeepsNobodysKeysAlive() {
        Sessions failing = new Sessions(random, clock, IDLE, caller -> caller, begun -> {}, end -> {
            throw new IllegalStateException("a stream is gone");
        });
        Root first = Root.random(random);
        Root second = Root.random(random);
        failing.begin(caller(first));
        failing.begin(caller(second));
        clock.move(IDLE);
        failing.sweep();
        assertThrows(EnvelopeException.class, first::sealingKey);
        assertThrows(EnvelopeException.class, second::sealingKey);
    }

    @Test
    void aPersonSeesTheirOwnSessionsAndEndsOne() {
        clock.move(Duration.ofMinutes(1));
        Session other = sessions.begin(caller(Root.random(random)));
        clock.move(Duration.ofMinutes(1));
        sessions.use(session.handle());

        List<SessionList.Listed> listed = sessions.list(ANNA, session.handle());

        assertEquals(
                List.of(false, true),
                listed.stream().map(SessionList.Listed::current).toList());
        assertEquals(KeyStoreFixture.NOON, listed.get(1).began());
        assertEquals(clock.instant(), listed.get(1).lastUse());
        assertTrue(sessions.list(UUID.randomUUID(), session.handle()).isEmpty());
        sessions.end(UUID.randomUUID(), listed.get(0).id());
        assertTrue(sessions.peek(other.handle()).isPresent(), "nobody ends another's session");
        sessions.end(ANNA, listed.get(0).id());
        assertTrue(sessions.peek(other.handle()).isEmpty());
        assertTrue(sessions.peek(session.handle()).isPresent());
        assertEquals(1, sessions.list(ANNA, session.handle()).size());
    }

    @Test
    void whatIsListedOpensNothing() {
        String id = sessions.list(ANNA, session.handle()).get(0).id().toString();
        assertTrue(sessions.use(id).isEmpty());
        assertNotEquals(session.handle(), id);
    }

    @Test
    void endingAllOthersLeavesTheOneThatAsks() {
        Session other = sessions.begin(caller(Root.random(random)));
        new SessionList(sessions).endOthers(session.caller(), session.handle());
        assertTrue(sessions.peek(other.handle()).isEmpty());
        assertTrue(sessions.peek(session.handle()).isPresent());
    }
}
