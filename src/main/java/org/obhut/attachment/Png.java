package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG (third edition, section 11): keeps critical chunks and those that say how pixels look or move; of eXIf only the
 * orientation. Text, time, EXIF, private chunks and whatever lies behind IEND go.
 */
final class Png {

    /** Ancillary chunks that change what is seen. */
    private static final Set<String> SEEN = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT",
            "acTL", "fcTL", "fdAT");

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int ANCILLARY = 0x20;

    private Png() {}

    static byte[] withoutMetadata(byte[] image) throws CannotClean {
        Pieces pieces = new Pieces(image);
        pieces.keep(0, SIGNATURE);
        ByteBuffer file = ByteBuffer.wrap(image);
        int at = SIGNATURE;
        int pixels = -1;
        int orientation = Orientation.UPRIGHT;
        while (true) {
            if (at + AROUND > image.length) {
                throw CannotClean.damaged();
            }
            int length = file.getInt(at);
            if (length < 0 || length > image.length - at - AROUND) {
                throw CannotClean.damaged();
            }
            String type = new String(image, at + 4, 4, StandardCharsets.ISO_8859_1);
            int end = at + AROUND + length;
            if (type.equals("IDAT") && pixels < 0) {
                pixels = pieces.mark();
            }
            if ((image[at + 4] & ANCILLARY) == 0 || SEEN.contains(type)) {
                pieces.keep(at, end);
            } else if (type.equals("eXIf")) {
                orientation = Orientation.read(image, at + 8, end - 4);
            }
            if (type.equals("IEND")) {
                break;
            }
            at = end;
        }
        if (pixels < 0) {
            throw CannotClean.damaged();
        }
        if (orientation != Orientation.UPRIGHT) {
            pieces.insert(pixels, chunk("eXIf", Orientation.tiff(orientation)));
        }
        return pieces.bytes();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(content.length + AROUND)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }
}
