package org.obhut.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person of the benchmark: lists, reads, pages on, writes a note, and refreshes the desk when its stream says so. */
final class WorkingPerson implements Runnable {

    private static final Pattern TICKET = Pattern.compile("id=\"t-([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/desk/[^\"]*[?;&]after=[^\"]*)\"");
    private static final List<String> FOLDERS = List.of("mine", "team", "due", "new", "waiting", "team", "closed");

    private final URI server;
    private final PlainBrowser browser;
    private final Random chance;
    private final Measured measured;
    private final CountDownLatch end;
    private final InputStream events;
    private String list = "";
    private String folder = "team";

    WorkingPerson(URI server, String name, int number, Measured measured, CountDownLatch end) throws Exception {
        this.server = server;
        this.browser = PlainBrowser.of(server, name);
        this.chance = new Random(number);
        this.measured = measured;
        this.end = end;
        HttpRequest stream = HttpRequest.newBuilder(server.resolve("/events"))
                .header("Cookie", browser.cookie().substring(0, browser.cookie().indexOf(';')))
                .build();
        events = HttpClient.newHttpClient()
                .send(stream, BodyHandlers.ofInputStream())
                .body();
        var listening = new Thread(this::listen);
        listening.setDaemon(true);
        listening.start();
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.equals("event: desk")) {
                    get("live", "/desk/" + folder + "/live");
                }
            }
        } catch (IOException left) {
            // The person went away.
        }
    }

    @Override
    public void run() {
        try {
            while (!end.await((long) (-Math.log(1 - chance.nextDouble()) * 1_000), TimeUnit.MILLISECONDS)) {
                act();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act() {
        int what = chance.nextInt(100);
        if (list.isEmpty() || what < 35) {
            folder = FOLDERS.get(chance.nextInt(FOLDERS.size()));
            list = get("list", "/desk/" + folder);
        } else if (what < 50) {
            @Nullable String next = first(NEXT);
            list = next == null ? "" : get("list, next page", next.replace("&amp;", "&"));
        } else if (what < 97) {
            ticket().ifPresent(id -> get("ticket", "/tickets/" + id + "?folder=" + folder));
        } else {
            ticket().ifPresent(this::note);
        }
    }

    private void note(String ticket) {
        HttpResponse<String> answer = measured.time(
                "note",
                () -> browser.form(
                        "/tickets/" + ticket + "/notes?folder=" + folder,
                        Map.of("text", "Rückruf versucht, niemand da."),
                        true,
                        false));
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("note: " + answer.statusCode());
        }
    }

    private java.util.Optional<String> ticket() {
        List<String> all =
                TICKET.matcher(list).results().map(found -> found.group(1)).toList();
        return all.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(all.get(chance.nextInt(all.size())));
    }

    private @Nullable String first(Pattern pattern) {
        return pattern.matcher(list)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    private String get(String kind, String path) {
        HttpResponse<String> answer = measured.time(kind, () -> browser.get(path));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(kind + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** Signs out and closes the stream. */
    void leave() {
        browser.form("/sign-out", Map.of(), true, false);
        try {
            events.close();
        } catch (IOException gone) {
            // Closed already.
        }
    }
}
