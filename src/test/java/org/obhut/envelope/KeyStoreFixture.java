package org.obhut.envelope;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Key stores with the same secrets at every run. */
public final class KeyStoreFixture {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private KeyStoreFixture() {}

    public static KeyStore keyStore(Path folder) {
        return keyStore(folder, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    public static KeyStore keyStore(Path folder, Clock clock) {
        return new KeyStore(folder, Optional.empty(), Optional.empty(), new FixedRandom("key store"), clock);
    }
}
