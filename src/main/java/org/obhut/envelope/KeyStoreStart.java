package org.obhut.envelope;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;
import org.obhut.platform.Statements;

/** Opens the key store at start, after the database has its schema, and keeps the rotation going. */
@ApplicationScoped
public class KeyStoreStart {

    private static final System.Logger LOG = System.getLogger(KeyStoreStart.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> schedule;

    @Produces
    @Singleton
    KeyStore open(Settings settings, Statements statements, SecureRandom random, Clock clock) {
        try {
            return new BoundKeyStore(statements, random, clock)
                    .open(settings.keyStore(), Optional.of(settings.keyStoreCopy()));
        } catch (KeyStoreRefused refusal) {
            LOG.log(System.Logger.Level.ERROR, "Obhut does not start: {0}", refusal.getMessage());
            throw refusal;
        }
    }

    void start(
            @Observes @Priority(StartupOrder.KEYS) @Initialized(ApplicationScoped.class) Object start,
            Settings settings,
            KeyStore keys,
            Rotation rotation) {
        LOG.log(System.Logger.Level.INFO, "Key store {0}, epoch {1}", keys.id(), keys.currentEpoch());
        if (!settings.demo()) {
            warnOfOneFileSystem(settings.keyStore(), settings.dataFolder());
            warnOfOneFileSystem(settings.keyStoreCopy(), settings.dataFolder());
        }
        // A node that was away destroys what is due before it serves.
        run(rotation);
        schedule = executor.scheduleWithFixedDelay(() -> run(rotation), 1, 1, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private static void run(Rotation rotation) {
        try {
            rotation.run();
        } catch (ClockDoubt doubt) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: no key was rotated or destroyed: {0}", doubt.getMessage());
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ALARM: the rotation of keys stopped ({0}) and is resumed in an hour",
                    failure.getClass().getName());
        }
    }

    private static void warnOfOneFileSystem(Path keys, Path database) {
        try {
            if (Epochs.together(keys, database)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The key store {0} lies on the same file system as the database {1}: an image of it holds both, and"
                                + " what was erased can be brought back from it",
                        keys,
                        database);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Whether {0} lies apart from the database is unknown", keys);
        }
    }
}
