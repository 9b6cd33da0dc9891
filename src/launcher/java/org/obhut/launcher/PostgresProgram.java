package org.obhut.launcher;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once into a folder. */
record PostgresProgram(Path folder) {

    private static final String COMPLETE = "complete";

    /** Unpacks what is missing; a half-unpacked folder of a start that was cut off is completed. */
    static PostgresProgram in(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(COMPLETE))) {
            String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
            String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
            try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
                    var entries = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry; (entry = entries.getNextEntry()) != null; ) {
                    unpack(entries, entry, folder.resolve(entry.getName()).normalize());
                }
            }
            Files.createFile(folder.resolve(COMPLETE));
        }
        return new PostgresProgram(folder);
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program executable");
        }
    }

    /** Runs a program to its end and answers its exit code. */
    int run(Path log, String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
    }
}
