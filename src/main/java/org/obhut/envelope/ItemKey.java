package org.obhut.envelope;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;

/**
 * The content key of one item of a sealed file; seals and opens the item's parts, each under a key of its own. Wiped by
 * {@link #close()}, after which every use is refused.
 */
public final class ItemKey implements AutoCloseable {

    static final int LENGTH = 32;

    /** The most clear bytes in one segment. */
    public static final int SEGMENT = 64 * 1024;

    private final SealedFile file;
    private final UUID item;
    private final byte[] content;
    private final byte[] wrap;
    private boolean closed;

    ItemKey(SealedFile file, UUID item, byte[] content, byte[] wrap) {
        this.file = file;
        this.item = item;
        this.content = content;
        this.wrap = wrap;
    }

    /** The content key as it is stored beside the item. */
    public byte[] wrap() {
        return wrap.clone();
    }

    /** Whether the stored wrap is still HPKE, so that a reader should store {@link #settledWrap()} instead. */
    public boolean unsettled() {
        return Envelope.suite(wrap, Binding.itemKey(file.file(), item)) == Suite.HPKE_X_WING;
    }

    /** The wrap under the file's symmetric key; needs a file opened with its root. */
    public byte[] settledWrap() {
        byte[] copy = copy();
        try {
            return file.wrap(item, copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    public byte[] seal(Part part, byte[] clear) {
        Binding binding = Binding.part(file.file(), item, part);
        return with("part/" + part.code(), key -> Envelope.seal(key, 0, binding, clear, file.random()));
    }

    /** @throws EnvelopeException where this is not the part of this item, or was cut or altered */
    public byte[] open(Part part, byte[] sealed) {
        Binding binding = Binding.part(file.file(), item, part);
        return with("part/" + part.code(), key -> Envelope.open(key, binding, sealed));
    }

    /**
     * Seals one segment of an attachment or source, at most {@link #SEGMENT} bytes; index counts from 0. The last one is
     * marked, so that a cut is noticed: whoever reads opens the last stored segment as the last.
     */
    public byte[] sealSegment(Part part, UUID stream, int index, boolean last, byte[] clear) {
        if (clear.length > SEGMENT || index < 0) {
            throw new IllegalArgumentException("segment " + index + " of " + clear.length + " bytes");
        }
        Binding binding = Binding.segment(file.file(), item, part, stream, index, last);
        return with(label(part, stream), key -> Envelope.seal(key, 0, binding, clear, file.random()));
    }

    /** @throws EnvelopeException where this is not that segment, or the stream ends elsewhere than said */
    public byte[] openSegment(Part part, UUID stream, int index, boolean last, byte[] sealed) {
        Binding binding = Binding.segment(file.file(), item, part, stream, index, last);
        return with(label(part, stream), key -> Envelope.open(key, binding, sealed));
    }

    private static String label(Part part, UUID stream) {
        return "stream/" + part.code() + "/" + stream;
    }

    private <T> T with(String label, Function<byte[], T> use) {
        byte[] copy = copy();
        byte[] key = Hkdf.key(copy, label);
        Arrays.fill(copy, (byte) 0);
        try {
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private synchronized byte[] copy() {
        if (closed) {
            throw new EnvelopeException("key of item " + item + " is wiped");
        }
        return content.clone();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(content, (byte) 0);
    }
}
