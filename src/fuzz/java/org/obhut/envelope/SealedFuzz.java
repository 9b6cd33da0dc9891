package org.obhut.envelope;

import static org.obhut.fuzz.Bounds.expect;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.obhut.fuzz.Bounds;

/** Any bytes in the place of something sealed: only what was sealed for that place opens, all else is refused by one exception. */
public final class SealedFuzz {

    private static final SecureRandom RANDOM = new FixedRandom("fuzz");
    private static final UUID FILE = new UUID(1, 1);
    private static final UUID ITEM = new UUID(2, 2);
    private static final Root ROOT = Root.random(RANDOM);
    private static final SealedFile SEALED = SealedFile.open(FILE, ROOT, RANDOM);
    private static final byte[] SYMMETRIC = SEALED.newItem(ITEM).wrap();
    private static final byte[] BY_KEY =
            SealedFile.appendOnly(FILE, ROOT.sealingKey(), RANDOM).newItem(ITEM).wrap();
    private static final ItemKey KEY = SEALED.item(ITEM, SYMMETRIC);
    private static final byte[] PART = KEY.seal(Part.SUMMARY, new byte[100]);
    private static final byte[] SEGMENT = KEY.sealSegment(Part.SOURCE, ITEM, 0, true, new byte[100]);

    private SealedFuzz() {}

    public static List<byte[]> seeds() {
        return List.of(SYMMETRIC, BY_KEY, PART, SEGMENT);
    }

    public static void fuzzerInitialize() {
        seeds().forEach(SealedFuzz::open);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Bounds.hold(bytes.length, () -> open(bytes));
    }

    private static void open(byte[] bytes) {
        only(bytes, List.of(SYMMETRIC, BY_KEY), () -> SEALED.item(ITEM, bytes).close());
        only(bytes, List.of(PART), () -> KEY.open(Part.SUMMARY, bytes));
        only(bytes, List.of(SEGMENT), () -> KEY.openSegment(Part.SOURCE, ITEM, 0, true, bytes));
        only(bytes, List.of(), () -> KEY.openSegment(Part.SOURCE, ITEM, 0, false, bytes));
        try {
            Envelope.keyNumber(bytes, Binding.itemKey(FILE, ITEM));
        } catch (EnvelopeException e) {
            // No envelope.
        }
    }

    private static void only(byte[] bytes, List<byte[]> sealed, Runnable open) {
        boolean genuine = sealed.stream().anyMatch(one -> Arrays.equals(one, bytes));
        try {
            open.run();
            expect(genuine, "opened what nobody sealed");
        } catch (EnvelopeException e) {
            expect(!genuine, "what was sealed does not open");
        }
    }
}
