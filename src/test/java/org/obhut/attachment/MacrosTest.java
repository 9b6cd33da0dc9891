package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.attachment.Pictures.joined;
import static org.obhut.attachment.Pictures.latin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacrosTest {

    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] PROJECT = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

    @ParameterizedTest
    @CsvSource({
        "word/vbaProject.bin, true",
        "xl/vbaProject.bin, true",
        "Basic/script-lc.xml, true",
        "word/document.xml, false"
    })
    void ofNewerDocumentsAreSeenByWhatTheArchiveHolds(String entry, boolean macros) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[9]);
        }
        assertEquals(macros, Macros.within(archive.toByteArray()));
    }

    @Test
    void ofOlderDocumentsAreSeenByTheirDirectory() {
        assertEquals(true, Macros.within(joined(COMPOUND, new byte[600], PROJECT, new byte[9])));
        assertEquals(false, Macros.within(joined(COMPOUND, new byte[600])));
    }

    @Test
    void nothingElseHasAny() {
        assertEquals(false, Macros.within(joined(latin("%PDF"), PROJECT, latin("vbaProject.bin"))));
        assertEquals(false, Macros.within(new byte[0]));
    }
}
