package org.obhut.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of the file system in which words are looked for.
 *
 * @param ours which of the files below belong to this place
 */
record SearchedPlace(String name, Path root, Predicate<Path> ours) {

    static SearchedPlace below(String name, Path root) {
        return new SearchedPlace(name, root, file -> true);
    }

    /** The files of a folder that others write to, too: only those changed since then. */
    static SearchedPlace changedSince(String name, Path root, FileTime since) {
        return new SearchedPlace(name, root, file -> {
            try {
                return Files.getLastModifiedTime(file).compareTo(since) >= 0;
            } catch (IOException gone) {
                return false;
            }
        });
    }

    SearchedPlace without(Path... others) {
        return new SearchedPlace(name, root, file -> Stream.of(others).noneMatch(file::startsWith) && ours.test(file));
    }

    /** What was found in how much. */
    record Found(int files, long bytes, Set<WordSearch.Hit> hits) {}

    Found search(WordSearch search) throws IOException {
        Set<WordSearch.Hit> hits = new TreeSet<>();
        long bytes = 0;
        List<Path> files = files();
        for (Path file : files) {
            hits.addAll(search.in(file));
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        return new Found(files.size(), bytes, hits);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        Files.walkFileTree(root, new java.nio.file.SimpleFileVisitor<>() {
            @Override
            public java.nio.file.FileVisitResult visitFile(
                    Path file, java.nio.file.attribute.BasicFileAttributes about) {
                if (about.isRegularFile() && ours.test(file)) {
                    files.add(file);
                }
                return java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult visitFileFailed(Path file, IOException gone) {
                return java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult postVisitDirectory(
                    Path folder, java.io.@org.jspecify.annotations.Nullable IOException gone) {
                return java.nio.file.FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
