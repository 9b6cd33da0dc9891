package org.obhut.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The console as a browser without JavaScript uses it: pages, forms and cookies. */
final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI console;

    Browser(URI console) {
        this.console = console;
    }

    /** Signs in by the form and answers the page that comes after it. */
    Document signIn(String name) throws IOException, InterruptedException {
        Element form = page("/sign-in").selectFirst("form[action=/sign-in]");
        if (form == null) {
            throw new AssertionError("there is no form to sign in");
        }
        return submit(form, Map.of("name", name, "passphrase", Api.PASSPHRASE));
    }

    Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + " answered " + answer.statusCode());
        }
        return Jsoup.parse(answer.body(), console.toString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return followed(request(path).GET());
    }

    /** Fills in a form of a page and sends it. */
    Document submit(Element form, Map<String, String> values) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(form, values);
        if (answer.statusCode() != 200) {
            throw new AssertionError("POST " + form.attr("action") + " answered " + answer.statusCode());
        }
        return Jsoup.parse(answer.body(), console.toString());
    }

    /** Fills in a form of a page and sends it, whatever comes of it. */
    HttpResponse<String> answer(Element form, Map<String, String> values) throws IOException, InterruptedException {
        Map<String, String> fields = fields(form);
        fields.putAll(values);
        return followed(request(form.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** Sends a form as its script does by itself: fields and a text, to an address of the form's. */
    HttpResponse<String> post(String path, Element form, String text) throws IOException, InterruptedException {
        Map<String, String> fields = fields(form);
        fields.put("text", text);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** Sends a form with a text and a file (RFC 7578). */
    HttpResponse<String> upload(Element form, String text, String fileName, byte[] file)
            throws IOException, InterruptedException {
        Map<String, String> fields = fields(form);
        fields.put("text", text);
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                utf8("--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        body.writeBytes(utf8("--limit\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--limit--\r\n"));
        return followed(request(form.attr("action"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What a browser sends of a form as it stands: of boxes to tick only those that are ticked, of choices what is chosen. */
    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select(
                        "input[name]:not([type=file]):not([type=checkbox]):not([type=radio]), input[name][checked], textarea[name]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("select[name]").forEach(choice -> {
            Element chosen = choice.selectFirst("option[selected]");
            Element sent = chosen == null ? choice.selectFirst("option") : chosen;
            if (sent != null) {
                fields.put(choice.attr("name"), sent.val());
            }
        });
        return fields;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> followed(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() >= 301 && answer.statusCode() <= 303) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(request(
                    next.getRawQuery() == null ? next.getRawPath() : next.getRawPath() + '?' + next.getRawQuery()));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        List<String> set = answer.headers().allValues("Set-Cookie");
        for (String cookie : set) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    /** A browser sends Secure cookies to its own machine over plain http too; Java's own cookie store does not. */
    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.resolve(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
