package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A picture of a kind that every browser draws and none runs: by its bytes, whatever it was called. SVG is a program and
 * never one.
 *
 * @param type its media type
 * @param width in pixels, as the file's head says
 * @param height likewise
 */
public record RasterImage(String type, int width, int height) {

    /** Empty where the bytes are nothing of the kind, or too broken to say how large the picture is. */
    public static Optional<RasterImage> of(byte[] bytes) {
        try {
            ByteBuffer file = ByteBuffer.wrap(bytes);
            return switch (ImageFormat.of("", bytes)) {
                case PNG -> image("image/png", file.getInt(16), file.getInt(20));
                case GIF -> {
                    file.order(ByteOrder.LITTLE_ENDIAN);
                    yield image("image/gif", file.getShort(6) & 0xffff, file.getShort(8) & 0xffff);
                }
                case JPEG -> jpeg(file);
                case WEBP -> webp(file.order(ByteOrder.LITTLE_ENDIAN));
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** How many pixels a browser has to make room for. */
    public long pixels() {
        return (long) width * height;
    }

    private static Optional<RasterImage> image(String type, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new RasterImage(type, width, height)) : Optional.empty();
    }

    /** The first frame header (ITU-T T.81 section B.2.2). */
    private static Optional<RasterImage> jpeg(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return image("image/jpeg", file.getShort(at + 7) & 0xffff, file.getShort(at + 5) & 0xffff);
            }
            at += marker == 0xff ? 1 : 2 + (file.getShort(at + 2) & 0xffff);
        }
        return Optional.empty();
    }

    /** The first chunk of either kind (RFC 9649 section 2, RFC 6386 section 9.1). */
    private static Optional<RasterImage> webp(ByteBuffer file) {
        String type = "image/webp";
        return switch (file.getInt(12)) {
            case 0x58385056 -> image(type, (file.getInt(24) & 0xffffff) + 1, (file.getInt(26) >>> 8) + 1);
            case 0x4c385056 -> image(type, (file.getInt(21) & 0x3fff) + 1, (file.getInt(21) >>> 14 & 0x3fff) + 1);
            case 0x20385056 -> image(type, file.getShort(26) & 0x3fff, file.getShort(28) & 0x3fff);
            default -> Optional.empty();
        };
    }
}
