package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.CLEAR;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RootTest {

    private final FixedRandom random = new FixedRandom("root");
    private final Root root = Root.random(random);

    @Test
    void theKeyPairIsTheSameEachTimeAndAnotherForAnotherRoot() {
        assertEquals(root.sealingKey(), root.sealingKey());
        assertEquals(root.sealingKey().fingerprint(), root.sealingKey().fingerprint());
        assertEquals(64, root.sealingKey().fingerprint().hex().length());
        SealingKey other = Root.random(random).sealingKey();
        assertNotEquals(root.sealingKey(), other);
        assertNotEquals(root.sealingKey().fingerprint(), other.fingerprint());
    }

    @Test
    void authenticatesPerPurpose() {
        byte[] code = root.authenticate("roster", CLEAR);
        assertTrue(root.authentic("roster", CLEAR, code));
        assertFalse(root.authentic("pins", CLEAR, code));
        assertFalse(root.authentic("roster", Arrays.copyOf(CLEAR, 3), code));
        assertFalse(Root.random(random).authentic("roster", CLEAR, code));
    }

    @Test
    void aPublicKeyOfTheWrongLengthIsRefused() {
        assertThrows(EnvelopeException.class, () -> new SealingKey(new byte[1215]));
    }

    @Test
    void aDamagedPublicKeySealsNothing() {
        byte[] damaged = root.sealingKey().encoded();
        // Coefficients beyond the modulus of ML-KEM (FIPS 203, 7.2).
        Arrays.fill(damaged, 0, 1152, (byte) 0xff);
        SealedFile file = SealedFile.appendOnly(EnvelopeFixture.FILE, new SealingKey(damaged), random);
        assertThrows(EnvelopeException.class, () -> file.newItem(EnvelopeFixture.ITEM));
    }
}
