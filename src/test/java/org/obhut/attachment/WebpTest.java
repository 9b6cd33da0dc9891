package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.obhut.attachment.Pictures.PLACE;
import static org.obhut.attachment.Pictures.assertNothingLeft;
import static org.obhut.attachment.Pictures.cut;
import static org.obhut.attachment.Pictures.joined;
import static org.obhut.attachment.Pictures.latin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Java has no decoder for WebP: that the picture's own chunks stay to the bit stands for the pixels. */
class WebpTest {

    /** One pixel, lossless: five prefix codes of one symbol each. */
    private static final byte[] PIXELS =
            chunk("VP8L", new byte[] {0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, (byte) 0x88, (byte) 0x88, 0x08});

    private static final int ICC = 0x20;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;

    @Test
    void pictureWithoutMetadataStaysAsItIs() {
        byte[] plain = riff(PIXELS);
        CleanedFile cleaned = CleanedFile.of("image/webp", plain);
        assertSame(plain, cleaned.bytes());
        assertEquals(Metadata.ABSENT, cleaned.metadata());
    }

    @Test
    void exifXmpAndUnknownChunksGoAndTheHeadSaysSo() throws IOException {
        byte[] picture = riff(
                head(ICC | EXIF | XMP),
                chunk("ICCP", latin("colours")),
                PIXELS,
                chunk("EXIF", Pictures.exif(1)),
                chunk("XMP ", latin(PLACE)),
                chunk("OWN ", latin(PLACE)));
        byte[] expected = riff(head(ICC), chunk("ICCP", latin("colours")), PIXELS);
        assertArrayEquals(expected, cleaned(picture));
    }

    @Test
    void orientationAloneIsKept() throws IOException {
        byte[] expected = riff(head(EXIF), PIXELS, chunk("EXIF", Orientation.tiff(8)));
        assertArrayEquals(expected, cleaned(riff(head(EXIF), PIXELS, chunk("EXIF", Pictures.exif(8)))));
        byte[] named = joined(latin("Exif\0\0"), Pictures.exif(8));
        assertArrayEquals(expected, cleaned(riff(head(EXIF), PIXELS, chunk("EXIF", named))));
    }

    @Test
    void whatIsHiddenBehindTheEndGoes() {
        assertArrayEquals(riff(PIXELS), cleaned(joined(riff(PIXELS), latin(PLACE))));
    }

    @Test
    void cutOffPicturesAreLeftAndSaid() throws IOException {
        byte[] picture = riff(head(EXIF), PIXELS, chunk("EXIF", Pictures.exif(8)));
        for (int length = 12; length < picture.length; length++) {
            byte[] part = cut(picture, 0, length);
            CleanedFile cleaned = CleanedFile.of("image/webp", part);
            assertSame(part, cleaned.bytes());
            assertEquals(Metadata.DAMAGED, cleaned.metadata());
        }
    }

    private static byte[] cleaned(byte[] picture) {
        CleanedFile cleaned = CleanedFile.of("image/webp", picture);
        assertEquals(Metadata.REMOVED, cleaned.metadata());
        assertNothingLeft(cleaned.bytes());
        assertEquals(
                Metadata.ABSENT, CleanedFile.of("image/webp", cleaned.bytes()).metadata());
        return cleaned.bytes();
    }

    private static byte[] head(int flags) {
        return chunk("VP8X", new byte[] {(byte) flags, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] content = joined(latin("WEBP"), joined(chunks));
        return joined(latin("RIFF"), length(content), content);
    }

    private static byte[] chunk(String type, byte[] content) {
        return joined(latin(type), length(content), content, new byte[content.length & 1]);
    }

    private static byte[] length(byte[] content) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
    }
}
