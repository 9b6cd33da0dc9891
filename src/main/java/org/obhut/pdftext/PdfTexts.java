package org.obhut.pdftext;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Starts the process that reads a PDF and bounds it: one at a time, 128 MB of heap, 15 seconds, 400 kB of text; no environment, no folder
 * to write to, no dump. Nothing that it complains of is kept, as it may be a client's words.
 */
@ApplicationScoped
public class PdfTexts {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_TEXT = 400_000;
    private static final List<String> BOUNDS = List.of(
            "-Xmx128m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:+DisableAttachMechanism",
            "-Djava.awt.headless=true",
            // A list of the machine's fonts would be kept there.
            "-Duser.home=/nonexistent",
            "-Djava.io.tmpdir=/nonexistent");

    /** PDFBox wants a log, and gets one that keeps nothing. */
    private static final List<String> LOGGING = List.of(
            "org.apache.commons.logging.LogFactory", "org.slf4j.LoggerFactory", "org.slf4j.nop.NOPServiceProvider");

    /** What a page of text has no use for. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private final Class<?> program;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    public PdfTexts() {
        this(PdfReader.class, PATIENCE);
    }

    /** @param program whose {@code main} reads the file */
    PdfTexts(Class<?> program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /** The text of each page that has any; empty where the file can't be read within the bounds, or others are waiting, too. */
    public Optional<List<String>> of(byte[] pdf) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return read(pdf).map(PdfTexts::pages);
        } catch (IOException unreadable) {
            return Optional.empty();
        } finally {
            turn.release();
        }
    }

    private Optional<String> read(byte[] pdf) throws IOException {
        Process process = start();
        try {
            CompletableFuture.delayedExecutor(patience.toMillis() + 1_000, TimeUnit.MILLISECONDS)
                    .execute(process::destroyForcibly);
            try (OutputStream input = process.getOutputStream()) {
                input.write(pdf);
            }
            byte[] text;
            try (InputStream output = process.getInputStream()) {
                text = output.readNBytes(MOST_TEXT + 1);
            }
            boolean whole = text.length <= MOST_TEXT && process.waitFor() == 0;
            return whole ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> call = Stream.of("-cp", classpath(), program.getName(), String.valueOf(patience.toMillis()));
        var builder = new ProcessBuilder(
                Stream.of(java, BOUNDS.stream(), call).flatMap(part -> part).toList());
        builder.environment().clear();
        return builder.redirectError(Redirect.DISCARD).start();
    }

    /** Where the program and the few libraries that it needs lie, and nothing else of the server's. */
    private String classpath() {
        Stream<Class<?>> compiledAgainst =
                Stream.of(program, PDDocument.class, RandomAccessRead.class, FontBoxFont.class);
        return Stream.concat(compiledAgainst, LOGGING.stream().map(PdfTexts::named))
                .map(PdfTexts::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type, false, PdfTexts.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder or archive from which a class was loaded. A container need not tell it by the class's code source. */
    private static String place(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        String url = type.getClassLoader().getResource(file).toString();
        String place = url.substring(0, url.length() - file.length())
                .replaceFirst("^jar:", "")
                .replaceFirst("!/$", "");
        return Path.of(URI.create(place)).toString();
    }

    private static List<String> pages(String text) {
        return Stream.of(text.split(String.valueOf(PdfReader.PAGE_END)))
                .map(page -> CONTROLS.matcher(page).replaceAll("").strip())
                .filter(page -> !page.isEmpty())
                .toList();
    }
}
