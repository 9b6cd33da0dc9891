package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/**
 * Every way into the console for every role, with a form that holds nothing but its token. The table that is printed is the one that
 * is checked; it stands in {@code console-rights.txt}. A way that is not in it fails the build.
 */
@WithObhut
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    /** Counsellor and lead of the ticket's team, counsellor and lead of another team, those without a team, and nobody. */
    private static final List<String> PEOPLE = List.of("anna", "leyla", "ion", "koko", "admin", "stat", "nobody");

    /** What a form has to hold so that it is not refused before rights are looked at. */
    private static final Map<String, Map<String, String>> FIELDS = Map.ofEntries(
            Map.entry("POST /admin/mailboxes", Map.of("address", "niemand@obhut.example", "take", "new")),
            Map.entry("POST /reports/{period}/files", Map.of("format", "pdf")),
            Map.entry("POST /teams/{team}/members", Map.of("person", EveryPageIT.NOTHING, "compared", "true")),
            Map.entry("POST /tickets/{id}/client-address", Map.of("address", "neu@client.example", "version", "1")),
            Map.entry(
                    "POST /tickets/{id}/readers",
                    Map.of("reader", "nobody", "reason", "ASKED", "until", "2030-01-01", "version", "1")),
            Map.entry("POST /tickets/{id}/replies", Map.of("text", "Guten Tag", "version", "1")),
            Map.entry("POST /tickets/{id}/replies/blocks", Map.of("text", "Guten Tag", "version", "1")),
            Map.entry("POST /tickets/{id}/replies/crisis", Map.of("text", "Guten Tag", "version", "1")),
            Map.entry("POST /tickets/{id}/replies/draft", Map.of("text", "Guten Tag", "version", "1")),
            Map.entry(
                    "POST /tickets/{id}/replies/draft/files/{file}/remove",
                    Map.of("text", "Guten Tag", "version", "1")),
            Map.entry("POST /tickets/{id}/status", Map.of("status", "closed", "version", "1")),
            Map.entry("POST /tickets/{id}/team", Map.of("team", "Südosteuropa", "version", "1")));

    private static final String NOTHING = "5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10";
    private static final Pattern NEW_TICKET = Pattern.compile("/tickets/([0-9a-f-]{36})");

    private final RunningObhut obhut;
    private final List<Endpoint> endpoints = Endpoint.all();
    private final Map<String, PlainBrowser> browsers = new TreeMap<>();
    private String team = "";
    private int calls;

    EveryPageIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @BeforeAll
    void signIn() throws SQLException {
        PEOPLE.forEach(person -> browsers.put(person, browser(person)));
        try (Connection database = obhut.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT id FROM team WHERE name = 'Erstkontakt'")) {
            rows.next();
            team = rows.getString(1);
        }
    }

    private PlainBrowser browser(String person) {
        return person.equals("nobody") ? new PlainBrowser(obhut) : PlainBrowser.of(obhut, person);
    }

    @Test
    void everyoneSeesAndDoesWhatIsTheirsAndNothingElse() throws IOException {
        Map<String, String> expected = expected();
        Map<String, String> found = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            List<String> answers =
                    PEOPLE.stream().map(person -> answer(endpoint, person)).toList();
            found.put(endpoint.toString(), String.join(" ", answers));
        }
        System.out.println(table(found));
        assertEquals(table(expected), table(found));
    }

    private static String table(Map<String, String> rows) {
        var text = new StringBuilder(String.format("%-48s %s%n", "#", String.join(" ", PEOPLE)));
        rows.forEach((way, answers) -> text.append(String.format("%-48s %s%n", way, answers)));
        return text.toString();
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        try (var file = EveryPageIT.class.getResourceAsStream("/console-rights.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\s+", 3))
                    .forEach(parts -> expected.put(parts[0] + ' ' + parts[1], parts[2].strip()));
        }
        return expected;
    }

    private String answer(Endpoint endpoint, String person) {
        return word(browser(person, endpoint)
                .call(endpoint, filled(endpoint), FIELDS.getOrDefault(endpoint.toString(), Map.of()), true));
    }

    /**
     * {@code in}: to the sign-in; {@code no}: refused; {@code hidden}: as if it were not there; {@code bad}: the form is malformed for
     * everybody, before anything is looked for; {@code may}: done, or refused for what only those learn who may.
     */
    private static String word(HttpResponse<String> answer) {
        boolean onward = answer.headers()
                .firstValue("Location")
                .filter(place -> place.contains("/sign-in") && !place.contains("ended=out"))
                .isPresent();
        return switch (answer.statusCode()) {
            case 303, 302 -> onward ? "in" : "may";
            case 401 -> answer.uri().getPath().equals("/sign-in") ? "may" : "in";
            case 403 -> "no";
            case 404 -> "hidden";
            case 400 -> "bad";
            default -> answer.statusCode() < 500 ? "may" : Integer.toString(answer.statusCode());
        };
    }

    private String filled(Endpoint endpoint) {
        String path = endpoint.path();
        if (path.startsWith("/tickets/{id}")) {
            path = path.replace("{id}", newTicket());
        }
        // Renewing a team's keys takes others' time; a team that is not there is refused in the same way.
        path = path.replace("{team}", path.endsWith("/renew") ? NOTHING : team);
        return path.replace("{folder}", "team").replace("{topic}", "answer").replaceAll("\\{[^}]+}", NOTHING);
    }

    private String newTicket() {
        HttpResponse<String> answer = browsers.get("anna")
                .form(
                        "/calls",
                        Map.of(
                                "kind",
                                "counselling",
                                "ticket",
                                "new",
                                "note",
                                "Erster Anruf",
                                "key",
                                NOTHING.replace("5f0b", Integer.toHexString(++calls + 0x1000))),
                        true,
                        false);
        Matcher ticket =
                NEW_TICKET.matcher(answer.headers().firstValue("Location").orElse("") + answer.body());
        assertTrue(ticket.find(), answer.statusCode() + " " + answer.headers().map());
        return ticket.group(1);
    }

    /** Nothing is left to scanning: a controller that is not listed answers nobody. */
    @Test
    void everyControllerIsListed() {
        var listed = new ConsoleApplication().getClasses();
        List<String> forgotten = new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target/classes/org/obhut/console")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(type ->
                                listed.stream().noneMatch(each -> each.getName().equals(type.getName())))
                        .map(JavaClass::getSimpleName)
                        .toList();
        assertEquals(List.of(), forgotten);
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        List<String> taken = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.posts()) {
                HttpResponse<String> answer = browsers.get("leyla").call(endpoint, filled(endpoint), false);
                boolean toSignIn = endpoint.path().equals("/sign-in") && answer.statusCode() == 303;
                if (answer.statusCode() != 403 && !toSignIn) {
                    taken.add(endpoint + " " + answer.statusCode());
                }
            }
        }
        assertEquals(List.of(), taken);
    }

    @Test
    void everyAnswerHasEveryHeader() {
        List<String> without = new ArrayList<>();
        for (String person : List.of("leyla", "nobody")) {
            for (Endpoint endpoint : endpoints) {
                if (!endpoint.path().equals("/events")) {
                    PlainBrowser browser = browser(person, endpoint);
                    without.addAll(
                            Headers.missing(endpoint + " " + person, browser.call(endpoint, filled(endpoint), true)));
                    without.addAll(Headers.missing(
                            "DELETE " + endpoint.path(), browser.send("DELETE", filled(endpoint), null, "")));
                }
            }
        }
        assertEquals(List.of(), without);
    }

    private PlainBrowser browser(String person, Endpoint endpoint) {
        return endpoint.path().equals("/sign-out") ? browser(person) : browsers.get(person);
    }
}
