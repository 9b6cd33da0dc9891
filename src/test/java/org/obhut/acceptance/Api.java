package org.obhut.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST API as one signed-in person's program uses it. */
final class Api {

    static final String PASSPHRASE = "obhut-demo-2026";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;
    private final String token;

    private Api(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    static Api signIn(URI server, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = signIn(server, name, PASSPHRASE);
        if (answer.statusCode() != 201) {
            throw new AssertionError(name + " can't sign in: " + answer.statusCode());
        }
        return new Api(server, json(answer).getString("token"));
    }

    /** With a token that was not got by signing in. */
    static Api withToken(URI server, String token) {
        return new Api(server, token);
    }

    static HttpResponse<String> signIn(URI server, String name, String passphrase)
            throws IOException, InterruptedException {
        String body = json(Map.of("name", name, "passphrase", passphrase));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** All tickets of a folder, over as many pages as it takes. */
    List<JsonObject> tickets(String folder) throws IOException, InterruptedException {
        List<JsonObject> all = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String query = "folder=" + folder + "&limit=200" + (after.get().isEmpty() ? "" : "&after=" + after.get());
            JsonObject page = json(expect(200, get("/tickets?" + query)));
            page.getJsonArray("items").forEach(item -> all.add(item.asJsonObject()));
            after = page.isNull("next") ? Optional.empty() : Optional.of(page.getString("next"));
        }
        return all;
    }

    JsonObject ticket(String id) throws IOException, InterruptedException {
        return json(expect(200, get("/tickets/" + id)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Bytes of any number. */
    InputStream stream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    /** @param key that makes a request that comes twice one request */
    HttpResponse<String> post(String path, Map<String, ?> body, String key) throws IOException, InterruptedException {
        return postRaw(path, json(body), key);
    }

    HttpResponse<String> postRaw(String path, String body, String key) throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    /** Any request; a body goes along with all but GET and DELETE. */
    HttpResponse<String> call(String verb, String path, Map<String, ?> body) throws IOException, InterruptedException {
        boolean bare = verb.equals("GET") || verb.equals("DELETE");
        return bare
                ? HTTP.send(request(path).method(verb, BodyPublishers.noBody()).build(), BodyHandlers.ofString())
                : send(verb, path, body);
    }

    /** Posts what claims to be JSON. */
    HttpResponse<String> postRaw(String path, String body) throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json(body)))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                    + " instead of " + status + ": " + answer.body());
        }
        return answer;
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String json(Map<String, ?> body) {
        return Json.createObjectBuilder(body).build().toString();
    }
}
