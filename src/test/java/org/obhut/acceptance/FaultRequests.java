package org.obhut.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;

/** Comes to a handler with whatever it takes: as a signed-in person's program, or as a signed-in browser with a form of the console. */
final class FaultRequests {

    private final Api api;
    private final Browser browser;
    private final Element form;

    FaultRequests(URI console, Api api, Browser browser, Element form) {
        this.api = api;
        this.browser = browser;
        this.form = form;
    }

    HttpResponse<String> send(Handlers.Handler handler, UUID ticket, String word)
            throws IOException, InterruptedException {
        String address = handler.address(ticket, word);
        if (handler.api()) {
            String path = address.substring("/api/v1".length());
            return api.call(handler.verb(), path, Map.of("text", word, "name", word, "q", word, "passphrase", word));
        }
        if (handler.verb().equals("GET")) {
            return browser.get(address);
        }
        Element to = form.clone().attr("action", address);
        if (handler.multipart()) {
            return browser.upload(to, word, word + ".txt", word.getBytes(StandardCharsets.UTF_8));
        }
        return browser.answer(to, new LinkedHashMap<>(handler.form(word)));
    }
}
