package org.obhut.attachment;

import static org.obhut.fuzz.Bounds.expect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.obhut.fuzz.Bounds;

/** Any bytes as a picture: what is taken out makes it no larger, and there is nothing more to take out after that. */
public final class PictureFuzz {

    private static final List<String> TYPES =
            List.of("image/jpeg", "image/png", "image/webp", "image/heic", "text/plain");

    private PictureFuzz() {}

    public static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String format : List.of("jpg", "png", "gif")) {
            seeds.add(Pictures.drawn(format));
        }
        byte[] exif = Pictures.exif(6);
        byte[] jpeg = seeds.get(0);
        byte[] marker = Pictures.joined(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) ((exif.length + 8) >> 8), (byte) (exif.length + 8)},
                Pictures.latin("Exif\0\0"),
                exif);
        seeds.add(Pictures.joined(Pictures.cut(jpeg, 0, 2), marker, Pictures.cut(jpeg, 2, jpeg.length)));
        byte[] chunk = Pictures.joined(Pictures.latin("RIFF"), new byte[] {40, 0, 0, 0}, Pictures.latin("WEBPVP8X"));
        seeds.add(Pictures.joined(
                chunk, new byte[] {10, 0, 0, 0, 0x2c}, new byte[9], Pictures.latin("EXIF"), new byte[12]));
        byte[] box = Pictures.joined(
                new byte[] {0, 0, 0, 20}, Pictures.latin("ftypheic"), new byte[4], Pictures.latin("mif1"));
        seeds.add(Pictures.joined(box, new byte[] {0, 0, 0, 20}, Pictures.latin("meta"), new byte[12]));
        return seeds;
    }

    public static void fuzzerInitialize() throws IOException {
        seeds().forEach(PictureFuzz::clean);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Bounds.hold(bytes.length, () -> clean(bytes));
    }

    private static void clean(byte[] bytes) {
        byte[] before = bytes.clone();
        for (String type : TYPES) {
            CleanedFile once = CleanedFile.of(type, bytes);
            expect(Arrays.equals(before, bytes), "the file itself was changed");
            once.findings();
            if (once.metadata() == Metadata.REMOVED) {
                // An orientation may be written anew, which a picture with an empty block has less room for.
                expect(once.bytes().length <= bytes.length + 64, "larger than before");
                Metadata twice = CleanedFile.of(type, once.bytes()).metadata();
                expect(twice == Metadata.ABSENT, "cleaned once more: " + twice);
            } else {
                expect(Arrays.equals(bytes, once.bytes()), "changed without a word");
            }
        }
    }
}
