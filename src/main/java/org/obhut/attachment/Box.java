package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of the ISO base media file format (ISO/IEC 14496-12 section 4.2).
 *
 * @param from of its content, behind size and type
 * @param to behind its last byte
 */
record Box(String type, int from, int to) {

    private static final int MOST = 10_000;

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** Whether bytes from … to lie within. */
    boolean holds(long start, long end) {
        return start >= from && end <= to;
    }

    /**
     * The boxes that fill a stretch of a file.
     *
     * @throws CannotClean where they do not fill it exactly, or are too many
     */
    static List<Box> within(ByteBuffer file, int from, int to) throws CannotClean {
        List<Box> boxes = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (to - at < 8 || boxes.size() >= MOST) {
                throw CannotClean.damaged();
            }
            long size = Integer.toUnsignedLong(file.getInt(at));
            int head = 8;
            if (size == 1 && to - at >= 16) {
                size = file.getLong(at + 8);
                head = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || size > to - at) {
                throw CannotClean.damaged();
            }
            byte[] type = new byte[4];
            file.get(at + 4, type);
            boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), at + head, (int) (at + size)));
            at += (int) size;
        }
        return boxes;
    }
}
