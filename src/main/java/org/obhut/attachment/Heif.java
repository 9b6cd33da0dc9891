package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.attachment.ItemExtents.Extent;

/**
 * HEIC and AVIF (ISO/IEC 23008-12): pictures as items of one file. To take an item out would move all others, so EXIF and XMP
 * are overwritten where they lie and every offset stays true. Which way up a picture is held is a property of the
 * picture here (section 6.5.10) and not of its EXIF. Sequences, and files with items that we do not know, are not touched.
 */
final class Heif {

    private static final Set<String> PICTURES =
            Set.of("hvc1", "hev1", "lhv1", "hvt1", "av01", "vvc1", "avc1", "grid", "iovl", "iden", "tmap");

    private static final Set<String> EMPTIED = Set.of("free", "skip", "uuid");
    private static final Set<String> TOP = Set.of("ftyp", "meta", "mdat");
    private static final Set<String> IN_META =
            Set.of("hdlr", "pitm", "iinf", "iref", "iprp", "iloc", "idat", "dinf", "grpl");

    private static final byte[] EMPTY_EXIF = ByteBuffer.allocate(18)
            .putInt(0)
            .putInt(0x4d4d002a)
            .putInt(8)
            .putShort((short) 0)
            .putInt(0)
            .array();

    private final ByteBuffer file;
    private final byte[] cleaned;
    private final Set<Long> exif = new HashSet<>();
    private final Set<Long> others = new HashSet<>();

    private Heif(byte[] image) {
        this.file = ByteBuffer.wrap(image);
        this.cleaned = image.clone();
    }

    static byte[] withoutMetadata(byte[] image) throws CannotClean {
        Heif heif = new Heif(image);
        heif.clean();
        return heif.cleaned;
    }

    private void clean() throws CannotClean {
        List<Box> top = known(Box.within(file, 0, file.limit()), TOP);
        Box meta = one(top, "meta");
        if (meta == null) {
            throw CannotClean.damaged();
        }
        List<Box> parts = known(Box.within(file, meta.from() + 4, meta.to()), IN_META);
        Box iinf = one(parts, "iinf");
        Box iloc = one(parts, "iloc");
        if (iinf == null || iloc == null) {
            throw CannotClean.damaged();
        }
        for (Box entry : Box.within(file, iinf.from() + (file.get(iinf.from()) == 0 ? 6 : 8), iinf.to())) {
            sort(entry);
        }
        Box idat = one(parts, "idat");
        overwrite(ItemExtents.read(file, iloc, idat), top, idat);
    }

    /** Boxes of which we know that nothing else is in them; those that only fill space are emptied. */
    private List<Box> known(List<Box> boxes, Set<String> names) throws CannotClean {
        for (Box box : boxes) {
            if (EMPTIED.contains(box.type())) {
                // A uuid box begins with the 16 bytes that name its kind.
                Arrays.fill(
                        cleaned,
                        box.from() + (box.is("uuid") ? Math.min(16, box.to() - box.from()) : 0),
                        box.to(),
                        (byte) 0);
            } else if (!names.contains(box.type())) {
                throw CannotClean.unsafe();
            }
        }
        return boxes;
    }

    private static @Nullable Box one(List<Box> boxes, String type) throws CannotClean {
        List<Box> found = boxes.stream().filter(box -> box.is(type)).toList();
        if (found.size() > 1) {
            throw CannotClean.unsafe();
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** An item info entry (ISO/IEC 14496-12 section 8.11.6), of version 2 or 3. */
    private void sort(Box infe) throws CannotClean {
        int version = file.get(infe.from());
        if (!infe.is("infe") || version != 2 && version != 3) {
            throw CannotClean.unsafe();
        }
        int at = infe.from() + 4;
        long item = version == 2 ? Short.toUnsignedLong(file.getShort(at)) : Integer.toUnsignedLong(file.getInt(at));
        byte[] code = new byte[4];
        file.get(at + (version == 2 ? 4 : 6), code);
        String type = new String(code, StandardCharsets.ISO_8859_1);
        if (type.equals("Exif")) {
            exif.add(item);
        } else if (type.equals("mime") || type.equals("uri ")) {
            others.add(item);
        } else if (!PICTURES.contains(type)) {
            throw CannotClean.unsafe();
        }
    }

    private void overwrite(List<Extent> extents, List<Box> top, @Nullable Box idat) throws CannotClean {
        for (Extent extent : extents) {
            if (!exif.contains(extent.item()) && !others.contains(extent.item())) {
                continue;
            }
            boolean alone = extents.stream().noneMatch(each -> each.item() != extent.item() && each.overlaps(extent));
            boolean stored = top.stream().anyMatch(box -> box.is("mdat") && box.holds(extent.from(), extent.to()))
                    || idat != null && idat.holds(extent.from(), extent.to());
            if (!alone || !stored) {
                throw CannotClean.unsafe();
            }
            boolean blank = others.contains(extent.item());
            Arrays.fill(cleaned, extent.from(), extent.to(), (byte) (blank ? ' ' : 0));
            boolean whole = extents.stream()
                            .filter(each -> each.item() == extent.item())
                            .count()
                    == 1;
            if (!blank && whole && extent.to() - extent.from() >= EMPTY_EXIF.length) {
                System.arraycopy(EMPTY_EXIF, 0, cleaned, extent.from(), EMPTY_EXIF.length);
            }
        }
    }
}
