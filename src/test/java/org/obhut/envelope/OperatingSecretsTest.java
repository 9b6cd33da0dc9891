package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.obhut.envelope.EnvelopeFixture.CLEAR;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.OTHER_ITEM;
import static org.obhut.envelope.EnvelopeFixture.assertNoBitCanMove;
import static org.obhut.envelope.EnvelopeFixture.assertRefused;
import static org.obhut.envelope.KeyStoreFixture.NOON;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatingSecretsTest {

    private final FixedRandom random = new FixedRandom("operating secrets");
    private KeyStore keys;
    private OperatingSecrets secrets;

    @BeforeEach
    void open(@TempDir Path folder) {
        keys = KeyStoreFixture.keyStore(folder);
        secrets = at(Duration.ZERO);
    }

    private OperatingSecrets at(Duration later) {
        return new OperatingSecrets(keys, random, Clock.fixed(NOON.plus(later), ZoneOffset.UTC));
    }

    @Test
    void aSettingOpensInItsContextOnly() {
        byte[] sealed = secrets.sealSetting("mailbox/1/imap-password", CLEAR);
        assertArrayEquals(CLEAR, secrets.openSetting("mailbox/1/imap-password", sealed));
        assertRefused(() -> secrets.openSetting("mailbox/2/imap-password", sealed), "setting");
        assertNoBitCanMove(sealed, altered -> secrets.openSetting("mailbox/1/imap-password", altered));
    }

    @Test
    void anOutgoingMailOpensInItsRowOnly() {
        byte[] sealed = secrets.sealDispatch(ITEM, CLEAR);
        assertArrayEquals(CLEAR, secrets.openDispatch(ITEM, sealed));
        assertRefused(() -> secrets.openDispatch(OTHER_ITEM, sealed), OTHER_ITEM.toString());
        assertNoBitCanMove(sealed, altered -> secrets.openDispatch(ITEM, altered));
    }

    @Test
    void eachDayHasItsOwnDispatchKey() {
        byte[] today = secrets.sealDispatch(ITEM, CLEAR);
        byte[] tomorrow = at(Duration.ofDays(1)).sealDispatch(ITEM, CLEAR);
        assertEquals(secrets.today(), secrets.dispatchKey(today));
        assertEquals(secrets.today() + 1, secrets.dispatchKey(tomorrow));

        keys.dispatch().destroy(secrets.today());

        assertRefused(() -> secrets.openDispatch(ITEM, today), "no secret of dispatch");
        assertArrayEquals(CLEAR, secrets.openDispatch(ITEM, tomorrow));
    }

    @Test
    void aRowThatWaitsLongerMovesToTheNextKey() {
        OperatingSecrets tomorrow = at(Duration.ofDays(1));
        byte[] moved = tomorrow.advancedDispatch(ITEM, secrets.sealDispatch(ITEM, CLEAR));
        keys.dispatch().destroy(secrets.today());
        assertArrayEquals(CLEAR, tomorrow.openDispatch(ITEM, moved));
    }

    @Test
    void factsHaveOneSizeAndNothingThatTellsThemApart() {
        byte[] small = secrets.sealFact(new byte[0]);
        byte[] large = secrets.sealFact(new byte[OperatingSecrets.FACT]);
        byte[] again = secrets.sealFact(new byte[0]);
        assertEquals(small.length, large.length);
        assertFalse(Arrays.equals(small, again));
        assertArrayEquals(CLEAR, secrets.openFact(secrets.sealFact(CLEAR)));
        assertArrayEquals(new byte[OperatingSecrets.FACT], secrets.openFact(large));
        assertThrows(IllegalArgumentException.class, () -> secrets.sealFact(new byte[OperatingSecrets.FACT + 1]));
    }

    @Test
    void oneKindDoesNotOpenAsAnother() {
        byte[] setting = secrets.sealSetting("x", CLEAR);
        byte[] fact = secrets.sealFact(CLEAR);
        assertRefused(() -> secrets.openFact(setting));
        assertRefused(() -> secrets.openSetting("x", fact));
    }
}
