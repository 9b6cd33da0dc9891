package org.obhut.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.obhut.testing.RunningObhut;

/** As much of a browser as forms need: it keeps the session's cookie and the token of the forms. */
public final class PlainBrowser {

    private static final String PASSPHRASE = "obhut-demo-2026";
    private static final String BOUNDARY = "b5f0b6c1e52f44a53";
    private static final Pattern TOKEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final AtomicInteger BROWSERS = new AtomicInteger();

    private final URI server;

    /** Each browser is one of an address of its own (RFC 5737, TEST-NET-3), so that no test uses up what another may ask. */
    private final String from = "203.0.113." + BROWSERS.incrementAndGet() % 250;

    private String cookie = "";
    private String tokenName = "";
    private String token = "";

    /** Of nobody. */
    PlainBrowser(RunningObhut obhut) {
        this(obhut.address());
    }

    private PlainBrowser(URI server) {
        this.server = server;
        keepToken(send("GET", "/sign-in", null, "").body());
    }

    public static PlainBrowser of(RunningObhut obhut, String person) {
        return of(obhut.address(), person);
    }

    static PlainBrowser of(URI server, String person) {
        return of(server, person, PASSPHRASE);
    }

    static PlainBrowser of(URI server, String person, String passphrase) {
        var browser = new PlainBrowser(server);
        HttpResponse<String> answer =
                browser.form("/sign-in", Map.of("name", person, "passphrase", passphrase), true, false);
        if (answer.statusCode() != 303) {
            throw new AssertionError(person + " can't sign in: " + answer.statusCode());
        }
        browser.keepToken(browser.get("/recovery-of-nothing").body());
        return browser;
    }

    private void keepToken(String page) {
        Matcher field = TOKEN.matcher(page);
        if (field.find()) {
            tokenName = field.group(1);
            token = field.group(2);
        }
    }

    /** A page whose forms are filled in next. */
    String page(String path) {
        String page = get(path).body();
        keepToken(page);
        return page;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, "");
    }

    /** The name of the cookie and its flags, as they were last set. */
    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> call(Endpoint endpoint, String path, boolean withToken) {
        return call(endpoint, path, Map.of(), withToken);
    }

    public HttpResponse<String> call(Endpoint endpoint, String path, Map<String, String> fields, boolean withToken) {
        return endpoint.posts() ? form(path, fields, withToken, endpoint.multipart()) : get(path);
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, boolean withToken, boolean multipart) {
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        if (withToken) {
            all.put(tokenName, token);
        } else {
            all.put("nothing", "");
        }
        if (multipart) {
            String body = all.entrySet().stream()
                    .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .collect(Collectors.joining());
            return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body + "--" + BOUNDARY + "--\r\n");
        }
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    public HttpResponse<String> send(
            String verb, String path, @org.jspecify.annotations.Nullable String type, String body) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("X-Forwarded-For", from)
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie.substring(0, cookie.indexOf(';')));
        }
        try {
            // A stream of events has no end: its beginning is enough.
            HttpResponse<String> answer = HTTP.send(
                    request.build(),
                    about -> about.headers()
                                    .firstValue("Content-Type")
                                    .filter(each -> each.startsWith("text/event-stream"))
                                    .isPresent()
                            ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), stream -> "")
                            : BodySubscribers.ofString(StandardCharsets.UTF_8));
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(verb + ' ' + path, e);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
