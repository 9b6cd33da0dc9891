package org.obhut.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * GIF (version 89a): keeps the images, how they follow each other and their colour profile. Comments, XMP and other
 * applications' blocks go, and whatever lies behind the trailer.
 */
final class Gif {

    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int APPLICATION_NAME = 11;

    /** How often an animation is played, and the colour profile. */
    private static final Set<String> SEEN = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private final byte[] image;

    private Gif(byte[] image) {
        this.image = image;
    }

    static byte[] withoutMetadata(byte[] image) throws CannotClean {
        return new Gif(image).cleaned();
    }

    private byte[] cleaned() throws CannotClean {
        Pieces pieces = new Pieces(image);
        int at = HEAD + colours(HEAD - 3);
        pieces.keep(0, at);
        boolean pixels = false;
        while (at(at) != TRAILER) {
            int from = at;
            if (at(at) == EXTENSION) {
                at = blocksEnd(from + 2);
                if (at(from + 1) != COMMENT && (at(from + 1) != APPLICATION || seen(from + 2))) {
                    pieces.keep(from, at);
                }
            } else if (at(at) == IMAGE) {
                at = blocksEnd(from + 11 + colours(from + 9));
                pieces.keep(from, at);
                pixels = true;
            } else {
                throw CannotClean.damaged();
            }
        }
        if (!pixels) {
            throw CannotClean.damaged();
        }
        pieces.keep(at, at + 1);
        return pieces.bytes();
    }

    private int at(int place) throws CannotClean {
        if (place >= image.length) {
            throw CannotClean.damaged();
        }
        return image[place] & 0xff;
    }

    /** The size of the colour table that these flags announce. */
    private int colours(int flags) throws CannotClean {
        return (at(flags) & 0x80) == 0 ? 0 : 3 << (at(flags) & 0x07) + 1;
    }

    /** Behind the zero block that ends a row of blocks. */
    private int blocksEnd(int from) throws CannotClean {
        int at = from;
        while (at(at) != 0) {
            at += at(at) + 1;
        }
        return at + 1;
    }

    private boolean seen(int block) throws CannotClean {
        return at(block) == APPLICATION_NAME
                && block + APPLICATION_NAME < image.length
                && SEEN.contains(new String(image, block + 1, APPLICATION_NAME, StandardCharsets.ISO_8859_1));
    }
}
