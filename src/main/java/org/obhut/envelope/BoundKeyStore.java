package org.obhut.envelope;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.obhut.platform.Statements;

/** Opens a key store together with the database it belongs to; binds the two where the database is new. */
record BoundKeyStore(Statements statements, SecureRandom random, Clock clock) {

    /** @throws KeyStoreRefused where the two do not belong together */
    KeyStore open(Path folder, Optional<Path> copy) {
        return statements.inTransaction(connection -> open(connection, folder, copy));
    }

    private KeyStore open(Connection connection, Path folder, Optional<Path> copy) throws SQLException {
        Optional<EpochState> state = EpochState.read(connection);
        KeyStore keys = new KeyStore(folder, copy, state.map(EpochState::keyStore), random, clock);
        if (state.isEmpty()) {
            EpochState.begin(connection, keys.id(), keys.currentEpoch(), clock.instant());
        } else if (state.get().epoch() > keys.currentEpoch()) {
            catchUp(keys, state.get().epoch());
        }
        return keys;
    }

    private static void catchUp(KeyStore keys, int epoch) {
        if (!keys.epochs().numbers().contains(epoch)) {
            throw new KeyStoreRefused("OBHUT_KEYSTORE is older than the database: it lacks the secret of epoch " + epoch
                    + ". Put the newer key store's files back (OBHUT_KEYSTORE_COPY has them).");
        }
        keys.enter(epoch);
    }
}
