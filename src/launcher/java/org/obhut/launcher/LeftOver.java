package org.obhut.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process whose number was written down, so that the start after a kill can find and end it. */
final class LeftOver {

    private static final long SECONDS_TO_END = 10;

    private LeftOver() {}

    static void remember(Path file, ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process));
    }

    /** Ends the process of a file, if it is still the one that was written down, and removes the file. */
    static void end(Path file) throws IOException, InterruptedException {
        if (Files.notExists(file)) {
            return;
        }
        String[] written = Files.readString(file).strip().split(" ", 2);
        Optional<ProcessHandle> process = written.length < 2
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(written[0]))
                        .filter(found -> startOf(found).equals(written[1]));
        if (process.isPresent()) {
            stop(process.get());
        }
        Files.delete(file);
    }

    /** Asks a process to end, and ends it where it does not. */
    static void stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** A process number alone may belong to another program by now; with its start it is unique. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
