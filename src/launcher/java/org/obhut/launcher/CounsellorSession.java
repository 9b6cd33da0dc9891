package org.obhut.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The REST API, as a program of a demo person uses it. */
final class CounsellorSession implements AutoCloseable {

    private static final String PASSPHRASE = "obhut-demo-2026";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;
    private final String token;

    CounsellorSession(URI server, String name) throws IOException, InterruptedException {
        api = server.resolve("/api/v1/");
        JsonObject credentials = Json.createObjectBuilder()
                .add("name", name)
                .add("passphrase", PASSPHRASE)
                .build();
        token = send("POST", "session", credentials, "").getString("token");
    }

    /** The caller's live ticket with a client. */
    Optional<JsonObject> ticketOf(String client) throws IOException, InterruptedException {
        return get("tickets?folder=team&limit=200").getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> !item.isNull("from"))
                .filter(item -> item.getJsonObject("from").getString("address").equals(client))
                .findFirst();
    }

    JsonObject ticket(String id) throws IOException, InterruptedException {
        return get("tickets/" + id);
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, token);
    }

    JsonObject post(String path, JsonObjectBuilder body) throws IOException, InterruptedException {
        return send("POST", path, body.build(), token);
    }

    /** Sets a value of a ticket as it is now. */
    void put(String ticket, String property, String value) throws IOException, InterruptedException {
        JsonObject body = Json.createObjectBuilder()
                .add("value", value)
                .add("version", ticket(ticket).getJsonNumber("version"))
                .build();
        send("PUT", "tickets/" + ticket + '/' + property, body, token);
    }

    private JsonObject send(
            String method, String path, @org.jspecify.annotations.Nullable JsonObject body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " /api/v1/" + path + " answered " + answer.statusCode());
        }
        if (answer.body().isEmpty()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            send("DELETE", "session", null, token);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
