package org.obhut.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program of {@code deploy/} as a process of its own, as its script starts it. */
final class Program {

    private final String name;
    private final Map<String, String> environment = new HashMap<>();

    /** What it said, and how it ended. */
    record Ended(int code, String text) {}

    /** @param name a class of the launcher */
    Program(String name) {
        this.name = "org.obhut.launcher." + name;
    }

    Program with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Process start(Object... words) throws IOException {
        return start(List.of(), words);
    }

    Ended run(Object... words) throws IOException, InterruptedException {
        return end(start(words));
    }

    /** On a disk on which no file may become larger than so many kilobytes. */
    Ended runWithin(int kilobytes, Object... words) throws IOException, InterruptedException {
        return end(start(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "-"), words));
    }

    private Process start(List<String> before, Object... words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                name));
        for (Object word : words) {
            command.add(word.toString());
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}
