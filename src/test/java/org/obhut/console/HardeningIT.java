package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** What holds against somebody who sends what no browser of ours would send. */
@WithObhut
class HardeningIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOO_MANY_PARTS = "b0undary";

    private final RunningObhut obhut;
    private final URI server;

    HardeningIT(RunningObhut obhut) {
        this.obhut = obhut;
        this.server = obhut.address();
    }

    private HttpResponse<String> send(String verb, String path, String type, String body, String from)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("X-Forwarded-For", from);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String verb, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(verb, path, type, body, "192.0.2.1");
    }

    @Test
    void filesErrorsAndTheApiHaveEveryHeader() throws Exception {
        List<String> missing = new ArrayList<>();
        for (String way : List.of(
                "GET /",
                "GET /nothing-here",
                "GET /assets/none",
                "GET /error",
                "GET /health/ready",
                "GET /metrics",
                "TRACE /",
                "PUT /sign-in",
                "DELETE /assets/css/obhut.css",
                "GET /api/v1/openapi.json",
                "GET /api/v1/tickets",
                "GET /api/v1/nothing-here",
                "PATCH /api/v1/tickets",
                "GET /first-administrator/unknown")) {
            String[] parts = way.split(" ");
            if (!parts[0].equals("TRACE")) {
                missing.addAll(Headers.missing(way, send(parts[0], parts[1], "", "")));
            }
        }
        missing.addAll(Headers.missing("too large", send("POST", "/api/v1/session", "application/json", large())));
        missing.addAll(Headers.missing("broken", send("POST", "/api/v1/session", "application/json", "{")));
        assertEquals(List.of(), missing);
        HttpResponse<String> file = send("GET", "/assets/css/obhut.css", "", "");
        assertEquals(List.of("file 200: Cache-Control"), Headers.missing("file", file));
    }

    /** The container answers before anything of ours could; it must at least say nothing of itself. */
    @Test
    void anAddressThatIsNoneIsRefusedWithoutATrace() throws Exception {
        for (String path : List.of("/%00", "/%2e%2e/%2e%2e/etc/passwd")) {
            HttpResponse<String> answer = send("GET", path, "", "");
            assertEquals(400, answer.statusCode());
            assertEquals(-1, answer.body().indexOf("Exception"), answer.body());
            assertEquals(-1, answer.body().indexOf("Payara"), answer.body());
        }
    }

    @Test
    void noAnswerIsGivenToTrace() throws Exception {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write("TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Canary: word\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
            assertEquals(-1, answer.indexOf("word"), answer);
        }
    }

    @Test
    void theSessionsCookieGoesToThisServerAloneAndToNoScript() {
        String cookie = new PlainBrowser(obhut).cookie();
        for (String flag : List.of("Path=/", "Secure", "HttpOnly", "SameSite=strict")) {
            assertTrue(cookie.contains("; " + flag), cookie);
        }
        assertEquals(-1, cookie.indexOf("Domain"), cookie);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        assertEquals(
                413,
                send("POST", "/api/v1/session", "application/json", large()).statusCode());
        HttpResponse<String> form = send("POST", "/sign-in", "application/x-www-form-urlencoded", "name=" + large());
        assertEquals(413, form.statusCode());
        assertEquals(List.of(), Headers.missing("form", form));
    }

    private static String large() {
        return "x".repeat(9_000_000);
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused() throws Exception {
        String deep = "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        HttpResponse<String> answer = send("POST", "/api/v1/session", "application/json", deep);
        assertEquals(400, answer.statusCode(), answer.body());
    }

    @Test
    void aFormWithFilesIsReadFromNobodyAndWithoutEndFromNobody() throws Exception {
        String type = "multipart/form-data; boundary=" + TOO_MANY_PARTS;
        String part = "--" + TOO_MANY_PARTS + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
        String form = part.repeat(150) + "--" + TOO_MANY_PARTS + "--\r\n";
        HttpResponse<String> nobody = send("POST", "/mails", type, form);
        assertTrue(nobody.statusCode() == 303 || nobody.statusCode() == 401, "nobody: " + nobody.statusCode());
        PlainBrowser anna = PlainBrowser.of(obhut, "anna");
        assertEquals(413, anna.send("POST", "/mails", type, form).statusCode());
        assertNotEquals(413, anna.form("/mails", java.util.Map.of(), true, true).statusCode());
    }

    @Test
    void whoAsksForOneTimeLinksAgainAndAgainIsRefused() throws Exception {
        HttpResponse<String> last = null;
        // Sixty at once, and some more on a machine that is slow enough to earn others meanwhile.
        for (int i = 0; i < 90 && (last == null || last.statusCode() != 429); i++) {
            last = send("GET", "/first-administrator/guess" + i, "", "", "198.51.100.7");
        }
        assertEquals(429, send("GET", "/reset/guess", "", "", "198.51.100.7").statusCode());
        assertEquals(
                429, send("GET", "/invitation/guess", "", "", "198.51.100.7").statusCode());
        assertEquals(429, last.statusCode());
        assertTrue(Integer.parseInt(last.headers().firstValue("Retry-After").orElse("")) > 0);
        assertEquals(List.of(), Headers.missing("429", last));
        assertTrue(last.body().contains(" – Obhut</title>"), last.body());
        assertNotEquals(
                429,
                send("GET", "/first-administrator/guess", "", "", "198.51.100.8")
                        .statusCode());
    }

    @Test
    void whoSignsInAgainAndAgainIsRefused() throws Exception {
        int last = 0;
        for (int i = 0; i < 160 && last != 429; i++) {
            last = send("POST", "/sign-in", "application/x-www-form-urlencoded", "name=a", "198.51.100.9")
                    .statusCode();
        }
        assertEquals(429, last);
        assertEquals(
                429,
                send("POST", "/api/v1/session", "application/json", "{}", "198.51.100.9")
                        .statusCode());
        assertEquals(
                429, send("GET", "/sign-in/passkey", "", "", "198.51.100.9").statusCode(), "nor for a challenge");
        for (String path : List.of("/sign-in/device", "/sign-in/device/passkey")) {
            assertEquals(
                    429,
                    send("POST", path, "application/x-www-form-urlencoded", "name=a", "198.51.100.9")
                            .statusCode(),
                    path);
        }
    }

    @Test
    @Timeout(60)
    void whoSendsSlowlyKeepsNoThread() throws Exception {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(50_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/session HTTP/1.1\r\nHost: localhost:" + server.getPort()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"na")
                            .getBytes(StandardCharsets.US_ASCII));
            // The connection is ended without a word, or with the answer that the request was broken off.
            String answer = new String(socket.getInputStream().readNBytes(10), StandardCharsets.UTF_8);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        }
    }

    /** What is refused before any servlet sees it can't carry our headers; it has nothing that they would protect, and names nobody. */
    @Test
    void whatTheContainerItselfRefusesIsEmptyAndNamesNoProgram() throws Exception {
        String host = "\r\nHost: localhost\r\nConnection: close\r\n";
        for (String request : List.of(
                "GET /%00 HTTP/1.1" + host,
                "GET /../../etc HTTP/1.1" + host,
                "GET / HTTP/9.9" + host,
                "GET / HTTP/1.1\r\nConnection: close\r\n",
                "TRACE / HTTP/1.1" + host,
                "GET / HTTP/1.1" + host + "Content-Length: -5\r\n",
                "GET / HTTP/1.1" + host + "X: " + "x".repeat(20_000) + "\r\n")) {
            try (var socket = new Socket(server.getHost(), server.getPort())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readNBytes(4_000), StandardCharsets.ISO_8859_1);
                assertTrue(answer.matches("(?s)HTTP/1\\.1 [45].*\r\n\r\n"), answer);
                assertTrue(answer.contains("Content-Length: 0\r\n"), answer);
                assertFalse(answer.matches("(?is).*(server:|x-powered-by|payara|grizzly|java).*"), answer);
            }
        }
    }
}
