package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.testing.RunningObhut;

/** Requests as a program writes them, good and bad ones. */
final class Http {

    static final String PASSPHRASE = "obhut-demo-2026";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;
    private final List<String> headers;

    private Http(URI server, List<String> headers) {
        this.server = server;
        this.headers = headers;
    }

    static Http anonymous(RunningObhut obhut) {
        return new Http(obhut.address(), List.of());
    }

    static Http as(RunningObhut obhut, String name) {
        return as(obhut, name, PASSPHRASE);
    }

    static Http as(RunningObhut obhut, String name, String passphrase) {
        Answer answer = anonymous(obhut)
                .call("POST", "/session", "{\"name\":\"" + name + "\",\"passphrase\":\"" + passphrase + "\"}");
        if (answer.status() != 201) {
            throw new AssertionError(name + " can't sign in: " + answer);
        }
        return anonymous(obhut).with("Authorization", "Bearer " + answer.json().getString("token"));
    }

    Http with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Http(server, more);
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    /** With a body of JSON, or none. */
    Answer call(String method, String path, @Nullable String json) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(method, path, json == null ? null : "application/json", body);
    }

    Answer send(String method, String path, @Nullable String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path)).method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (Exception e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri().getPath() + " " + status() + " " + text();
        }
    }
}
