package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/main/webapp/assets/vendor");

    @Test
    void areTheBytesWhoseChecksumsWereWritten() throws Exception {
        var actual = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(VENDOR)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                actual.put(VENDOR.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        actual.remove("SHA256SUMS");
        var written = new TreeMap<String, String>();
        for (String line : Files.readAllLines(VENDOR.resolve("SHA256SUMS"))) {
            written.put(line.substring(66), line.substring(0, 64));
        }
        assertEquals(written, actual);
    }

    @Test
    void holdEveryIconThatIsShown() throws IOException {
        String sprite = Files.readString(VENDOR.resolve("icons.svg"));
        var name = Pattern.compile("part\\.icon\\(frame, \"([a-z0-9-]+)\"");
        var icons = new java.util.TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                name.matcher(Files.readString(file)).results().forEach(found -> icons.add(found.group(1)));
            }
        }
        assertTrue(icons.size() > 15);
        for (String icon : icons) {
            assertTrue(sprite.contains("id=\"i-" + icon + "\""), icon);
        }
    }
}
