package org.obhut.attachment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obhut.attachment.Scan.Result;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;

/**
 * Asks ClamAV, where the setting {@code obhut.clamd} names one, what it thinks of files. Nothing waits longer than the
 * setting {@code obhut.clamd.patience} says for the files of one mail, and nothing fails because of it.
 */
@ApplicationScoped
public class Scanner {

    private static final System.Logger LOG = System.getLogger(Scanner.class.getName());
    private static final String PATIENCE = "obhut.clamd.patience";
    private static final int LONGEST_SIGNATURE = 200;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND", Pattern.DOTALL);

    private final Optional<SocketAddress> clamd;
    private final Duration patience;

    /** @throws InvalidSetting that names the setting */
    @Inject
    public Scanner(Settings settings) {
        clamd = ClamdAddress.of(settings);
        patience = patience(settings.text(PATIENCE).orElse("PT60S"));
    }

    /** For the scope's proxy. */
    protected Scanner() {
        clamd = Optional.empty();
        patience = Duration.ZERO;
    }

    private static Duration patience(String text) {
        try {
            Duration patience = Duration.parse(text);
            if (patience.compareTo(Duration.ZERO) > 0 && patience.compareTo(Duration.ofHours(1)) <= 0) {
                return patience;
            }
        } catch (DateTimeParseException e) {
            // the same answer as for a duration out of range
        }
        throw new InvalidSetting(PATIENCE, "must be a duration above zero and up to PT1H, such as PT60S");
    }

    /** A setting that can't be used ends the start. */
    void start(@Observes @Priority(StartupOrder.MAIL) @Initialized(ApplicationScoped.class) Object start) {
        LOG.log(Level.INFO, clamd.isPresent() ? "scanner-set" : "no-scanner-set");
    }

    /** What is said of each, in the same order. */
    public List<Scan> scan(List<byte[]> files) {
        List<Scan> scans = new ArrayList<>();
        long deadline = System.nanoTime() + patience.toNanos();
        boolean reachable = true;
        for (byte[] file : files) {
            if (clamd.isEmpty()) {
                scans.add(Scan.NONE);
            } else if (reachable) {
                try {
                    scans.add(read(Clamd.ask(clamd.get(), file, deadline)));
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "scanner-failed {0}", e.getClass().getName());
                    reachable = false;
                }
            }
        }
        while (scans.size() < files.size()) {
            scans.add(Scan.of(Result.FAILED));
        }
        return scans;
    }

    private static Scan read(String answer) {
        if (answer.equals("stream: OK")) {
            return Scan.of(Result.CLEAN);
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            String signature = found.group(1).replaceAll("[^\\x21-\\x7e]", "");
            return new Scan(Result.FOUND, signature.substring(0, Math.min(signature.length(), LONGEST_SIGNATURE)));
        }
        if (answer.contains("size limit exceeded")) {
            return Scan.of(Result.TOO_LARGE);
        }
        LOG.log(Level.WARNING, "scanner-refused");
        return Scan.of(Result.FAILED);
    }
}
