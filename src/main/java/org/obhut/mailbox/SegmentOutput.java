package org.obhut.mailbox;

import java.io.OutputStream;
import java.util.Arrays;
import org.obhut.envelope.ItemKey;

/** Cuts what is written into segments of {@link ItemKey#SEGMENT} bytes; closing hands out the last one, empty or not. */
final class SegmentOutput extends OutputStream {

    /** Takes one segment. */
    interface Sink {
        void take(int index, boolean last, byte[] clear);
    }

    private final Sink sink;
    private final byte[] open = new byte[ItemKey.SEGMENT];
    private int filled;
    private int index;
    private long size;

    SegmentOutput(Sink sink) {
        this.sink = sink;
    }

    /** How many bytes were written. */
    long size() {
        return size;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == open.length) {
                hand(false);
            }
            int count = Math.min(left, open.length - filled);
            System.arraycopy(bytes, at, open, filled, count);
            filled += count;
            at += count;
            left -= count;
        }
        size += length;
    }

    @Override
    public void close() {
        hand(true);
        Arrays.fill(open, (byte) 0);
    }

    private void hand(boolean last) {
        sink.take(index++, last, Arrays.copyOf(open, filled));
        filled = 0;
    }
}
