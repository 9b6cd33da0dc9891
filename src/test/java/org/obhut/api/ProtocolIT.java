package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** What the interface answers before anybody is signed in, and to requests that are none. */
@WithObhut
class ProtocolIT {

    private static final String ID = "5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10";

    private final Http http;

    ProtocolIT(RunningObhut obhut) {
        http = Http.anonymous(obhut);
    }

    @Test
    void theDescriptionIsTheFile() throws IOException {
        var answer = http.get("/openapi.json");
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals(new String(OpenApiResource.file(), java.nio.charset.StandardCharsets.UTF_8), answer.text());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/tickets?folder=new",
        "GET,/tickets/" + ID,
        "GET,/tickets/" + ID + "/attachments/" + ID,
        "PUT,/tickets/" + ID + "/status",
        "POST,/tickets/" + ID + "/replies",
        "DELETE,/tickets/" + ID + "/replies/" + ID,
        "POST,/tickets/" + ID + "/notes",
        "POST,/calls",
        "DELETE,/session"
    })
    void withoutATokenNobodyComesIn(String method, String path) {
        for (String authorization : new String[] {"Basic YTpi", "Bearer", "Bearer " + "A".repeat(43), "Bearer ../.."}) {
            problem(
                    401,
                    "not-signed-in",
                    http.with("Authorization", authorization).call(method, path, body(method)));
        }
        var answer = problem(401, "not-signed-in", http.call(method, path, body(method)));
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    /** Bodies are refused where a method has none. */
    private static String body(String method) {
        return method.startsWith("P") ? "{}" : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/tickets/" + ID + "/nothing", "/session/x", "/openapi"})
    void anUnknownPathIsAProblem(String path) {
        problem(404, "not-found", http.get(path));
    }

    @ParameterizedTest
    @CsvSource({"GET,/session", "PATCH,/tickets", "DELETE,/tickets/" + ID, "PATCH,/calls", "PUT,/openapi.json"})
    void aWrongMethodIsAProblemThatNamesTheRightOnes(String method, String path) {
        var answer = problem(405, "method", http.call(method, path, body(method)));
        assertTrue(answer.header("Allow").matches("[A-Z, ]+"), answer.header("Allow"));
    }

    @Test
    void aBodyOfAnotherTypeIsAProblem() {
        problem(415, "media-type", http.send("POST", "/session", "text/plain", BodyPublishers.ofString("{}")));
        problem(415, "media-type", http.send("POST", "/session", null, BodyPublishers.ofString("{}")));
    }

    @Test
    void anAnswerOfAnotherTypeIsAProblem() {
        problem(406, "not-acceptable", http.with("Accept", "text/html").get("/openapi.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | body | not-json",
                "[] | body | not-an-object",
                "{} | name | required",
                "{\"name\":1} | name | not-a-text",
                "{\"name\":\"anna\"} | passphrase | required",
                "{\"name\":\"anna\",\"passphrase\":\"x\",\"pin\":\"1\"} | pin | unknown-field"
            })
    void aBodyThatIsWrongNamesTheField(String body, String field, String reason) {
        var answer = problem(400, "invalid-input", http.call("POST", "/session", body));
        assertEquals(field, answer.json().getString("field"));
        assertEquals(reason, answer.json().getString("reason"));
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        String large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        problem(413, "too-large", http.call("POST", "/session", large));
        var unannounced = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes()));
        problem(413, "too-large", http.send("POST", "/session", "application/json", unannounced));
    }

    @Test
    void nothingOfTheContainerShows() {
        String wadl = http.call("OPTIONS", "/tickets", null).text()
                + http.get("/application.wadl").text();
        assertFalse(wadl.matches("(?is).*(wadl|grizzly|jersey|payara|glassfish|exception).*"), wadl);
    }

    private static Http.Answer problem(int status, String code, Http.Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("urn:obhut:problem:" + code, answer.json().getString("type"));
        assertEquals(status, answer.json().getInt("status"));
        assertFalse(answer.json().getString("title").isEmpty());
        assertEquals("no-store", answer.header("Cache-Control"));
        return answer;
    }
}
