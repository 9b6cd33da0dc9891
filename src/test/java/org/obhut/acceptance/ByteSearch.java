package org.obhut.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds bytes in files, as they are. Of each needle its first 16 bytes are looked for: random ones as ciphertext and keys are stand nowhere
 * by chance.
 */
final class ByteSearch {

    private static final int LENGTH = 16;

    private final Map<Long, Map<Long, String>> needles = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** @param bytes 16 at least, or nothing is added: too few to be told from others */
    ByteSearch add(String name, byte[] bytes) {
        if (bytes.length >= LENGTH) {
            needles.computeIfAbsent(number(bytes, 0), half -> new HashMap<>()).put(number(bytes, Long.BYTES), name);
            names.add(name);
        }
        return this;
    }

    int needles() {
        return needles.values().stream().mapToInt(Map::size).sum();
    }

    /** How often each name's needles stand in a file; nothing where the file is gone by now. */
    Map<String, Integer> in(Path file) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 20];
            long earlier = 0;
            long later = 0;
            long read = 0;
            for (int length; (length = content.read(buffer)) > 0; ) {
                for (int i = 0; i < length; i++) {
                    earlier = earlier << 8 | later >>> 56;
                    later = later << 8 | buffer[i] & 0xff;
                    if (++read >= LENGTH) {
                        Map<Long, String> ends = needles.get(earlier);
                        String name = ends == null ? null : ends.get(later);
                        if (name != null) {
                            found.merge(name, 1, Integer::sum);
                        }
                    }
                }
            }
        } catch (NoSuchFileException gone) {
            return Map.of();
        }
        return found;
    }

    /** As {@link #in(Path)}, over all files below a folder but those of some folders in it. */
    Map<String, Integer> below(Path folder, Path... without) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> Arrays.stream(without).noneMatch(file::startsWith))
                    .toList()) {
                in(file).forEach((name, times) -> found.merge(name, times, Integer::sum));
            }
        }
        return found;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }
}
