package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.CLEAR;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.OTHER_FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_ITEM;
import static org.obhut.envelope.EnvelopeFixture.STREAM;
import static org.obhut.envelope.EnvelopeFixture.assertNoBitCanMove;
import static org.obhut.envelope.EnvelopeFixture.assertRefused;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedFileTest {

    private final FixedRandom random = new FixedRandom("sealed file");
    private final Root root = Root.random(random);
    private final SealedFile file = SealedFile.open(FILE, root, random);

    @Test
    void whoHoldsTheRootReadsWhatWasPutInWithTheRoot() {
        ItemKey written = file.newItem(ITEM);
        byte[] sealed = written.seal(Part.BODY, CLEAR);

        assertFalse(written.unsettled());
        assertArrayEquals(CLEAR, file.item(ITEM, written.wrap()).open(Part.BODY, sealed));
    }

    @Test
    void whoHoldsTheRootReadsWhatWasPutInWithThePublicKeyAlone() {
        ItemKey written = SealedFile.appendOnly(FILE, root.sealingKey(), random).newItem(ITEM);
        byte[] sealed = written.seal(Part.BODY, CLEAR);

        assertTrue(written.unsettled());
        ItemKey read = file.item(ITEM, written.wrap());
        assertTrue(read.unsettled());
        assertArrayEquals(CLEAR, read.open(Part.BODY, sealed));
    }

    @Test
    void whoHasThePublicKeyAloneReadsNothing() {
        SealedFile intake = SealedFile.appendOnly(FILE, root.sealingKey(), random);
        byte[] own = intake.newItem(ITEM).wrap();
        byte[] settled = file.newItem(ITEM).wrap();

        assertRefused(() -> intake.item(ITEM, own), FILE.toString(), "adding only");
        assertRefused(() -> intake.item(ITEM, settled), FILE.toString(), "adding only");
    }

    @Test
    void aSettledWrapOpensTheSameItem() {
        ItemKey written = SealedFile.appendOnly(FILE, root.sealingKey(), random).newItem(ITEM);
        byte[] sealed = written.seal(Part.BODY, CLEAR);

        byte[] settled = file.item(ITEM, written.wrap()).settledWrap();

        ItemKey read = file.item(ITEM, settled);
        assertFalse(read.unsettled());
        assertArrayEquals(CLEAR, read.open(Part.BODY, sealed));
    }

    @Test
    void aWrapOpensOnlyInItsFileAndItem() {
        for (byte[] wrap : new byte[][] {
            file.newItem(ITEM).wrap(),
            SealedFile.appendOnly(FILE, root.sealingKey(), random).newItem(ITEM).wrap()
        }) {
            assertRefused(() -> file.item(OTHER_ITEM, wrap), OTHER_ITEM.toString());
            assertRefused(() -> SealedFile.open(OTHER_FILE, root, random).item(ITEM, wrap), OTHER_FILE.toString());
            Root other = Root.random(random);
            assertRefused(() -> SealedFile.open(FILE, other, random).item(ITEM, wrap), FILE.toString());
        }
    }

    @Test
    void aPartOpensOnlyInItsPlace() {
        ItemKey key = file.newItem(ITEM);
        byte[] sealed = key.seal(Part.BODY, CLEAR);

        assertRefused(() -> key.open(Part.SUMMARY, sealed), "SUMMARY", ITEM.toString(), FILE.toString());
        assertRefused(() -> file.newItem(ITEM).open(Part.BODY, sealed));
        assertRefused(() -> key.openSegment(Part.BODY, STREAM, 0, true, sealed));
    }

    @Test
    void noBitOfAPartCanMove() {
        ItemKey key = file.newItem(ITEM);
        assertNoBitCanMove(key.seal(Part.HEAD, CLEAR), bytes -> key.open(Part.HEAD, bytes));
    }

    @Test
    void noBitOfAWrapCanMove() {
        assertNoBitCanMove(file.newItem(ITEM).wrap(), wrap -> file.item(ITEM, wrap));
    }

    @Test
    void noBitOfAPublicKeyWrapCanMove() {
        byte[] wrap = SealedFile.appendOnly(FILE, root.sealingKey(), random)
                .newItem(ITEM)
                .wrap();
        assertNoBitCanMove(wrap, altered -> file.item(ITEM, altered));
    }

    @Test
    void versionAndSuiteOfTheFutureAreNamed() {
        ItemKey key = file.newItem(ITEM);
        byte[] version = key.seal(Part.BODY, CLEAR);
        version[0] = 7;
        assertRefused(() -> key.open(Part.BODY, version), "unknown version 7", ITEM.toString());
        byte[] suite = key.seal(Part.BODY, CLEAR);
        suite[1] = (byte) 200;
        assertRefused(() -> key.open(Part.BODY, suite), "unknown suite 200", ITEM.toString());
    }

    @Test
    void segmentsOpenInTheirOrderOnlyAndACutIsNoticed() {
        ItemKey key = file.newItem(ITEM);
        byte[] first = key.sealSegment(Part.ATTACHMENT, STREAM, 0, false, CLEAR);
        byte[] second = key.sealSegment(Part.ATTACHMENT, STREAM, 1, true, CLEAR);

        assertArrayEquals(CLEAR, key.openSegment(Part.ATTACHMENT, STREAM, 0, false, first));
        assertArrayEquals(CLEAR, key.openSegment(Part.ATTACHMENT, STREAM, 1, true, second));
        assertRefused(() -> key.openSegment(Part.ATTACHMENT, STREAM, 0, true, first), "segment 0 (the last)");
        assertRefused(() -> key.openSegment(Part.ATTACHMENT, STREAM, 1, false, second), "segment 1 of");
        assertRefused(() -> key.openSegment(Part.ATTACHMENT, STREAM, 1, false, first));
        assertRefused(() -> key.openSegment(Part.ATTACHMENT, UUID.randomUUID(), 0, false, first));
        assertRefused(() -> key.openSegment(Part.SOURCE, STREAM, 0, false, first));
    }

    @Test
    void aSegmentHasALimit() {
        ItemKey key = file.newItem(ITEM);
        byte[] large = new byte[ItemKey.SEGMENT + 1];
        assertThrows(IllegalArgumentException.class, () -> key.sealSegment(Part.SOURCE, STREAM, 0, true, large));
        byte[] most = new byte[ItemKey.SEGMENT];
        byte[] sealed = key.sealSegment(Part.SOURCE, STREAM, 0, true, most);
        assertEquals(ItemKey.SEGMENT + 34, sealed.length);
    }

    @Test
    void aWipedKeySealsNothing() {
        ItemKey key = file.newItem(ITEM);
        key.close();
        assertRefused(() -> key.seal(Part.BODY, CLEAR), "wiped");
        assertRefused(key::settledWrap, "wiped");
    }

    @Test
    void aWipedRootSealsNothing() {
        root.close();
        assertRefused(() -> file.newItem(ITEM), "wiped");
        assertRefused(root::sealingKey, "wiped");
    }
}
