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
import org.junit.jupiter.api.Test;

/** A container as phones write it, around bytes that stand for the coded picture. */
class HeifTest {

    private static final byte[] PICTURE = latin("coded picture that has to stay to the bit");
    private static final byte[] XMP = latin("<x:xmpmeta>" + PLACE + "</x:xmpmeta>");

    private byte[] exif = new byte[0];

    HeifTest() throws IOException {
        exif = joined(new byte[4], Pictures.exif(6));
    }

    @Test
    void exifAndXmpAreOverwrittenWhereTheyLie() {
        byte[] file = file(0, true);
        CleanedFile cleaned = CleanedFile.of("image/heic", file);
        assertEquals(Metadata.REMOVED, cleaned.metadata());
        assertNothingLeft(cleaned.bytes());
        int media = file.length - PICTURE.length - exif.length - XMP.length;
        assertArrayEquals(cut(file, 0, media + PICTURE.length), cut(cleaned.bytes(), 0, media + PICTURE.length));
        assertEquals(file.length, cleaned.bytes().length);
        assertEquals(
                Metadata.ABSENT, CleanedFile.of("image/heic", cleaned.bytes()).metadata());
    }

    @Test
    void eitherVersionOfTheItemTableIsRead() {
        assertEquals(Metadata.REMOVED, CleanedFile.of("", file(1, true)).metadata());
        assertEquals(Metadata.REMOVED, CleanedFile.of("", file(2, true)).metadata());
        assertEquals(Metadata.KEPT, CleanedFile.of("", file(3, true)).metadata());
    }

    @Test
    void emptySpaceAndForeignBoxesAreEmptied() {
        byte[] own = box("uuid", joined(new byte[16], latin(PLACE)));
        byte[] file = joined(file(0, false), box("free", latin(PLACE)), own);
        CleanedFile cleaned = CleanedFile.of("image/heic", file);
        assertEquals(Metadata.REMOVED, cleaned.metadata());
        assertNothingLeft(cleaned.bytes());
    }

    @Test
    void pictureWithoutMetadataStaysAsItIs() {
        byte[] file = file(0, false);
        CleanedFile cleaned = CleanedFile.of("image/heic", file);
        assertSame(file, cleaned.bytes());
        assertEquals(Metadata.ABSENT, cleaned.metadata());
    }

    @Test
    void metadataThatSharesItsBytesWithThePictureAreLeftAndSaid() {
        byte[] file = file(0, true);
        int exifOffset = offsetOf(file, PICTURE.length);
        ByteBuffer.wrap(file).putInt(exifOffset, ByteBuffer.wrap(file).getInt(exifOffset) - 1);
        assertLeft(Metadata.KEPT, file);
    }

    @Test
    void metadataOutsideTheMediaAreLeftAndSaid() {
        byte[] file = file(0, true);
        ByteBuffer.wrap(file).putInt(offsetOf(file, PICTURE.length), 0);
        assertLeft(Metadata.KEPT, file);
    }

    @Test
    void sequencesAndUnknownBoxesAreLeftAndSaid() {
        assertLeft(Metadata.KEPT, joined(file(0, true), box("moov", new byte[8])));
        assertLeft(Metadata.KEPT, joined(file(0, true), box("ownb", new byte[8])));
    }

    @Test
    void cutOffFilesAreLeftAndSaid() {
        byte[] file = file(0, true);
        for (int length = 12; length < file.length; length++) {
            assertLeft(Metadata.DAMAGED, cut(file, 0, length));
        }
    }

    private static void assertLeft(Metadata said, byte[] file) {
        CleanedFile cleaned = CleanedFile.of("image/heic", file);
        assertSame(file, cleaned.bytes());
        assertEquals(said, cleaned.metadata());
    }

    /** Where the table says that the item lies which begins so far into the media. */
    private static int offsetOf(byte[] file, int into) {
        int media = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        for (int at = 0; ; at++) {
            if (ByteBuffer.wrap(file).getInt(at) == media + into) {
                return at;
            }
        }
    }

    private byte[] file(int version, boolean withMetadata) {
        byte[] ftyp = box("ftyp", joined(latin("heic"), new byte[4], latin("mif1heic")));
        byte[] empty = meta(version, withMetadata, 0);
        byte[] meta = meta(version, withMetadata, ftyp.length + empty.length + 8);
        return joined(ftyp, meta, box("mdat", withMetadata ? joined(PICTURE, exif, XMP) : PICTURE));
    }

    private byte[] meta(int version, boolean withMetadata, int media) {
        byte[] picture = entry(1, "hvc1\0");
        byte[] place = location(version, 1, media, PICTURE.length);
        if (!withMetadata) {
            return meta(joined(new byte[] {0, 1}, picture), version, joined(new byte[] {0, 1}, place));
        }
        byte[] entries =
                joined(new byte[] {0, 3}, picture, entry(2, "Exif\0"), entry(3, "mime\0application/rdf+xml\0"));
        byte[] count = version < 2 ? new byte[] {0, 3} : new byte[] {0, 0, 0, 3};
        byte[] places = joined(
                count,
                place,
                location(version, 2, media + PICTURE.length, exif.length),
                location(version, 3, media + PICTURE.length + exif.length, XMP.length));
        return meta(entries, version, places);
    }

    private static byte[] meta(byte[] entries, int version, byte[] places) {
        byte[] iinf = box("iinf", joined(new byte[4], entries));
        byte[] iloc = box("iloc", joined(new byte[] {(byte) version, 0, 0, 0, 0x44, 0}, places));
        return box("meta", joined(new byte[4], box("hdlr", new byte[24]), iinf, iloc));
    }

    private static byte[] entry(int item, String type) {
        return box("infe", joined(new byte[] {2, 0, 0, 0, 0, (byte) item, 0, 0}, latin(type)));
    }

    private static byte[] location(int version, int item, int offset, int length) {
        ByteBuffer location = ByteBuffer.allocate(version == 0 ? 14 : version == 1 ? 16 : 18);
        if (version == 2) {
            location.putInt(item);
        } else {
            location.putShort((short) item);
        }
        if (version > 0) {
            location.putShort((short) 0);
        }
        return location.putShort((short) 0)
                .putShort((short) 1)
                .putInt(offset)
                .putInt(length)
                .array();
    }

    private static byte[] box(String type, byte[] content) {
        return joined(ByteBuffer.allocate(4).putInt(content.length + 8).array(), latin(type), content);
    }
}
