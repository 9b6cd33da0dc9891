package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.obhut.attachment.Pictures.PLACE;
import static org.obhut.attachment.Pictures.assertCleaned;
import static org.obhut.attachment.Pictures.cut;
import static org.obhut.attachment.Pictures.joined;
import static org.obhut.attachment.Pictures.latin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PngTest {

    private static final int IHDR_END = 33;

    private final byte[] plain;

    PngTest() throws IOException {
        plain = Pictures.drawn("png");
    }

    @Test
    void pictureWithoutMetadataStaysAsItIs() {
        CleanedFile cleaned = CleanedFile.of("image/png", plain);
        assertSame(plain, cleaned.bytes());
        assertEquals(Metadata.ABSENT, cleaned.metadata());
    }

    @Test
    void textTimePlaceAndPrivateChunksGo() throws IOException {
        byte[] picture = with(
                chunk("eXIf", Pictures.exif(1)),
                chunk("tEXt", latin("Comment\0" + PLACE)),
                chunk("zTXt", latin("Comment\0\0" + PLACE)),
                chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + PLACE)),
                chunk("tIME", new byte[] {7, (byte) 0xea, 11, 22, 3, 4, 5}),
                chunk("caBX", latin(PLACE)),
                chunk("prVt", latin(PLACE)));
        assertArrayEquals(plain, assertCleaned("image/png", picture));
    }

    @Test
    void whatChangesTheLookStays() throws IOException {
        byte[] seen = joined(
                chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f}),
                chunk("pHYs", new byte[] {0, 0, 0x0b, 0x13, 0, 0, 0x0b, 0x13, 1}));
        byte[] cleaned = assertCleaned("image/png", with(seen, chunk("tEXt", latin(PLACE))));
        assertArrayEquals(with(seen), cleaned);
    }

    @Test
    void orientationAloneIsKept() throws IOException {
        byte[] cleaned = assertCleaned("image/png", with(chunk("eXIf", Pictures.exif(6))));
        assertArrayEquals(with(chunk("eXIf", Orientation.tiff(6))), cleaned);
    }

    @Test
    void whatIsHiddenBehindTheEndGoes() throws IOException {
        assertArrayEquals(plain, assertCleaned("image/png", joined(plain, latin("PK\3\4" + PLACE))));
    }

    @Test
    void cutOffPicturesAreLeftAndSaid() throws IOException {
        byte[] picture = with(chunk("tEXt", latin(PLACE)));
        for (int length = 8; length < picture.length; length++) {
            byte[] part = cut(picture, 0, length);
            CleanedFile cleaned = CleanedFile.of("image/png", part);
            assertSame(part, cleaned.bytes());
            assertEquals(Metadata.DAMAGED, cleaned.metadata());
        }
    }

    @Test
    void lengthsBeyondTheFileAreRefused() {
        byte[] picture = plain.clone();
        ByteBuffer.wrap(picture).putInt(IHDR_END, -5);
        assertEquals(Metadata.DAMAGED, CleanedFile.of("image/png", picture).metadata());
        ByteBuffer.wrap(picture).putInt(IHDR_END, Integer.MAX_VALUE);
        assertEquals(Metadata.DAMAGED, CleanedFile.of("image/png", picture).metadata());
    }

    private byte[] with(byte[]... chunks) {
        return joined(cut(plain, 0, IHDR_END), joined(chunks), cut(plain, IHDR_END, plain.length));
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(joined(latin(type), content));
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(latin(type))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }
}
