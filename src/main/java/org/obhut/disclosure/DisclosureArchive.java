package org.obhut.disclosure;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * A ZIP file whose entries are encrypted with AES-256 (WinZip's AE-2), written straight to its receiver: nothing of it is on disk
 * here, and no file is in memory as a whole.
 */
public final class DisclosureArchive {

    /** The page to begin with. */
    public static final String DOCUMENT = "index.html";

    private DisclosureArchive() {}

    /** Writes one file of the ticket. */
    @FunctionalInterface
    public interface Files {
        void write(UUID attachment, OutputStream to) throws IOException;
    }

    /**
     * @param document the readable page, UTF-8
     * @param ours address of the ticket's mailbox; empty where it has none
     */
    public static void write(
            Selection selection,
            byte[] document,
            String ours,
            Files files,
            ArchivePassphrase passphrase,
            OutputStream to)
            throws IOException {
        try (var zip = new ZipOutputStream(to, passphrase.value().toCharArray(), StandardCharsets.UTF_8)) {
            add(zip, DOCUMENT, document);
            for (Selection.Entry entry : selection.entries()) {
                if (entry.message()) {
                    add(zip, entry.mail(), MailFile.of(entry.entry(), ours.isEmpty() ? null : ours));
                }
                for (Selection.NamedFile file : entry.files()) {
                    if (file.given()) {
                        zip.putNextEntry(parameters(file.name()));
                        files.write(file.file().id(), new Unclosed(zip));
                        zip.closeEntry();
                    }
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(parameters(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipParameters parameters(String name) {
        var parameters = new ZipParameters();
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setFileNameInZip(name);
        return parameters;
    }

    /** A file's end is not the archive's. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
