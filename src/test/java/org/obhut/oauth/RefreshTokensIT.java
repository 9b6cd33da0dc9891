package org.obhut.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

class RefreshTokensIT {

    private static final String MAILBOX = "beratung@obhut.example";

    @TempDir
    Path folder;

    private final Statements statements = new Statements(PostgreSql.database());
    private RefreshTokens tokens;

    @BeforeEach
    void empty() {
        statements.run("TRUNCATE refresh_token");
        tokens = tokens(folder.resolve("keys"));
    }

    private RefreshTokens tokens(Path keys) {
        var random = new SecureRandom();
        var store = new KeyStore(keys, Optional.empty(), Optional.empty(), random, Clock.systemUTC());
        return new RefreshTokens(statements, new OperatingSecrets(store, random, Clock.systemUTC()));
    }

    @Test
    void keepsTheLastOneForTheFileThatItDescendsFrom() {
        assertEquals(Optional.empty(), tokens.newest(MAILBOX, "first"));
        tokens.keep(MAILBOX, "first", "second");
        tokens.keep(MAILBOX, "first", "third");
        assertEquals(Optional.of("third"), tokens.newest(MAILBOX, "first"));
        assertEquals(Optional.empty(), tokens.newest(MAILBOX, "renewed by hand"));
        assertEquals(Optional.empty(), tokens.newest("consiliere@obhut.example", "first"));
    }

    @Test
    void opensForItsOwnMailboxAndKeyStoreAlone() {
        tokens.keep(MAILBOX, "first", "second-token");
        statements.run("UPDATE refresh_token SET mailbox = 'consiliere@obhut.example'");
        assertEquals(Optional.empty(), tokens.newest("consiliere@obhut.example", "first"));
        statements.run("UPDATE refresh_token SET mailbox = ?", MAILBOX);
        assertEquals(Optional.empty(), tokens(folder.resolve("other")).newest(MAILBOX, "first"));
        assertEquals(Optional.of("second-token"), tokens.newest(MAILBOX, "first"));
        String stored = statements
                .list(
                        "SELECT sealed FROM refresh_token",
                        row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .get(0);
        assertFalse(stored.contains("second-token"));
    }
}
