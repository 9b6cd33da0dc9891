package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Refused;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.DeskFixture;

/** Calls that telephone systems count, on a real database with real keys. */
class PhoneCallsIT {

    private CallFixture calls;
    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        calls = new CallFixture(keys);
        fixture = calls.desk;
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    private PhoneKeys phoneKeys() {
        return new PhoneKeys(
                fixture.statements,
                new AuditTrail(fixture.statements, fixture.clock, new TrailAnchor(fixture.keys)),
                fixture.random,
                fixture.clock);
    }

    @Test
    void aTelephoneSystemCountsCallsByItsKeyAndWritesNoTicket() {
        PhoneKeys keys = phoneKeys();
        var phones = new PhoneCalls(calls.count, calls.lists, fixture.random, fixture.clock);
        String key = fixture.transactions.run(() -> keys.issue(fixture.leyla, "Anlage Nord"));
        UUID id = fixture.transactions.run(() -> keys.admit(key)).orElseThrow();
        LoggedCall counted = fixture.transactions.run(() -> phones.log(id, Calls.count("hang-up", "k1")));
        assertEquals(counted, fixture.transactions.run(() -> phones.log(id, Calls.count("hang-up", "k1"))));
        assertNull(counted.ticket());
        assertEquals(1, calls.facts().size());
        for (NewCall refused : List.of(
                Calls.inTicket("new", null, null),
                Calls.inTicket(UUID.randomUUID().toString(), "Notiz", null),
                Calls.call("silent", "none", null, "Notiz", null, List.of(), null, null))) {
            assertThrows(InvalidInput.class, () -> fixture.transactions.run(() -> phones.log(id, refused)));
        }
        assertEquals(1, calls.facts().size());
    }

    @Test
    void aTelephoneSystemHasToWaitWhereItCallsTooOften() {
        var phones = new PhoneCalls(calls.count, calls.lists, fixture.random, fixture.clock);
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 120; i++) {
            fixture.transactions.run(() -> phones.log(id, Calls.count("silent")));
        }
        assertThrows(TooManyCalls.class, () -> fixture.transactions.run(() -> phones.log(id, Calls.count("silent"))));
        fixture.transactions.run(() -> phones.log(UUID.randomUUID(), Calls.count("silent")));
        fixture.clock.move(Duration.ofSeconds(1));
        fixture.transactions.run(() -> phones.log(id, Calls.count("silent")));
    }

    @Test
    void keysOfTelephoneSystemsAreShownOnceKeptHashedAndRevoked() {
        PhoneKeys keys = phoneKeys();
        String key = fixture.transactions.run(() -> keys.issue(fixture.leyla, " Anlage Nord "));
        assertThrows(
                InvalidInput.class, () -> fixture.transactions.run(() -> keys.issue(fixture.leyla, "Anlage Nord")));
        assertThrows(InvalidInput.class, () -> fixture.transactions.run(() -> keys.issue(fixture.leyla, " ")));
        assertThrows(Refused.class, () -> fixture.transactions.run(() -> keys.issue(fixture.anna, "Anlage Süd")));
        assertThrows(Refused.class, () -> keys.list(fixture.anna));
        PhoneKeys.Listed listed = keys.list(fixture.leyla).get(0);
        assertEquals("Anlage Nord", listed.name());
        assertNull(listed.usedOn());
        assertEquals(
                0,
                fixture.statements
                        .list("SELECT 1 FROM call_key k WHERE strpos(k::text, ?) > 0", row -> 1, key.substring(11))
                        .size());
        assertEquals(Optional.empty(), fixture.transactions.run(() -> keys.admit(key + "x")));
        fixture.transactions.run(() -> keys.admit(key));
        assertEquals(LocalDate.of(2026, 3, 2), keys.list(fixture.leyla).get(0).usedOn());
        fixture.transactions.run(() -> {
            keys.revoke(fixture.ion, listed.id());
            return true;
        });
        assertEquals(Optional.empty(), fixture.transactions.run(() -> keys.admit(key)));
    }
}
