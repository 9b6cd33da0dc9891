package org.obhut.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Our own samples, to begin with. */
public final class Resources {

    private static final Path ALL = Path.of("src/test/resources");

    private Resources() {}

    /** Those below a folder whose names end so; the list can be added to. */
    public static List<byte[]> files(String folder, String end) {
        try (Stream<Path> files = Files.walk(ALL.resolve(folder))) {
            List<byte[]> found = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(end)).toList()) {
                found.add(Files.readAllBytes(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
