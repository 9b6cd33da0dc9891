package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the items of a HEIF file lie: the item location box (ISO/IEC 14496-12 section 8.11.3), versions 0 to 2. */
final class ItemExtents {

    private static final int MOST = 4_096;

    /** A stretch of the file that belongs to an item. */
    record Extent(long item, int from, int to) {

        boolean overlaps(Extent other) {
            return from < other.to && other.from < to;
        }
    }

    private final ByteBuffer file;
    private final @Nullable Box idat;
    private final List<Extent> extents = new ArrayList<>();
    private int at;

    private ItemExtents(ByteBuffer file, int at, @Nullable Box idat) {
        this.file = file;
        this.at = at;
        this.idat = idat;
    }

    /** @throws CannotClean where an item lies in another file, in another item, or nowhere in particular */
    static List<Extent> read(ByteBuffer file, Box iloc, @Nullable Box idat) throws CannotClean {
        ItemExtents reader = new ItemExtents(file, iloc.from(), idat);
        reader.read();
        if (reader.at > iloc.to()) {
            throw CannotClean.damaged();
        }
        return reader.extents;
    }

    private void read() throws CannotClean {
        int version = (int) number(1);
        at += 3;
        int sizes = (int) number(2);
        if (version > 2) {
            throw CannotClean.unsafe();
        }
        int indexSize = version == 0 ? 0 : sizes & 0xf;
        long items = number(version < 2 ? 2 : 4);
        for (long i = 0; i < items; i++) {
            long item = number(version < 2 ? 2 : 4);
            int method = version == 0 ? 0 : (int) number(2) & 0xf;
            long dataReference = number(2);
            long base = number(sizes >> 4 & 0xf);
            long count = number(2);
            if (dataReference != 0 || method > 1 || method == 1 && idat == null) {
                throw CannotClean.unsafe();
            }
            if (method == 1 && idat != null) {
                base += idat.from();
            }
            for (long j = 0; j < count; j++) {
                at += indexSize;
                long from = base + number(sizes >> 12 & 0xf);
                add(item, from, from + number(sizes >> 8 & 0xf));
            }
        }
    }

    private void add(long item, long from, long to) throws CannotClean {
        if (from < 0 || to > file.limit()) {
            throw CannotClean.damaged();
        }
        // An extent without a length is all of the file.
        if (to <= from || extents.size() >= MOST) {
            throw CannotClean.unsafe();
        }
        extents.add(new Extent(item, (int) from, (int) to));
    }

    /** An unsigned number of 0, 1, 2, 4 or 8 bytes. */
    private long number(int size) throws CannotClean {
        int from = at;
        at += size;
        return switch (size) {
            case 0 -> 0;
            case 1 -> Byte.toUnsignedLong(file.get(from));
            case 2 -> Short.toUnsignedLong(file.getShort(from));
            case 4 -> Integer.toUnsignedLong(file.getInt(from));
            case 8 -> positive(file.getLong(from));
            default -> throw CannotClean.damaged();
        };
    }

    private static long positive(long number) throws CannotClean {
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw CannotClean.damaged();
        }
        return number;
    }
}
