package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server that hostile mails want to reach. Whatever arrives here has left. */
final class Leak implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    Leak() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            synchronized (arrived) {
                arrived.add(exchange.getRequestURI().toString());
                arrived.notifyAll();
            }
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /** The same mail, which now knows where this server really is. */
    String led(String html) {
        String place = "127.0.0.1:" + server.getAddress().getPort();
        return html.replaceAll("https?://(dns\\.)?leak\\.example", "http://" + place)
                .replace("//leak.example", "//" + place);
    }

    /** Waits until this was asked for. */
    void await(String path) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        synchronized (arrived) {
            while (!arrived.contains(path)) {
                long left = Duration.between(Instant.now(), end).toMillis();
                assertTrue(left > 0, () -> path + " never arrived, but " + arrived);
                arrived.wait(left);
            }
        }
    }

    List<String> arrived() {
        return arrived;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
