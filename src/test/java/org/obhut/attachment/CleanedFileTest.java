package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.obhut.attachment.Pictures.latin;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanedFileTest {

    @ParameterizedTest
    @CsvSource({
        "application/pdf, %PDF-1.7, UNTOUCHED",
        "text/plain, Guten Tag, UNTOUCHED",
        "text/plain, '', UNTOUCHED",
        "image/bmp, BM0123, ABSENT",
        "image/tiff, 'II*\u0000 0123', KEPT",
        "application/octet-stream, 'MM\u0000* 0123', KEPT",
        "image/svg+xml, <svg/>, KEPT",
        "image/jxl, 0123, KEPT",
        "video/mp4, '0123ftypisom', KEPT",
        "audio/ogg, OggS, KEPT",
        "image/jpeg, text, KEPT",
        "image/heic, '0123ftypheic', DAMAGED",
        "image/gif, GIF89a, DAMAGED",
        "image/webp, RIFF0123WEBP, DAMAGED"
    })
    void saysWhatBecameOfAFile(String type, String content, Metadata expected) {
        byte[] bytes = latin(content);
        CleanedFile cleaned = CleanedFile.of(type, bytes);
        assertEquals(expected, cleaned.metadata());
        assertSame(bytes, cleaned.bytes());
    }
}
