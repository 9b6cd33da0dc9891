package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.WithBrowser;

/** The frame's own rules by themselves: mails that nobody has cleaned, as if everything before had failed. */
@WithBrowser
class FrameAloneE2E {

    private final ConsoleBrowser browser;

    FrameAloneE2E(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void evenWhatWasNotCleanedNeitherRunsNorAsksNorLeaves() throws Exception {
        List<String> dialogs = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (Leak leak = new Leak();
                Person anna = Person.arriving(browser, Look.DESK)) {
            server.createContext("/", FrameAloneE2E::around);
            for (HostileMails mail : HostileMails.values()) {
                server.createContext("/frame/" + mail, exchange -> {
                    exchange.getResponseHeaders().set("Content-Security-Policy", SentDocument.POLICY);
                    answer(exchange, leak.led(mail.html()));
                });
            }
            server.start();
            anna.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            String place = "http://127.0.0.1:" + server.getAddress().getPort();
            for (HostileMails mail : HostileMails.values()) {
                anna.page().navigate(place + "/around/" + mail);
                assertThat(anna.page().frameLocator("iframe").locator("body")).containsText("Anfang");
                assertEquals("undefined", anna.page().evaluate("typeof pwned"), mail.toString());
                assertEquals(place + "/around/" + mail, anna.page().url());
                assertEquals(
                        place + "/frame/" + mail, anna.page().frames().get(1).url(), mail + " goes elsewhere");
            }
            assertEquals(List.of(), dialogs);
            assertEquals(List.of(), leak.arrived());
            assertEquals(1, anna.page().context().pages().size());
        } finally {
            server.stop(0);
        }
    }

    private static void around(HttpExchange exchange) throws IOException {
        String mail = exchange.getRequestURI().getPath().replaceFirst("/around/", "");
        answer(
                exchange,
                "<!DOCTYPE html><title>Rahmen</title><iframe sandbox='" + SentDocument.SANDBOX + "' src='/frame/" + mail
                        + "'></iframe>");
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
