package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JPEG (ITU-T T.81 annex B): keeps what decodes the picture (tables, frames, scans), the colour profile (ICC.1 annex B.4) and
 * Adobe's colour transform; of EXIF only the orientation. All other application segments go, with them XMP, IPTC, thumbnails
 * and content credentials, and so do comments and whatever lies behind the end: second pictures (CIPA DC-007), films, archives.
 */
final class Jpeg {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int TEM = 0x01;
    private static final int FIRST_FRAME = 0xc0;
    private static final int COM = 0xfe;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;

    private static final byte[] JFIF = ascii("JFIF\0");
    private static final byte[] EXIF = ascii("Exif\0");
    private static final byte[] ICC = ascii("ICC_PROFILE\0");
    private static final byte[] ADOBE = ascii("Adobe");

    private final byte[] image;
    private final Pieces pieces;
    private int afterHead;
    private int orientation = Orientation.UPRIGHT;
    private boolean exif;
    private boolean scanned;

    private Jpeg(byte[] image) {
        this.image = image;
        this.pieces = new Pieces(image);
    }

    static byte[] withoutMetadata(byte[] image) throws CannotClean {
        return new Jpeg(image).cleaned();
    }

    private byte[] cleaned() throws CannotClean {
        pieces.keep(0, 2);
        afterHead = pieces.mark();
        int at = 2;
        while (true) {
            at = marker(at);
            int marker = image[at] & 0xff;
            if (marker == EOI) {
                pieces.keep(at - 1, at + 1);
                return finished();
            }
            if (marker == SOI) {
                throw CannotClean.damaged();
            }
            int from = at - 1;
            at = standalone(marker) ? at + 1 : segmentEnd(at + 1);
            segment(marker, from, at);
            if (marker == SOS) {
                int end = scanEnd(at);
                pieces.keep(at, end);
                at = end;
                scanned = true;
            }
        }
    }

    private byte[] finished() throws CannotClean {
        if (!scanned) {
            throw CannotClean.damaged();
        }
        if (orientation != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            pieces.insert(
                    afterHead,
                    ByteBuffer.allocate(tiff.length + 10)
                            .putShort((short) (0xff00 | APP1))
                            .putShort((short) (tiff.length + 8))
                            .put(EXIF)
                            .put((byte) 0)
                            .put(tiff)
                            .array());
        }
        return pieces.bytes();
    }

    /** The place of the next marker's code; bytes that belong to nothing are passed over, as decoders do. */
    private int marker(int from) throws CannotClean {
        for (int at = from; at + 1 < image.length; at++) {
            int code = image[at + 1] & 0xff;
            if ((image[at] & 0xff) == 0xff && code != 0 && code != 0xff) {
                return at + 1;
            }
        }
        throw CannotClean.damaged();
    }

    private static boolean standalone(int marker) {
        return marker == TEM || restart(marker);
    }

    private static boolean restart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private int segmentEnd(int at) throws CannotClean {
        if (at + 2 > image.length) {
            throw CannotClean.damaged();
        }
        int length = (image[at] & 0xff) << 8 | image[at + 1] & 0xff;
        if (length < 2 || at + length > image.length) {
            throw CannotClean.damaged();
        }
        return at + length;
    }

    private void segment(int marker, int from, int to) throws CannotClean {
        int content = from + 4;
        if (marker == APP0) {
            jfif(content, from, to);
        } else if (marker == APP1) {
            if (!exif && starts(content, to, EXIF)) {
                exif = true;
                orientation = Orientation.read(image, Math.min(content + 6, to), to);
            }
        } else if (marker == APP14 && starts(content, to, ADOBE) && to - from >= 16) {
            pieces.put(new byte[] {(byte) 0xff, (byte) APP14, 0, 14});
            pieces.keep(content, content + 12);
        } else if (decodes(marker) || marker == APP2 && starts(content, to, ICC)) {
            pieces.keep(from, to);
        }
    }

    private static boolean decodes(int marker) {
        return marker >= FIRST_FRAME && marker < APP0 || marker > APP15 && marker != COM;
    }

    /** The head without its thumbnail (JFIF 1.02). */
    private void jfif(int content, int from, int to) throws CannotClean {
        if (!starts(content, to, JFIF) || to - from < 18) {
            return;
        }
        pieces.put(new byte[] {(byte) 0xff, (byte) APP0, 0, 16});
        pieces.keep(content, content + 12);
        pieces.put(new byte[2]);
        afterHead = pieces.mark();
    }

    private boolean starts(int at, int to, byte[] with) {
        return to - at >= with.length && Arrays.equals(image, at, at + with.length, with, 0, with.length);
    }

    /** Where entropy-coded data ends: before a marker that is no restart and no stuffed zero. */
    private int scanEnd(int from) throws CannotClean {
        for (int at = from; at + 1 < image.length; at++) {
            if ((image[at] & 0xff) == 0xff) {
                int code = image[at + 1] & 0xff;
                if (code != 0 && code != 0xff && !restart(code)) {
                    return at;
                }
            }
        }
        throw CannotClean.damaged();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
