package org.obhut.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, the way {@code deploy/run} starts it. */
class LauncherIT {

    private static final long SECONDS_TO_END = 60;

    private final List<Process> launchers = new ArrayList<>();
    private final int httpPort = free();
    private final int smtpPort = free();
    private final int imapPort = free();

    @TempDir
    private Path folder;

    private static int free() {
        try {
            return Ports.free();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void endAll() {
        for (Process launcher : launchers) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
        processesOfThisTest().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void recoversFromAKillAndLeavesNothingBehindAtItsEnd() throws Exception {
        Path data = folder.resolve("data");
        Process killed = launch(data);
        assertEquals("ready", lastLine(killed, "ready"));
        assertEquals(200, healthStatus());

        Process second = launch(folder.resolve("other"));
        String refusal = lastLine(second, "Obhut did not start.");
        assertTrue(refusal.contains("set OBHUT_HTTP_PORT"), refusal);
        assertEquals(1, second.waitFor());

        killed.destroyForcibly().waitFor();
        assertFalse(processesOfThisTest().isEmpty(), "what a kill leaves behind");
        Process launcher = launch(data);
        assertEquals("ready", lastLine(launcher, "ready"));
        assertEquals(200, healthStatus());

        // Process.destroy() would also close the stream that is read below.
        launcher.toHandle().destroy();
        assertEquals("stopped", lastLine(launcher, "stopped"));
        assertTrue(launcher.waitFor(SECONDS_TO_END, TimeUnit.SECONDS));
        assertEquals(0, launcher.exitValue());
        assertEquals(List.of(), processesOfThisTest());
        assertFalse(Files.exists(data.resolve("run")));
        assertFalse(Files.exists(data.resolve("server.pid")));
        assertFalse(Files.exists(data.resolve("database/postmaster.pid")));
    }

    private Process launch(Path data) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "target");
        builder.environment().put("OBHUT_DATA", data.toString());
        builder.environment().put("OBHUT_HTTP_PORT", Integer.toString(httpPort));
        builder.environment().put("OBHUT_DEMO_SMTP_PORT", Integer.toString(smtpPort));
        builder.environment().put("OBHUT_DEMO_IMAP_PORT", Integer.toString(imapPort));
        builder.environment().put("OBHUT_DEMO_MAILS", "false");
        Process launcher = builder.redirectErrorStream(true).start();
        launchers.add(launcher);
        return launcher;
    }

    /** Reads what a launcher says until a line that begins so, which is answered, or until its end. */
    private static String lastLine(Process launcher, String beginning) throws IOException {
        BufferedReader output = launcher.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        String last = "";
        while (line != null && !line.startsWith(beginning)) {
            last = line;
            line = output.readLine();
        }
        return line == null ? last : line;
    }

    private int healthStatus() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/health/ready"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Database and server name their folder on their command line. */
    private List<ProcessHandle> processesOfThisTest() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent())
                .toList();
    }
}
