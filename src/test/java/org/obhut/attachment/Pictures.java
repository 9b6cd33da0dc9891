package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures as a camera leaves them: drawn by Java, with what a camera adds put in by hand. */
public final class Pictures {

    /** Stands for whatever must not survive. */
    public static final String PLACE = "51.2277N 6.7735E Worringer Platz";

    private static final int JFIF_END = 20;

    private Pictures() {}

    static byte[] drawn(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, Color.ORANGE, 64, 48, Color.BLUE));
        brush.fillRect(0, 0, 64, 48);
        brush.setColor(Color.BLACK);
        brush.drawString("Obhut", 4, 30);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A photograph whose EXIF tells the place. */
    public static byte[] jpegOfAPlace() throws IOException {
        byte[] plain = drawn("jpg");
        byte[] exif = joined(latin("Exif\0\0"), exif(1));
        byte[] length =
                ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array();
        return joined(
                cut(plain, 0, JFIF_END),
                new byte[] {(byte) 0xff, (byte) 0xe1},
                length,
                exif,
                cut(plain, JFIF_END, plain.length));
    }

    /** EXIF as TIFF: upside-down or not, with the place as GPS and an own text, and a small thumbnail behind it. */
    static byte[] exif(int orientation) throws IOException {
        byte[] place = latin(PLACE);
        byte[] thumbnail = drawn("jpg");
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + place.length + 2 + 12 + 4 + thumbnail.length);
        int text = 8 + 2 + 36 + 4;
        int gps = text + place.length;
        tiff.putInt(0x4d4d002a).putInt(8).putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x010e, 2, place.length, text);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0).put(place).putShort((short) 1);
        entry(tiff, 0x0001, 2, 2, 'N' << 24);
        return tiff.putInt(0).put(thumbnail).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] cut(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /** Metadata are gone, nothing of the place is left, and a decoder sees the same as before. */
    static byte[] assertCleaned(String type, byte[] picture) throws IOException {
        CleanedFile cleaned = CleanedFile.of(type, picture);
        assertEquals(Metadata.REMOVED, cleaned.metadata());
        assertNothingLeft(cleaned.bytes());
        assertArrayEquals(pixels(picture), pixels(cleaned.bytes()));
        assertEquals(Metadata.ABSENT, CleanedFile.of(type, cleaned.bytes()).metadata());
        return cleaned.bytes();
    }

    static void assertNothingLeft(byte[] bytes) {
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains(PLACE), "the place is still there");
    }

    public static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
