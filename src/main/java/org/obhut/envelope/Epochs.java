package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.Settings;
import org.obhut.platform.Statements;

/** How the epochs' secrets stand, to look at: nothing here is a key. */
@ApplicationScoped
public class Epochs {

    private final KeyStore keys;
    private final Rotation rotation;
    private final ClockGuard clocks;
    private final Statements statements;
    private final Settings settings;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Epochs() {
        this(null, null, null, null, null);
    }

    @Inject
    public Epochs(KeyStore keys, Rotation rotation, ClockGuard clocks, Statements statements, Settings settings) {
        this.keys = keys;
        this.rotation = rotation;
        this.clocks = clocks;
        this.statements = statements;
        this.settings = settings;
    }

    /** @param acknowledged whether key store and copy both give it when read back */
    public record Secret(int number, Instant made, boolean acknowledged) {}

    /**
     * @param secrets those that are kept, by number; the last one is the next epoch's
     * @param rows how many seals and lookup values are under each epoch
     * @param together whether key store and database lie on one file system
     */
    public record State(
            int current,
            List<Secret> secrets,
            Map<Integer, Long> rows,
            Instant lastRun,
            ClockGuard.Reading clocks,
            boolean together) {}

    /** How everything stands now. */
    public State now() {
        Instant lastRun = statements
                .on(connection -> EpochState.read(connection).orElseThrow())
                .lastRun();
        return new State(current(), secrets(), rows(), lastRun, clocks.read(lastRun), together());
    }

    public int current() {
        return keys.currentEpoch();
    }

    /** Those that are kept, by number. */
    public List<Secret> secrets() {
        return keys.epochs().numbers().stream()
                .map(number -> new Secret(
                        number, keys.epochs().made(number), keys.epochs().acknowledged(number)))
                .toList();
    }

    /**
     * Does what is due now rather than with the next hour; goes on where a run was stopped.
     *
     * @throws org.obhut.platform.ClockDoubt where the clocks disagree
     */
    public void run() {
        rotation.run();
    }

    private Map<Integer, Long> rows() {
        String sql = """
                SELECT epoch, count(*) FROM (SELECT epoch FROM seal UNION ALL SELECT epoch FROM lookup) AS every
                GROUP BY epoch""";
        Map<Integer, Long> rows = new TreeMap<>();
        statements.list(sql, row -> rows.put(row.getInt(1), row.getLong(2)));
        return rows;
    }

    private boolean together() {
        try {
            return !settings.demo()
                    && (together(settings.keyStore(), settings.dataFolder())
                            || together(settings.keyStoreCopy(), settings.dataFolder()));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Whether an image of one holds the other, too. */
    static boolean together(Path keys, Path database) throws IOException {
        return Files.exists(database) && Files.getFileStore(keys).equals(Files.getFileStore(database));
    }
}
