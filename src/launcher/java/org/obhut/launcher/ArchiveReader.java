package org.obhut.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads an archive. What is wrong with it shows in {@link #check} before anything is changed. */
final class ArchiveReader implements AutoCloseable {

    private static final int LARGEST_TABLE_OF_CONTENTS = 1 << 20;

    private final ZipFile zip;
    private final Archive archive;

    private ArchiveReader(ZipFile zip, Archive archive) {
        this.zip = zip;
        this.archive = archive;
    }

    static ArchiveReader open(Path file) throws IOException, DamagedArchive, StartFailure {
        if (!Files.isRegularFile(file)) {
            throw new StartFailure("There is no archive " + file);
        }
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new ArchiveReader(zip, contents(zip));
            } catch (IOException | DamagedArchive e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | EOFException e) {
            throw new DamagedArchive("it is cut off, or no archive at all");
        }
    }

    private static Archive contents(ZipFile zip) throws IOException, DamagedArchive {
        ZipEntry entry = zip.getEntry(Archive.ENTRY);
        if (entry == null) {
            throw new DamagedArchive("it has no table of contents");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Archive.of(new String(in.readNBytes(LARGEST_TABLE_OF_CONTENTS), StandardCharsets.UTF_8));
        }
    }

    Archive archive() {
        return archive;
    }

    /** Reads everything once. @throws DamagedArchive where a table is missing or not what it was */
    void check() throws IOException, DamagedArchive {
        for (Archive.Table table : archive.tables()) {
            try (var in = new DigestInputStream(stream(table), ArchiveWriter.sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(table.digest())) {
                    throw new DamagedArchive("table " + table.name() + " was altered");
                }
            } catch (ZipException | EOFException e) {
                throw new DamagedArchive("table " + table.name() + " can't be read");
            }
        }
    }

    /** A table's rows; the caller closes it. */
    InputStream stream(Archive.Table table) throws IOException, DamagedArchive {
        ZipEntry entry = zip.getEntry(ArchiveWriter.entry(table.name()));
        if (entry == null) {
            throw new DamagedArchive("table " + table.name() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
