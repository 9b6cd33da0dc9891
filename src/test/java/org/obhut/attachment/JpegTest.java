package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.attachment.Pictures.PLACE;
import static org.obhut.attachment.Pictures.assertCleaned;
import static org.obhut.attachment.Pictures.cut;
import static org.obhut.attachment.Pictures.joined;
import static org.obhut.attachment.Pictures.latin;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {

    private static final int JFIF_END = 20;

    private final byte[] plain;

    JpegTest() throws IOException {
        plain = Pictures.drawn("jpg");
    }

    @Test
    void pictureWithoutMetadataStaysAsItIs() {
        CleanedFile cleaned = CleanedFile.of("image/jpeg", plain);
        assertSame(plain, cleaned.bytes());
        assertEquals(Metadata.ABSENT, cleaned.metadata());
    }

    @Test
    void placeThumbnailAndWordsGo() throws IOException {
        byte[] picture = with(
                segment(0xe1, "Exif\0\0", Pictures.exif(1)),
                segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", latin("<x:xmpmeta>" + PLACE)),
                segment(0xed, "Photoshop 3.0\0", latin(PLACE)),
                segment(0xe2, "MPF\0", latin(PLACE)),
                segment(0xeb, "JP\0\1", latin(PLACE)),
                segment(0xe5, "Own\0", latin(PLACE)),
                segment(0xfe, "", latin(PLACE)));
        assertArrayEquals(plain, assertCleaned("image/jpeg", picture));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void orientationAloneIsKeptOfTheFirstOfTwoExifSegments(int orientation) throws IOException {
        byte[] picture = with(
                segment(0xe1, "Exif\0\0", Pictures.exif(orientation)),
                segment(0xe1, "Exif\0\0", Pictures.exif(orientation == 3 ? 4 : 3)));
        byte[] cleaned = assertCleaned("image/jpeg", picture);
        assertEquals(plain.length + 36, cleaned.length);
        assertEquals(orientation, Orientation.read(cleaned, JFIF_END + 10, cleaned.length));
    }

    @Test
    void orientationIsReadInEitherByteOrder() {
        byte[] intel = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0};
        assertEquals(6, Orientation.read(intel, 0, intel.length));
        intel[18] = 9;
        assertEquals(Orientation.UPRIGHT, Orientation.read(intel, 0, intel.length));
        intel[4] = 127;
        assertEquals(Orientation.UPRIGHT, Orientation.read(intel, 0, intel.length));
    }

    @Test
    void colourProfileStays() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] colours = segment(0xe2, "ICC_PROFILE\0\1\1", profile);
        byte[] picture = with(segment(0xe1, "Exif\0\0", Pictures.exif(1)), colours);
        assertArrayEquals(with(colours), assertCleaned("image/jpeg", picture));
    }

    @Test
    void headLosesItsThumbnail() throws IOException {
        byte[] thumbnail = joined(new byte[] {4, 4}, latin(PLACE), new byte[48 - PLACE.length()]);
        byte[] head = joined(new byte[] {(byte) 0xff, (byte) 0xe0, 0, 64}, cut(plain, 6, 18), thumbnail);
        byte[] picture = joined(cut(plain, 0, 2), head, cut(plain, JFIF_END, plain.length));
        assertArrayEquals(plain, assertCleaned("image/jpeg", picture));
    }

    @Test
    void whatIsHiddenBehindTheEndOrBetweenSegmentsGoes() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("x"));
            zip.write(latin(PLACE));
        }
        assertArrayEquals(plain, assertCleaned("image/jpeg", joined(plain, archive.toByteArray())));
        assertArrayEquals(plain, assertCleaned("image/jpeg", joined(plain, latin(PLACE), plain)));
        assertArrayEquals(plain, assertCleaned("image/jpeg", with(latin(PLACE))));
    }

    @Test
    void picturesInSeveralScansKeepAllOfThem() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam slow = writer.getDefaultWriteParam();
        slow.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(ImageIO.read(new java.io.ByteArrayInputStream(plain)), null, null), slow);
        writer.dispose();
        byte[] scans = bytes.toByteArray();
        byte[] picture = joined(cut(scans, 0, 2), segment(0xfe, "", latin(PLACE)), cut(scans, 2, scans.length));
        assertArrayEquals(scans, assertCleaned("image/jpeg", picture));
    }

    @Test
    void whatAPictureIsCountsAndNotWhatItIsCalled() throws IOException {
        assertCleaned("application/octet-stream", with(segment(0xfe, "", latin(PLACE))));
    }

    /** Wherever it is cut off, it stays as it came. */
    @Test
    void cutOffPicturesAreLeftAndSaid() throws IOException {
        byte[] picture = with(segment(0xe1, "Exif\0\0", Pictures.exif(6)));
        for (int length = 3; length < picture.length; length++) {
            byte[] part = cut(picture, 0, length);
            CleanedFile cleaned = CleanedFile.of("image/jpeg", part);
            assertSame(part, cleaned.bytes());
            assertEquals(Metadata.DAMAGED, cleaned.metadata());
        }
    }

    @Test
    void absurdNumbersOfSegmentsAreNotFollowed() throws IOException {
        byte[] pair = joined(segment(0xfe, "", new byte[0]), segment(0xdb, "", new byte[0]));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 200_000; i++) {
            many.writeBytes(pair);
        }
        CleanedFile cleaned = CleanedFile.of("image/jpeg", with(many.toByteArray()));
        assertEquals(Metadata.KEPT, cleaned.metadata());
        assertTrue(cleaned.bytes().length > 1_000_000);
    }

    private byte[] with(byte[]... segments) {
        return joined(cut(plain, 0, JFIF_END), joined(segments), cut(plain, JFIF_END, plain.length));
    }

    private static byte[] segment(int marker, String name, byte[] content) {
        byte[] all = joined(name.getBytes(StandardCharsets.ISO_8859_1), content);
        int length = all.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, all);
    }
}
