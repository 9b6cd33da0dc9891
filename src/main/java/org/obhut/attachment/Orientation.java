package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a picture is held: tag 0x0112 of the first directory of its EXIF (CIPA DC-008, TIFF 6.0 section 8). It is
 * the one entry that a viewer needs, so it outlives the others.
 */
final class Orientation {

    /** As stored: nothing has to be said. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int LARGEST = 8;

    private Orientation() {}

    /** From a TIFF structure, as EXIF is one; {@link #UPRIGHT} where it says nothing that can be understood. */
    static int read(byte[] bytes, int from, int to) {
        if (to - from < 8) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from, to - from).slice();
        short order = tiff.getShort(0);
        if (order != 0x4d4d && order != 0x4949) {
            return UPRIGHT;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != 42 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int first = (int) directory + 2;
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int at = first; entries > 0 && at + ENTRY <= tiff.limit(); at += ENTRY, entries--) {
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && tiff.getShort(at + 2) == SHORT) {
                int value = tiff.getShort(at + 8);
                return value > UPRIGHT && value <= LARGEST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A TIFF structure that says this and nothing else. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .putInt(0x4d4d002a)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
