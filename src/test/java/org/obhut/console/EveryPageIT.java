package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
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
    private static final List<String> PEOPLE = List.of("anna", "leyla", "nele/ion", "koko", "admin", "stat", "nobody");

    /** Whoever may do most comes last: what they have done can't be done again. */
    private static final List<String> IN_TURN =
            List.of("nobody", "stat", "admin", "koko", "ion", "nele", "anna", "leyla");

    private static final LocalDate SOON = LocalDate.now(Moments.ZONE).plusDays(3);

    /** What a form has to hold so that it is not refused before rights are looked at. */
    private static final Map<String, Map<String, String>> FIELDS = Map.ofEntries(
            Map.entry("POST /admin/mailboxes", Map.of("address", "niemand@obhut.example", "take", "new")),
            Map.entry("POST /reports/{period}/files", Map.of("format", "pdf")),
            Map.entry("POST /quarantine/{id}/erase", Map.of("sure", "true")),
            Map.entry(
                    "POST /teams/{team}/absences",
                    Map.of("person", "leyla", "deputy", "anna", "from", SOON.toString(), "to", SOON.toString())),
            Map.entry("POST /teams/{team}/absences/end", Map.of("person", "leyla")),
            Map.entry("POST /teams/{team}/members", Map.of("person", EveryPageIT.NOTHING, "compared", "true")),
            Map.entry("POST /tickets/{id}/assignee", Map.of("assignee", "anna", "version", "1")),
            Map.entry("POST /tickets/{id}/client-address", Map.of("address", "neu@client.example", "version", "1")),
            Map.entry("POST /tickets/{id}/disclosure", Map.of("passphrase", "abcd-efgh-jkmn-pqrs-tuvw")),
            Map.entry("POST /tickets/{id}/erasure", Map.of("ground", "wish", "version", "1")),
            Map.entry("POST /tickets/{id}/erasure/keep", Map.of("until", SOON.toString(), "version", "1")),
            Map.entry("POST /tickets/{id}/erasure/withdraw", Map.of("version", "1")),
            Map.entry("POST /tickets/{id}/follow-up", Map.of("day", SOON.toString(), "version", "1")),
            Map.entry("POST /tickets/{id}/notes", Map.of("text", "Notiz")),
            Map.entry(
                    "POST /tickets/{id}/readers",
                    Map.of("reader", "ion", "reason", "asked", "until", SOON.toString(), "version", "1")),
            Map.entry("POST /tickets/{id}/readers/remove", Map.of("reader", "ion", "version", "1")),
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PROOF = Pattern.compile("/erasures/(\\d+)");
    private static final Pattern NEW_TICKET = Pattern.compile("/tickets/([0-9a-f-]{36})");

    private final RunningObhut obhut;
    private final List<Endpoint> endpoints = Endpoint.all();
    private final Map<String, PlainBrowser> browsers = new TreeMap<>();
    private final Map<String, String> made = new TreeMap<>();
    private @Nullable SecondMember nele;
    private String team = "";
    private int calls;

    EveryPageIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @BeforeAll
    void signIn() throws Exception {
        nele = SecondMember.of(obhut, "nele");
        IN_TURN.forEach(person -> browsers.put(person, browser(person)));
        try (Connection database = obhut.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT id FROM team WHERE name = 'Erstkontakt'")) {
            rows.next();
            team = rows.getString(1);
        }
        erased();
        mail();
    }

    /** An erasure of which there is a proof. */
    private void erased() {
        var erasure = browsers.get("leyla")
                .form("/tickets/" + newTicket() + "/erasure", Map.of("ground", "wish", "version", "1"), true, false);
        Matcher number = PROOF.matcher(erasure.headers().firstValue("Location").orElse(""));
        assertTrue(number.find(), erasure.statusCode() + " " + erasure.headers().map());
        made.put("{number}", number.group(1));
    }

    /** A mail with a file, whose page and parts can be asked for. */
    private void mail() throws Exception {
        String subject = ClientMail.subject("Matrix");
        new ClientMail(obhut)
                .sendHtml(
                        new InternetAddress("matrix@client.example"),
                        subject,
                        "Guten Tag",
                        "<p>Guten Tag</p>",
                        ClientMail.File.of("Brief.txt", "text/plain", new byte[] {'x'}));
        String row =
                awaited(() -> Jsoup.parse(browsers.get("anna").get("/desk/new").body())
                        .select("a[href*=/tickets/]:contains(" + subject + ")")
                        .attr("href"));
        Matcher ticket = NEW_TICKET.matcher(row);
        assertTrue(ticket.find(), row);
        made.put("{id}", ticket.group(1));
        try (Connection database = obhut.database();
                var query = database.prepareStatement(
                        "SELECT item_id, attachment_id FROM attachment_segment WHERE ticket_id = ?::uuid")) {
            query.setString(1, ticket.group(1));
            try (var rows = query.executeQuery()) {
                rows.next();
                made.put("{message}", rows.getString(1));
                made.put("{attachment}", rows.getString(2));
            }
        }
    }

    /** A mail that nobody understands, which can be tried again, made a ticket or erased once. */
    private String quarantined() {
        Set<String> before = quarantine();
        try {
            new ClientMail(obhut).sendNested("tief" + ++calls + "@client.example");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
        return awaited(() -> {
            Set<String> now = quarantine();
            now.removeAll(before);
            return now.isEmpty() ? "" : now.iterator().next();
        });
    }

    private Set<String> quarantine() {
        Set<String> ids = new HashSet<>();
        try (Connection database = obhut.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT id FROM quarantine")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return ids;
    }

    private static String awaited(Supplier<String> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String seen = look.get();
        while (seen.isEmpty()) {
            assertTrue(System.nanoTime() < end, "it did not come");
            LockSupport.parkNanos(50_000_000);
            seen = look.get();
        }
        return seen;
    }

    private PlainBrowser browser(String person) {
        return switch (person) {
            case "nobody" -> new PlainBrowser(obhut);
            case "nele" -> Objects.requireNonNull(nele).browser(obhut);
            default -> PlainBrowser.of(obhut, person);
        };
    }

    @Test
    void everyoneSeesAndDoesWhatIsTheirsAndNothingElse() throws IOException {
        Map<String, String> expected = expected();
        Map<String, String> found = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            String thing = endpoint.path().startsWith("/quarantine/{id}") ? quarantined() : "";
            Map<String, String> answers = new HashMap<>();
            IN_TURN.forEach(person -> answers.put(person, answer(endpoint, person, thing)));
            found.put(endpoint.toString(), row(answers));
        }
        System.out.println(table(found));
        assertEquals(table(expected), table(found));
    }

    /** Member and lead of the other team share a place where they may the same: else {@code no/may}. */
    private static String row(Map<String, String> answers) {
        return PEOPLE.stream()
                .map(people -> Arrays.stream(people.split("/"))
                        .map(answers::get)
                        .distinct()
                        .collect(Collectors.joining("/")))
                .collect(Collectors.joining(" "));
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

    private String answer(Endpoint endpoint, String person, String thing) {
        Map<String, String> fields = FIELDS.getOrDefault(endpoint.toString(), Map.of());
        String path = thing.isEmpty() ? filled(endpoint) : endpoint.path().replace("{id}", thing);
        return word(browser(person, endpoint).call(endpoint, path, fields, true));
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
        for (String part : List.of("{message}", "{attachment}")) {
            if (path.contains(part)) {
                path = path.replace(part, made.get(part)).replace("{id}", made.get("{id}"));
            }
        }
        if (path.startsWith("/tickets/{id}")) {
            path = path.replace("{id}", newTicket());
        }
        path = path.replace("{number}", made.get("{number}"));
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
