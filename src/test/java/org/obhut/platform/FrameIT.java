package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** What holds for every answer of the server, whichever feature gives it. */
@WithObhut
class FrameIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;

    FrameIT(RunningObhut obhut) {
        server = obhut.address();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/health/ready", "/nothing-here", "/api/v1/nothing-here", "/assets/none"})
    void everyAnswerAllowsOnlyFilesOfThisServerAndIsNotKept(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        String policy = header(answer, "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
        assertEquals("", header(answer, "Server"));
        assertEquals("", header(answer, "X-Powered-By"));
    }

    @Test
    void theRootLeadsToSignInWhichIsAPage() throws Exception {
        HttpResponse<String> root = get("/");
        assertEquals(303, root.statusCode());
        assertTrue(header(root, "Location").contains("/sign-in"), header(root, "Location"));

        HttpResponse<String> page = get("/sign-in");
        assertEquals(200, page.statusCode());
        assertEquals("text/html;charset=UTF-8", header(page, "Content-Type"));
        assertTrue(page.body().startsWith("<!DOCTYPE html>"), page.body());
    }

    @Test
    void healthSaysOneWord() throws Exception {
        assertEquals("{\"status\":\"UP\"}", get("/health/live").body());
        assertEquals("{\"status\":\"UP\"}", get("/health/ready").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/metrics", "/metrics/base", "/openapi", "/openapi/", "/WEB-INF/web.xml", "/error"})
    void whatTheContainerWouldOpenIsClosed(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains(" – Obhut</title>"), answer.body());
    }

    @Test
    void anUnknownPlaceOfTheApiIsAProblemDocument() throws Exception {
        assertTrue(header(get("/api/v1/nothing-here"), "Content-Type").startsWith("application/problem+json"));
    }

    @Test
    void theDemoAnswersToNoOtherName() throws Exception {
        URI rebound = URI.create("http://127.0.0.1:" + server.getPort() + "/sign-in");
        try (var socket = new java.net.Socket("127.0.0.1", server.getPort())) {
            socket.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: obhut.example\r\nConnection: close\r\n\r\n").getBytes());
            String answer = new String(socket.getInputStream().readAllBytes());
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
        assertEquals(
                200,
                HTTP.send(HttpRequest.newBuilder(rebound).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void theServerLogsInPlainTextAndStartsWithoutASevereRecord(RunningObhut obhut) throws IOException {
        String log = java.nio.file.Files.readString(obhut.serverLog());

        // What comes later other tests may have caused on purpose.
        int started = log.indexOf("was successfully deployed");
        assertTrue(started > 0, log);
        String start = log.substring(0, started);
        assertFalse(start.contains(" SEVERE "), start);
    }
}
