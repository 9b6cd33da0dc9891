package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_READER;
import static org.obhut.envelope.EnvelopeFixture.READER;
import static org.obhut.envelope.EnvelopeFixture.assertNoBitCanMove;
import static org.obhut.envelope.EnvelopeFixture.assertRefused;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    private final FixedRandom random = new FixedRandom("sealer");
    private final Root reader = Root.random(random);
    private final Root root = Root.random(random);
    private KeyStore keys;
    private Sealer sealer;
    private Seal seal;

    @BeforeEach
    void seal(@TempDir Path folder) {
        keys = KeyStoreFixture.keyStore(folder);
        sealer = new Sealer(keys, random);
        seal = sealer.seal(root, FILE, new ReaderKey(READER, reader.sealingKey()));
    }

    @Test
    void theReaderOpensIt() {
        assertSameRoot(root, sealer.open(seal, reader));
    }

    @Test
    void noOtherReaderOpensIt() {
        Root other = Root.random(random);
        assertRefused(() -> sealer.open(seal, other), FILE.toString(), READER.toString());
    }

    @Test
    void itOpensForItsFileReaderAndEpochOnly() {
        keys.epochs().make(2);
        assertRefused(() -> sealer.open(new Seal(OTHER_FILE, READER, 1, seal.sealed()), reader), OTHER_FILE.toString());
        assertRefused(
                () -> sealer.open(new Seal(FILE, OTHER_READER, 1, seal.sealed()), reader), OTHER_READER.toString());
        assertRefused(() -> sealer.open(new Seal(FILE, READER, 2, seal.sealed()), reader), "epoch 2");
    }

    @Test
    void innerLayersCannotChangePlaces() {
        // Whoever holds the epoch's secret but no root can exchange outer layers; the inner binding still refuses.
        Seal other = sealer.seal(Root.random(random), OTHER_FILE, new ReaderKey(READER, reader.sealingKey()));
        byte[] key = keys.epochs().key(1, "seals");
        byte[] inner = Envelope.open(key, Binding.epochSeal(OTHER_FILE, READER, 1), other.sealed());
        byte[] moved = Envelope.seal(key, 1, Binding.epochSeal(FILE, READER, 1), inner, random);
        assertRefused(() -> sealer.open(new Seal(FILE, READER, 1, moved), reader), FILE.toString());
    }

    @Test
    void noBitCanMove() {
        assertNoBitCanMove(seal.sealed(), altered -> sealer.open(new Seal(FILE, READER, 1, altered), reader));
    }

    @Test
    void settledOnceItStaysSettled() {
        Seal settled = sealer.settled(seal, reader).orElseThrow();
        assertTrue(settled.sealed().length < 200, "HPKE layer is gone");
        assertSameRoot(root, sealer.open(settled, reader));
        assertTrue(sealer.settled(settled, reader).isEmpty());
        assertRefused(() -> sealer.open(settled, Root.random(random)));
    }

    @Test
    void anEpochLaterItOpensUnderTheNewSecretAlone() {
        Seal settled = sealer.settled(seal, reader).orElseThrow();
        keys.epochs().make(2);
        keys.enter(2);

        Seal advanced = sealer.advanced(seal);
        Seal advancedSettled = sealer.advanced(settled);
        keys.epochs().destroy(1);

        assertEquals(2, advanced.epoch());
        assertSameRoot(root, sealer.open(advanced, reader));
        assertSameRoot(root, sealer.open(advancedSettled, reader));
        assertRefused(() -> sealer.open(seal, reader), "no secret of epoch 1");
    }

    private static void assertSameRoot(Root expected, Root actual) {
        assertArrayEquals(expected.withBytes(byte[]::clone), actual.withBytes(byte[]::clone));
    }
}
