package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * WebP (RFC 9649): keeps pictures, transparency, animation and colour profile; of EXIF only the orientation. XMP, unknown
 * chunks and whatever lies behind the RIFF go, and the flags of the head follow.
 */
final class Webp {

    private static final Set<String> SEEN = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ANMF");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 12;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;

    private Webp() {}

    static byte[] withoutMetadata(byte[] image) throws CannotClean {
        ByteBuffer file = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        long end = 8 + Integer.toUnsignedLong(file.getInt(4));
        if (end > image.length) {
            throw CannotClean.damaged();
        }
        Pieces pieces = new Pieces(image);
        int orientation = Orientation.UPRIGHT;
        boolean pixels = false;
        boolean extended = false;
        int at = HEAD;
        while (at + 8 <= end) {
            String type = new String(image, at, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(file.getInt(at + 4));
            long next = at + 8 + length + (length & 1);
            if (at + 8 + length > end || next > image.length) {
                throw CannotClean.damaged();
            }
            if (SEEN.contains(type)) {
                pieces.keep(at, (int) next);
                pixels |= PIXELS.contains(type);
                extended |= type.equals("VP8X") && at == HEAD && length == 10;
            } else if (type.equals("EXIF")) {
                int content = at + 8;
                boolean named = Arrays.equals(image, content, Math.min(content + 6, (int) next), EXIF, 0, EXIF.length);
                orientation = Orientation.read(image, named ? content + 6 : content, content + (int) length);
            }
            at = (int) next;
        }
        if (!pixels) {
            throw CannotClean.damaged();
        }
        return riff(pieces.bytes(), extended, orientation);
    }

    private static byte[] riff(byte[] chunks, boolean extended, int orientation) {
        byte[] tiff = extended && orientation != Orientation.UPRIGHT ? Orientation.tiff(orientation) : new byte[0];
        ByteBuffer file = ByteBuffer.allocate(HEAD + chunks.length + (tiff.length == 0 ? 0 : 8 + tiff.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(file.capacity() - 8)
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunks);
        if (tiff.length > 0) {
            file.put("EXIF".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(tiff.length)
                    .put(tiff);
        }
        if (extended) {
            int flags = file.get(HEAD + 8) & ~(EXIF_FLAG | XMP_FLAG) | (tiff.length > 0 ? EXIF_FLAG : 0);
            file.put(HEAD + 8, (byte) flags);
        }
        return file.array();
    }
}
