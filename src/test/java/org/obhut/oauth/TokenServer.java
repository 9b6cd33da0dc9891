package org.obhut.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A token endpoint (RFC 6749 section 3.2) over real HTTP, which answers as a test tells it. */
public final class TokenServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile Handler handler = exchange -> answer(exchange, 500, "");

    /** Answers one request. */
    interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    public TokenServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/token", exchange -> {
            asked.add(form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            handler.answer(exchange);
        });
        http.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/token");
    }

    /** The forms that were posted, in order. */
    public List<Map<String, String>> asked() {
        return asked;
    }

    /** Answers every request with this status and JSON. */
    public void answer(int status, String json) {
        handle(exchange -> answer(exchange, status, json));
    }

    /** Answers each form with a token, or with the error of RFC 6749 section 5.2 where there is none for it. */
    public void grant(Function<Map<String, String>, String> tokenOrError) {
        handle(exchange -> {
            String said = tokenOrError.apply(asked.get(asked.size() - 1));
            answer(exchange, said.startsWith("{\"error\"") ? 400 : 200, said);
        });
    }

    /** Another page of this server, such as one that says whose a token is (RFC 7662). */
    public void page(String path, Function<Map<String, String>, String> json) {
        http.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 200, json.apply(form(body)));
        });
    }

    void handle(Handler answering) {
        handler = answering;
    }

    public static String token(String token, long seconds) {
        return "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": " + seconds + "}";
    }

    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
