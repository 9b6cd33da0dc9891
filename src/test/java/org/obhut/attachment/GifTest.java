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
import org.junit.jupiter.api.Test;

class GifTest {

    private final byte[] plain;
    private final int head;

    GifTest() throws IOException {
        plain = Pictures.drawn("gif");
        head = 13 + 3 * (2 << (plain[10] & 7));
    }

    @Test
    void pictureWithoutMetadataStaysAsItIs() {
        CleanedFile cleaned = CleanedFile.of("image/gif", plain);
        assertSame(plain, cleaned.bytes());
        assertEquals(Metadata.ABSENT, cleaned.metadata());
    }

    @Test
    void commentsAndForeignBlocksGo() throws IOException {
        byte[] picture = with(
                joined(new byte[] {0x21, (byte) 0xfe}, block(PLACE), new byte[1]),
                joined(new byte[] {0x21, (byte) 0xff}, block("XMP DataXMP"), block(PLACE), new byte[1]),
                joined(new byte[] {0x21, (byte) 0xff}, block("SomeCamera1"), block(PLACE), new byte[1]));
        assertArrayEquals(plain, assertCleaned("image/gif", picture));
    }

    @Test
    void repetitionOfAnAnimationStays() throws IOException {
        byte[] loop = joined(new byte[] {0x21, (byte) 0xff}, block("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        byte[] comment = joined(new byte[] {0x21, (byte) 0xfe}, block(PLACE), new byte[1]);
        assertArrayEquals(with(loop), assertCleaned("image/gif", with(loop, comment)));
    }

    @Test
    void whatIsHiddenBehindTheEndGoes() throws IOException {
        assertArrayEquals(plain, assertCleaned("image/gif", joined(plain, latin(PLACE))));
    }

    @Test
    void cutOffPicturesAreLeftAndSaid() {
        for (int length = 6; length < plain.length; length++) {
            byte[] part = cut(plain, 0, length);
            CleanedFile cleaned = CleanedFile.of("image/gif", part);
            assertSame(part, cleaned.bytes());
            assertEquals(Metadata.DAMAGED, cleaned.metadata());
        }
    }

    private byte[] with(byte[]... blocks) {
        return joined(cut(plain, 0, head), joined(blocks), cut(plain, head, plain.length));
    }

    private static byte[] block(String text) {
        return joined(new byte[] {(byte) text.length()}, latin(text));
    }
}
