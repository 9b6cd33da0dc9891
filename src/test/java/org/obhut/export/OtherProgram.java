package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that are not ours and open what we write. Where one is missing, the test is skipped and says so, or fails where
 * {@code -Dobhut.readers.required=true}.
 */
enum OtherProgram {
    /** Opens spreadsheets. */
    LIBREOFFICE("soffice", "libreoffice-calc-nogui"),
    PDFINFO("pdfinfo", "poppler-utils"),
    PDFTOTEXT("pdftotext", "poppler-utils"),
    PDFFONTS("pdffonts", "poppler-utils"),
    /** Reads JSON. */
    JQ("jq", "jq");

    private static final int MINUTES = 2;

    private final String command;
    private final String debianPackage;

    OtherProgram(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    void need() {
        boolean here = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
        if (!here) {
            String message = "no " + command + " found; install it (Debian: apt-get install --no-install-recommends "
                    + debianPackage + ")";
            if (Boolean.getBoolean("obhut.readers.required")) {
                throw new IllegalStateException("Programs that open exports are required, but " + message);
            }
            System.out.println("Skipped: " + message);
            Assumptions.abort(message);
        }
    }

    /** What it says on its standard output. Fails where it complains by its exit code or does not end. */
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        need();
        Path said = Files.createTempFile(folder, command, ".txt");
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), command + " does not end");
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(said, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), output);
        return output;
    }
}
