package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.attachment.Pictures.cut;
import static org.obhut.attachment.Pictures.latin;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterImageTest {

    @ParameterizedTest
    @CsvSource({"jpg, image/jpeg", "png, image/png", "gif, image/gif"})
    void kindAndSizeAreReadFromTheBytes(String format, String type) throws IOException {
        byte[] picture = Pictures.drawn(format);
        assertEquals(Optional.of(new RasterImage(type, 64, 48)), RasterImage.of(picture));
        assertEquals(Optional.empty(), RasterImage.of(cut(picture, 0, 8)));
    }

    @ParameterizedTest
    @CsvSource({
        "VP8X, 0000000000000000 3f0000 2f0000",
        "VP8L, 00000000 2f 3fc00b00 00000000000000",
        "VP8 , 00000000 000000 9d012a 4000 3000 00000000"
    })
    void sizesOfWebpAreReadFromEachKindOfChunk(String chunk, String hexadecimal) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
        byte[] picture = Pictures.joined(latin("RIFF\0\0\0\0WEBP" + (chunk + " ").substring(0, 4)), bytes);
        assertEquals(Optional.of(new RasterImage("image/webp", 64, 48)), RasterImage.of(picture));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "%PDF-1.7", "II*\0", "0123ftypheic"})
    void nothingElseIsOne(String bytes) {
        assertEquals(Optional.empty(), RasterImage.of(latin(bytes)));
    }

    @Test
    void absurdSizesAreSaid() throws IOException {
        byte[] picture = Pictures.drawn("png");
        java.nio.ByteBuffer.wrap(picture).putInt(16, 1_000_000).putInt(20, 1_000_000);
        assertEquals(1_000_000_000_000L, RasterImage.of(picture).orElseThrow().pixels());
    }
}
