package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.obhut.envelope.EnvelopeFixture.OTHER_READER;
import static org.obhut.envelope.EnvelopeFixture.READER;
import static org.obhut.envelope.EnvelopeFixture.assertRefused;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyringTest {

    private final FixedRandom random = new FixedRandom("keyring");
    private final Root root = Root.random(random);
    private final Keyring keyring = new Keyring();

    @Test
    void holdsTheRootsOfItsReaders() {
        keyring.add(READER, root);
        assertSame(root, keyring.root(READER));
        assertEquals(Set.of(READER), keyring.readers());
        assertRefused(() -> keyring.root(OTHER_READER), OTHER_READER.toString());
    }

    @Test
    void closingWipesEveryRootForThoseWhoStillHoldIt() {
        keyring.add(READER, root);
        keyring.close();
        assertRefused(root::sealingKey, "wiped");
        assertRefused(() -> keyring.root(READER), "wiped");
        assertEquals(Set.of(), keyring.readers());
    }

    @Test
    void aClosedKeyringTakesNothingAndWipesWhatItIsGiven() {
        keyring.close();
        assertRefused(() -> keyring.add(READER, root), "wiped");
        assertRefused(root::sealingKey, "wiped");
    }

    @Test
    void aReplacedRootIsWiped() {
        keyring.add(READER, root);
        keyring.add(READER, Root.random(random));
        assertRefused(root::sealingKey, "wiped");
    }
}
