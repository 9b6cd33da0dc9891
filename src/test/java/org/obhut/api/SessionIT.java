package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Signing in and out, and what a token is worth. */
@WithObhut
class SessionIT {

    private final RunningObhut obhut;
    private final Http http;

    SessionIT(RunningObhut obhut) {
        this.obhut = obhut;
        http = Http.anonymous(obhut);
    }

    @Test
    void aTokenLetsInUntilItsSessionIsEnded() {
        var answer = http.call("POST", "/session", "{\"name\":\"anna\",\"passphrase\":\"" + Http.PASSPHRASE + "\"}");
        assertEquals(201, answer.status());
        assertEquals(Set.of("token", "expiresAt", "person"), answer.json().keySet());
        assertEquals("anna", answer.json().getString("person"));
        Duration left =
                Duration.between(Instant.now(), Instant.parse(answer.json().getString("expiresAt")));
        assertTrue(left.compareTo(Duration.ofMinutes(14)) > 0 && left.compareTo(Duration.ofMinutes(15)) <= 0);

        Http anna = http.with("Authorization", "Bearer " + answer.json().getString("token"));
        assertEquals(200, anna.get("/tickets?folder=new").status());
        assertEquals(204, anna.call("DELETE", "/session", null).status());
        assertEquals(401, anna.get("/tickets?folder=new").status());
        assertEquals(401, anna.call("DELETE", "/session", null).status());
    }

    @Test
    void wrongNameAndWrongPassphraseAreOneAnswerAndThenHaveToWait() {
        String nobody = "nobody-" + UUID.randomUUID();
        var unknown = http.call("POST", "/session", "{\"name\":\"" + nobody + "\",\"passphrase\":\"x\"}");
        var wrong = http.call("POST", "/session", "{\"name\":\"bela\",\"passphrase\":\"x\"}");
        assertEquals(401, unknown.status());
        assertEquals(401, wrong.status());
        assertEquals(unknown.text(), wrong.text());

        Http.Answer delayed = unknown;
        for (int i = 0; i < 10 && delayed.status() == 401; i++) {
            delayed = http.call("POST", "/session", "{\"name\":\"" + nobody + "\",\"passphrase\":\"x\"}");
        }
        assertEquals(429, delayed.status());
        assertTrue(Integer.parseInt(delayed.header("Retry-After")) >= 1);
        assertEquals("urn:obhut:problem:sign-in-delayed", delayed.json().getString("type"));
    }

    @Test
    void theConsolesCookieOpensNothingHere() throws Exception {
        HttpResponse<String> form = console(request("/sign-in", ""));
        String fields = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>")
                .matcher(form.body())
                .results()
                .map(field -> attribute(field.group(), "name") + "=" + attribute(field.group(), "value"))
                .collect(Collectors.joining("&"));
        HttpResponse<String> signedIn = console(request("/sign-in", cookie(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&name=anna&passphrase=" + Http.PASSPHRASE)));
        assertEquals(303, signedIn.statusCode());
        String cookie = cookie(signedIn).isEmpty() ? cookie(form) : cookie(signedIn);
        assertEquals(200, console(request("/desk/new", cookie)).statusCode(), "signed in to the console");

        HttpResponse<String> api = console(request("/api/v1/tickets?folder=new", cookie));
        assertEquals(401, api.statusCode());
    }

    private HttpRequest.Builder request(String path, String cookie) {
        var request = HttpRequest.newBuilder(obhut.address().resolve(path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static HttpResponse<String> console(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** By hand, as the JDK's own cookie store never sends a Secure cookie over plain http. */
    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    }

    private static String attribute(String field, String name) {
        var value = Pattern.compile(name + "=\"([^\"]*)\"").matcher(field);
        return value.find() ? URLEncoder.encode(value.group(1), StandardCharsets.UTF_8) : "";
    }
}
