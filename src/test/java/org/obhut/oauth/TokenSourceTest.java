package org.obhut.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.platform.DatabaseRefused;
import org.obhut.platform.GrowingPause;
import org.obhut.platform.MovedClock;

class TokenSourceTest {

    private static final String MAILBOX = "beratung@obhut.example";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock(NOON);
    private final Kept kept = new Kept();
    private TokenServer server;
    private TokenSource source;
    private int given;

    /** Refresh tokens in memory, on a database that can be away. */
    private static final class Kept extends RefreshTokens {

        final Map<String, String> byFile = new HashMap<>();
        boolean away;

        @Override
        Optional<String> newest(String mailbox, String fromFile) {
            check();
            return Optional.ofNullable(byFile.get(fromFile));
        }

        @Override
        void keep(String mailbox, String fromFile, String token) {
            check();
            byFile.clear();
            byFile.put(fromFile, token);
        }

        private void check() {
            if (away) {
                throw new DatabaseRefused(new java.sql.SQLException("away", "08006"));
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new TokenServer();
        server.grant(form -> TokenServer.token("token-" + ++given, 3600));
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        Files.writeString(folder.resolve("refresh"), "first\n");
        source = source(null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TokenSource source(Path refreshTokenFile) {
        OAuthClient client = new OAuthClient(
                server.endpoint(), "client-1", folder.resolve("secret"), "mail", refreshTokenFile, null);
        return new TokenSource(
                MAILBOX,
                client,
                new TokenEndpoint(Duration.ofSeconds(10)),
                kept,
                clock,
                new GrowingPause(new SecureRandom()));
    }

    private String reason() {
        return assertThrows(TokenRefused.class, source::token).reason();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() throws Exception {
        assertEquals("token-1", source.token());
        clock.move(Duration.ofMinutes(58));
        assertEquals("token-1", source.token());
        clock.move(Duration.ofMinutes(1));
        assertEquals("token-2", source.token());
        assertEquals(2, server.asked().size());
    }

    @Test
    void usesAShortLivedTokenForHalfOfItsLife() throws Exception {
        server.grant(form -> TokenServer.token("token-" + ++given, 20));
        assertEquals("token-1", source.token());
        clock.move(Duration.ofSeconds(9));
        assertEquals("token-1", source.token());
        clock.move(Duration.ofSeconds(1));
        assertEquals("token-2", source.token());
    }

    @Test
    void manyWhoAskAtOnceGetTheAnswerToOneQuestion() {
        List<String> tokens = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return source.token();
                    } catch (TokenRefused e) {
                        return e.reason();
                    }
                })
                .distinct()
                .toList();
        assertEquals(List.of("token-1"), tokens);
        assertEquals(1, server.asked().size());
    }

    @Test
    void fetchesOnceAgainWhereTheMailServerRefusesATokenAndThenPauses() throws Exception {
        String first = source.token();
        source.refused(first);
        String second = source.token();
        assertEquals("token-2", second);
        source.refused(first);
        assertEquals(second, source.token(), "a late word about the first says nothing about the second");
        source.refused(second);
        assertEquals("oauth-token-refused", reason());
        assertEquals(2, server.asked().size());
        clock.move(Duration.ofSeconds(2));
        assertEquals("token-3", source.token());
        source.refused("token-3");
        clock.move(Duration.ofMillis(1400));
        assertEquals("oauth-token-refused", reason(), "the second pause is longer");
        clock.move(Duration.ofSeconds(2));
        source.accepted(source.token());
        source.refused("token-4");
        assertEquals("token-5", source.token(), "once it has been accepted, all begins anew");
    }

    @Test
    void leavesTheEndpointAloneForGrowingPausesAfterAFailure() {
        server.answer(400, "{\"error\": \"invalid_client\"}");
        assertEquals("oauth-invalid-client", reason());
        assertEquals("oauth-invalid-client", reason());
        assertEquals(1, server.asked().size());
        clock.move(Duration.ofMillis(1300));
        assertEquals("oauth-invalid-client", reason());
        assertEquals(2, server.asked().size());
        clock.move(Duration.ofMillis(1300));
        assertEquals("oauth-invalid-client", reason());
        assertEquals(2, server.asked().size());
    }

    @Test
    void picksUpAChangedSecretAtOnceWhenAsked() throws Exception {
        server.grant(form -> form.get("client_secret").equals("new")
                ? TokenServer.token("token", 3600)
                : "{\"error\": \"invalid_client\"}");
        assertEquals("oauth-invalid-client", reason());
        Files.writeString(folder.resolve("secret"), "new\n");
        assertEquals("oauth-invalid-client", reason());
        source.retry();
        assertEquals("token", source.token());
    }

    /** Gives each refresh token once and refuses it afterwards. */
    private void rotate() {
        server.grant(form -> {
            String expected = given == 0 ? "first" : "refresh-" + given;
            if (!form.get("refresh_token").equals(expected)) {
                return "{\"error\": \"invalid_grant\"}";
            }
            given++;
            return "{\"access_token\": \"token-" + given + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600,"
                    + " \"refresh_token\": \"refresh-" + given + "\"}";
        });
    }

    @Test
    void usesTheRefreshTokenThatTheProviderGaveLast() throws Exception {
        rotate();
        source = source(folder.resolve("refresh"));
        assertEquals("token-1", source.token());
        clock.move(Duration.ofHours(1));
        assertEquals("token-2", source.token());
        source = source(folder.resolve("refresh"));
        assertEquals("token-3", source.token(), "after a restart too");
    }

    @Test
    void losesNoRefreshTokenWhileTheDatabaseIsAway() throws Exception {
        rotate();
        source = source(folder.resolve("refresh"));
        kept.away = true;
        assertEquals("token-1", source.token());
        clock.move(Duration.ofHours(1));
        assertEquals("token-2", source.token());
        assertEquals(Map.of(), kept.byFile);
        kept.away = false;
        clock.move(Duration.ofHours(1));
        assertEquals("token-3", source.token());
        assertEquals(Map.of("first", "refresh-3"), kept.byFile);
    }

    @Test
    void usesTheTokenThatAnotherNodeHasGot() throws Exception {
        rotate();
        source = source(folder.resolve("refresh"));
        assertEquals("token-1", source.token());
        given = 2;
        kept.byFile.put("first", "refresh-2");
        clock.move(Duration.ofHours(1));
        assertEquals("token-3", source.token());
    }

    @Test
    void prefersATokenThatSomeoneHasPutIntoTheFile() throws Exception {
        kept.byFile.put("first", "worthless");
        Files.writeString(folder.resolve("refresh"), "renewed\n");
        server.grant(form -> form.get("refresh_token").equals("renewed")
                ? TokenServer.token("token", 60)
                : "{\"error\": \"invalid_grant\"}");
        source = source(folder.resolve("refresh"));
        assertEquals("token", source.token());
    }
}
