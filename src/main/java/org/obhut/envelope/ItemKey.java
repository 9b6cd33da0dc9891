package org.obhut.envelope;

import java.util.UUID;

/** The content key of one item of a sealed file; seals and opens the item's parts. Wiped by {@link #close()}. */
public final class ItemKey implements AutoCloseable {

    private ItemKey() {}

    /** The content key as it is stored beside the item. */
    public byte[] wrap() {
        throw new UnsupportedOperationException();
    }

    /** Whether the stored wrap is still HPKE, so that a reader should store {@link #settledWrap()} instead. */
    public boolean unsettled() {
        throw new UnsupportedOperationException();
    }

    /** The wrap under the file's symmetric key; needs a file opened with its root. */
    public byte[] settledWrap() {
        throw new UnsupportedOperationException();
    }

    public byte[] seal(Part part, byte[] clear) {
        throw new UnsupportedOperationException();
    }

    public byte[] open(Part part, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /** Seals one segment (at most 64 KiB clear) of an attachment or source; the last one is marked, so that a cut is noticed. */
    public byte[] sealSegment(Part part, UUID stream, int index, boolean last, byte[] clear) {
        throw new UnsupportedOperationException();
    }

    public byte[] openSegment(Part part, UUID stream, int index, boolean last, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
