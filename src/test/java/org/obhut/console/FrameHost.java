package org.obhut.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Hostile mails that nobody has cleaned, each in a frame under rules of one's choice, and a page around it. */
final class FrameHost implements AutoCloseable {

    private final HttpServer server;
    private final String policy;
    private final @Nullable String sandbox;

    /**
     * @param policy of the document in the frame
     * @param sandbox attribute of the frame, null for none
     */
    FrameHost(String policy, @Nullable String sandbox, Leak leak) throws IOException {
        this.policy = policy;
        this.sandbox = sandbox;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/around/", this::around);
        for (HostileMails mail : HostileMails.values()) {
            server.createContext("/frame/" + mail, exchange -> {
                exchange.getResponseHeaders().set("Content-Security-Policy", this.policy);
                answer(exchange, leak.led(mail.html()));
            });
        }
        server.start();
    }

    String around(HostileMails mail) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/around/" + mail;
    }

    /** The same page by another name, and so of another origin than the frame in it. */
    String elsewhere(HostileMails mail) {
        return "http://localhost:" + server.getAddress().getPort() + "/around/" + mail;
    }

    String frame(HostileMails mail) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/frame/" + mail;
    }

    private void around(HttpExchange exchange) throws IOException {
        var mail = HostileMails.valueOf(exchange.getRequestURI().getPath().replaceFirst("/around/", ""));
        String attribute = sandbox == null ? "" : " sandbox='" + sandbox + "'";
        answer(
                exchange,
                "<!DOCTYPE html><title>Rahmen</title><iframe" + attribute + " src='" + frame(mail) + "'></iframe>");
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
