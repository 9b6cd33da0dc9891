package org.obhut.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.outbox.TestCertificate;

@Timeout(30)
class TokenEndpointTest {

    @TempDir
    Path folder;

    private TokenServer server;
    private final TokenEndpoint endpoint = new TokenEndpoint(Duration.ofSeconds(10));

    @BeforeEach
    void start() throws IOException {
        server = new TokenServer();
        Files.writeString(folder.resolve("secret"), "s3cret&=+ ä\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OAuthClient client(URI at, @Nullable Path caFile) {
        return new OAuthClient(at, "client-1", folder.resolve("secret"), "mail offline", null, caFile);
    }

    private TokenAnswer ask(@Nullable String refreshToken) throws TokenRefused {
        return endpoint.ask(client(server.endpoint(), null), refreshToken);
    }

    private void refused(String reason) {
        TokenRefused refusal = assertThrows(TokenRefused.class, () -> ask(null));
        assertEquals(reason, refusal.reason());
        assertNull(refusal.getCause());
    }

    @Test
    void asksInTheClientsOwnName() throws Exception {
        server.answer(200, TokenServer.token("token-1", 3600));
        TokenAnswer answer = ask(null);
        assertEquals(new TokenAnswer("token-1", Duration.ofHours(1), null), answer);
        assertEquals(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "client-1",
                        "client_secret", "s3cret&=+ ä",
                        "scope", "mail offline"),
                server.asked().get(0));
        assertFalse(answer.toString().contains("token-1"));
    }

    @Test
    void asksWithARefreshTokenAndLearnsTheNextOne() throws Exception {
        server.answer(
                200,
                "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":\"60\",\"refresh_token\":\"next\"}");
        assertEquals(new TokenAnswer("t", Duration.ofMinutes(1), "next"), ask("first"));
        assertEquals("refresh_token", server.asked().get(0).get("grant_type"));
        assertEquals("first", server.asked().get(0).get("refresh_token"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, oauth-invalid-client",
        "401, invalid_client, oauth-invalid-client",
        "400, invalid_grant, oauth-invalid-grant",
        "400, invalid_scope, oauth-invalid-scope",
        "400, unauthorized_client, oauth-unauthorized-client",
        "400, unsupported_grant_type, oauth-unsupported-grant",
        "400, invalid_request, oauth-invalid-request",
        "400, something_of_their_own, oauth-not-understood",
        "401, '', oauth-invalid-client",
        "404, '', oauth-not-understood",
        "302, '', oauth-redirected",
        "307, '', oauth-redirected",
        "429, '', oauth-unavailable",
        "503, invalid_client, oauth-unavailable",
    })
    void saysInItsOwnWordsWhyThereIsNone(int status, String error, String reason) {
        server.answer(
                status, "{\"error\": \"" + error + "\", \"error_description\": \"AADSTS700 mira@client.example\"}");
        refused(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{",
                "{}",
                "{\"access_token\": \"t\"}",
                "{\"access_token\": \"t\", \"token_type\": \"mac\"}",
                "{\"access_token\": \"\", \"token_type\": \"Bearer\"}",
                "{\"access_token\": \"two\\r\\nlines\", \"token_type\": \"Bearer\"}",
                "{\"access_token\": 7, \"token_type\": \"Bearer\"}",
            })
    void takesNothingForATokenThatIsNone(String body) {
        server.answer(200, body);
        refused("oauth-not-understood");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "99999999999999999999, 300", "\"soon\", 300", "null, 300", "1e3, 1000", "9999999, 86400"})
    void readsOddLifetimesWithCare(String said, long seconds) throws Exception {
        server.answer(200, "{\"access_token\": \"t\", \"token_type\": \"Bearer\", \"expires_in\": " + said + "}");
        assertEquals(Duration.ofSeconds(seconds), ask(null).lifetime());
    }

    @Test
    void doesNotCarryTheSecretToWhereARedirectLeads() throws Exception {
        try (TokenServer other = new TokenServer()) {
            server.handle(exchange -> {
                exchange.getResponseHeaders().set("Location", other.endpoint().toString());
                TokenServer.answer(exchange, 307, "");
            });
            refused("oauth-redirected");
            assertEquals(0, other.asked().size());
        }
    }

    @Test
    void hangsUpOnAnAnswerWithoutEnd() {
        var closed = new CountDownLatch(1);
        server.handle(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException e) {
                closed.countDown();
            }
        });
        refused("oauth-not-understood");
        assertTrue(closed(closed));
    }

    private static boolean closed(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void doesNotWaitForAnAnswerThatDoesNotComeToItsEnd() {
        var never = new CountDownLatch(1);
        server.handle(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closed(never);
        });
        var hurried = new TokenEndpoint(Duration.ofMillis(300));
        TokenRefused refusal =
                assertThrows(TokenRefused.class, () -> hurried.ask(client(server.endpoint(), null), null));
        assertEquals("oauth-no-answer", refusal.reason());
        never.countDown();
    }

    @Test
    void saysWhereNobodyListensOrNoSuchHostIs() {
        server.close();
        refused("oauth-unreachable");
        URI nowhere = URI.create("https://login.invalid/token");
        TokenRefused refusal = assertThrows(TokenRefused.class, () -> endpoint.ask(client(nowhere, null), null));
        assertEquals("oauth-unreachable", refusal.reason());
    }

    @Test
    void saysWhichFileIsMissing() throws Exception {
        server.answer(200, TokenServer.token("t", 60));
        Files.writeString(folder.resolve("secret"), "\n");
        refused("oauth-secret-file");
        Files.delete(folder.resolve("secret"));
        refused("oauth-secret-file");
        assertEquals(0, server.asked().size());
    }

    @Test
    void verifiesTheEndpointsCertificateAndName() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        https.createContext("/token", exchange -> TokenServer.answer(exchange, 200, TokenServer.token("t", 60)));
        https.start();
        try {
            int port = https.getAddress().getPort();
            URI good = URI.create("https://localhost:" + port + "/token");
            URI otherName = URI.create("https://127.0.0.1:" + port + "/token");
            Path pem = certificate.pem(folder);
            assertEquals("t", endpoint.ask(client(good, pem), null).accessToken());
            assertEquals("oauth-certificate", reason(client(good, null)));
            assertEquals("oauth-certificate", reason(client(otherName, pem)));
        } finally {
            https.stop(0);
        }
    }

    private String reason(OAuthClient client) {
        return assertThrows(TokenRefused.class, () -> endpoint.ask(client, null))
                .reason();
    }
}
