package org.obhut.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Payara Micro with the WAR, as a process of its own. */
public final class Server implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

    /** What the container writes when it has finished, with or without the application. */
    private static final String CONTAINER_READY = " ready in ";

    /** How the application begins the one line in which it says why it does not start. */
    private static final String REASON = "Obhut does not start: ";

    private final Process process;
    private final Path folder;
    private final Path log;
    private final DataFolder data;

    private Server(Process process, Path folder, Path log, DataFolder data) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.data = data;
    }

    /**
     * Where a server listens and what it runs.
     *
     * @param program the container's jar
     * @param application the WAR
     * @param settings handed over as MicroProfile Config
     * @param environment added to this process's own; for what must not stand in a file
     * @param flags further ones for the JVM
     */
    public record Plan(
            Path program,
            Path application,
            String address,
            int port,
            Map<String, String> settings,
            Map<String, String> environment,
            List<String> flags) {}

    /** Ends what an earlier launcher that was killed has left running. */
    public static void endLeftOver(DataFolder data) throws IOException, InterruptedException {
        LeftOver.end(data.path("server.pid"));
        DataFolder.delete(data.path("run"));
    }

    /** Starts the process and returns at once; {@link #awaitReady} says when it answers. */
    public static Server start(DataFolder data, Plan plan) throws IOException {
        Path log = data.log("server.log");
        Path folder = PrivateFile.folder(data.path("run"));
        Path temporary = PrivateFile.folder(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                // What a client wrote may be anywhere in memory: it must not get into a dump.
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisableAttachMechanism",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary));
        command.addAll(plan.flags());
        command.addAll(List.of(
                "-jar",
                plan.program().toString(),
                "--deploy",
                plan.application().toString()));
        command.addAll(ServerFiles.options(folder, plan.address(), plan.port(), plan.settings()));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(plan.environment());
        Process process = builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        LeftOver.remember(data.path("server.pid"), process.toHandle());
        return new Server(process, folder, log, data);
    }

    /** Waits until {@code /health/ready} answers. */
    public void awaitReady(URI address) throws IOException, InterruptedException, StartFailure {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest probe = HttpRequest.newBuilder(address.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (System.nanoTime() < deadline) {
            boolean containerReady = logHas(CONTAINER_READY);
            if (answers(client, probe)) {
                return;
            }
            if (containerReady) {
                throw new StartFailure(reason().orElse("The server refused the application; see " + log));
            }
            if (process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailure("The server ended with code " + process.exitValue() + "; see " + log);
            }
        }
        throw new StartFailure("The server is not ready after " + TIME_TO_START.toSeconds() + " s; see " + log);
    }

    private static boolean answers(HttpClient client, HttpRequest probe) throws InterruptedException {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean logHas(String text) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(text));
        }
    }

    private Optional<String> reason() throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(REASON))
                    .map(line -> line.substring(line.indexOf(REASON) + REASON.length()))
                    .findFirst();
        }
    }

    /** Completes when the process has ended, by whatever cause. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The process, so that a test can kill it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        LeftOver.stop(process.toHandle());
        Files.deleteIfExists(data.path("server.pid"));
        DataFolder.delete(folder);
    }
}
