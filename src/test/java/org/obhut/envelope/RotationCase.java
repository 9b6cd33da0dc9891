package org.obhut.envelope;

import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.READER;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

/** A key store, a seal and lookup values on a real database, and days that pass without waiting. */
abstract class RotationCase {

    static final Duration DAY = Duration.ofDays(1);
    static final UUID MAILBOX = UUID.fromString("88888888-8888-4888-8888-888888888888");

    @TempDir
    Path base;

    final SecureRandom random = new SecureRandom();
    final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    final DataSource database = PostgreSql.database();
    final Statements statements = new Statements(database);
    final Seals seals = new Seals(statements, clock);
    final Root reader = Root.random(random);
    final Root root = Root.random(random);
    final List<Integer> replacedDays = new ArrayList<>();
    final List<RightsEnded> ended = new ArrayList<>();
    final List<EpochChanged> changed = new ArrayList<>();
    KeyStore keys;
    Sealer sealer;
    Lookups lookups;
    Rotation rotation;

    @BeforeEach
    void start() {
        keys = open();
        sealer = new Sealer(keys, random);
        BlindIndex index = new BlindIndex(keys);
        lookups = new Lookups(statements, index);
        ClockGuard clocks = new ClockGuard(clock, clock::instant, Optional.empty());
        rotation = new Rotation(
                keys,
                sealer,
                index,
                statements,
                clocks,
                replaced -> replacedDays.add(replaced.today()),
                ended::add,
                changed::add);
        rotation.run();
        seals.put(sealer.seal(root, FILE, new ReaderKey(READER, reader.sealingKey())));
        lookups.add(Label.MESSAGE_ID, FILE, ITEM, null, "a@b.example");
        lookups.add(Label.IDENTITY, FILE, ITEM, MAILBOX, "mail");
    }

    KeyStore open() {
        return new BoundKeyStore(statements, random, clock)
                .open(base.resolve("keys"), Optional.of(base.resolve("copy")));
    }

    void days(int days) {
        for (int day = 0; day < days; day++) {
            clock.move(DAY);
            rotation.run();
        }
    }

    Seal stored() {
        return seals.find(FILE, Set.of(READER)).orElseThrow();
    }

    long rows() {
        return statements
                .list("SELECT count(*) FROM seal", row -> row.getLong(1))
                .get(0);
    }
}
