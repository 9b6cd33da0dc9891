package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obhut.call.PhoneKeys;
import org.obhut.console.SecondMember;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Every role at every endpoint. The table that is printed is the one that is checked. */
@WithObhut
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

    /** A counsellor and a lead of the ticket's team, one of another team, those without a team, and nobody. */
    private static final List<String> PEOPLE = List.of("anna", "leyla", "ion", "koko", "admin", "stat", "nobody");

    private static final String ITEM = "5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10";

    /** Statuses for the people in their order. {@code T} is the ticket, {@code V} its version. */
    private static final Map<String, List<Integer>> EXPECTED = expected();

    private final RunningObhut obhut;
    private final Map<String, Http> sessions = new TreeMap<>();

    RightsIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    private static Map<String, List<Integer>> expected() {
        var expected = new LinkedHashMap<String, List<Integer>>();
        List<Integer> ticket = List.of(200, 200, 404, 403, 403, 403, 401);
        for (String folder : List.of("new", "mine", "team", "waiting", "due", "drafts", "closed", "spam", "ending")) {
            expected.put("GET /tickets?folder=" + folder, List.of(200, 200, 200, 403, 403, 403, 401));
        }
        expected.put("GET /tickets?folder=quarantine", List.of(200, 200, 200, 403, 403, 403, 401));
        expected.put("POST /tickets/search {\"q\":\"Anruf\"}", List.of(200, 200, 200, 403, 403, 403, 401));
        expected.put("GET /tickets/T", ticket);
        // There is no such file: 404 for those who may read the ticket, too.
        expected.put("GET /tickets/T/attachments/" + ITEM, List.of(404, 404, 404, 403, 403, 403, 401));
        expected.put("GET /quarantine/" + ITEM + "/original", List.of(404, 404, 404, 403, 403, 403, 401));
        expected.put("PUT /tickets/T/assignee {\"value\":\"leyla\",\"version\":V}", ticket);
        expected.put("PUT /tickets/T/status {\"value\":\"closed\",\"version\":V}", ticket);
        expected.put("PUT /tickets/T/follow-up {\"value\":\"2030-01-01\",\"version\":V}", ticket);
        expected.put("PUT /tickets/T/spam {\"value\":false,\"version\":V}", ticket);
        expected.put("PUT /tickets/T/topics {\"value\":[\"tax\"],\"version\":V}", ticket);
        expected.put("PUT /tickets/T/region {\"value\":\"koeln\",\"version\":V}", ticket);
        expected.put("PUT /tickets/T/language {\"value\":\"ro\",\"version\":V}", ticket);
        expected.put("PUT /tickets/T/safe-contact {\"value\":{\"doNotWrite\":true},\"version\":V}", ticket);
        expected.put("PUT /tickets/T/urgent {\"value\":true,\"version\":V}", ticket);
        expected.put("PUT /tickets/T/retention {\"value\":null,\"version\":V}", ticket);
        expected.put(
                "PUT /tickets/T/co-readers/ion {\"reason\":\"asked\",\"until\":\"2000-01-01\",\"version\":V}",
                List.of(400, 400, 404, 403, 403, 403, 401));
        // Nobody reads along there.
        expected.put("DELETE /tickets/T/co-readers/ion?version=1", List.of(400, 400, 404, 403, 403, 403, 401));
        // To the team it has already.
        expected.put(
                "PUT /tickets/T/team {\"value\":\"Erstkontakt\",\"version\":V}",
                List.of(400, 400, 404, 403, 403, 403, 401));
        // A call without an e-mail address: there is nobody to write to.
        expected.put(
                "POST /tickets/T/replies {\"text\":\"Guten Tag\",\"version\":V}",
                List.of(409, 409, 404, 403, 403, 403, 401));
        // Nobody's address: what is malformed is refused before anything is looked for.
        expected.put(
                "POST /tickets {\"to\":\"nobody\",\"text\":\"Guten Tag\"}", List.of(400, 400, 400, 403, 403, 403, 401));
        expected.put(
                "PUT /tickets/T/client-address {\"value\":\"nobody\",\"version\":V}",
                List.of(400, 400, 400, 403, 403, 403, 401));
        expected.put(
                "POST /tickets/T/forwards {\"to\":\"nobody\",\"text\":\"Guten Tag\",\"messages\":[],"
                        + "\"consent\":{\"how\":\"phone\",\"on\":\"2026-01-01\"},\"version\":V}",
                List.of(400, 400, 404, 403, 403, 403, 401));
        expected.put("DELETE /tickets/T/replies/" + ITEM, List.of(404, 404, 404, 403, 403, 403, 401));
        expected.put("POST /tickets/T/notes {\"text\":\"Notiz\"}", List.of(201, 201, 404, 403, 403, 403, 401));
        expected.put(
                "POST /calls {\"kind\":\"counselling\",\"ticket\":\"none\"}",
                List.of(201, 201, 201, 403, 403, 403, 401));
        expected.put(
                "POST /calls {\"kind\":\"counselling\",\"ticket\":\"T\",\"note\":\"Notiz\"}",
                List.of(201, 201, 404, 403, 403, 403, 401));
        expected.put("GET /directory", List.of(200, 200, 200, 200, 200, 200, 401));
        expected.put("GET /code-lists", List.of(200, 200, 200, 200, 200, 200, 401));
        expected.put("GET /reports", List.of(200, 200, 200, 200, 403, 200, 401));
        // A draft: to those who make reports.
        expected.put("GET /reports/contacts?period=2026-Q1", List.of(404, 200, 200, 200, 403, 404, 401));
        expected.put("GET /reports/nothing?period=2026-Q1", List.of(404, 404, 404, 404, 403, 404, 401));
        expected.put("GET /reports/contacts?period=2026-11", List.of(400, 400, 400, 400, 403, 400, 401));
        expected.put("GET /mailboxes", List.of(403, 403, 403, 403, 200, 403, 401));
        expected.put("GET /openapi.json", List.of(200, 200, 200, 200, 200, 200, 200));
        return expected;
    }

    @BeforeAll
    void signIn() {
        PEOPLE.forEach(
                name -> sessions.put(name, name.equals("nobody") ? Http.anonymous(obhut) : Http.as(obhut, name)));
    }

    @Test
    void everyoneCanDoWhatIsTheirsAndNothingElse() {
        var found = new LinkedHashMap<String, List<Integer>>();
        System.out.printf("%-72s %s%n", "", String.join("  ", PEOPLE));
        EXPECTED.keySet().forEach(call -> {
            List<Integer> statuses = PEOPLE.stream()
                    .map(name -> status(call, sessions.get(name)))
                    .toList();
            found.put(call, statuses);
            System.out.printf("%-72s %s%n", call, statuses);
        });
        assertEquals(EXPECTED, found);
    }

    @Test
    void codeListsAreSentAgainWhenTheyHaveChanged() {
        Http stat = sessions.get("stat");
        Http.Answer first = stat.get("/code-lists");
        assertTrue(first.text().contains("\"code\":\"housing\",\"de\":\"Wohnen\",\"en\":\"Housing\""), first.text());
        assertEquals(
                304,
                stat.with("If-None-Match", first.header("ETag"))
                        .get("/code-lists")
                        .status());
        assertEquals(
                200, stat.with("If-None-Match", "\"other\"").get("/code-lists").status());
    }

    /** The other team's lead and member are two people: where a lead may more, its member may what the ticket's counsellor may. */
    @Test
    void aMemberOfAnotherTeamCanDoWhatItsLeadCanButWhatIsForLeads() {
        SecondMember nadia = SecondMember.of(obhut, "nadia");
        Http member = Http.as(obhut, nadia.name(), nadia.passphrase());
        var expected = new LinkedHashMap<String, Integer>();
        var found = new LinkedHashMap<String, Integer>();
        EXPECTED.forEach((call, statuses) -> {
            boolean forLeads = !statuses.get(0).equals(statuses.get(1));
            expected.put(call, statuses.get(forLeads ? 0 : 2));
            found.put(call, status(call, member));
        });
        assertEquals(expected, found);
    }

    /** The key of a telephone system is no person's token: it counts calls, and everything else answers as to nobody. */
    @Test
    void aTelephoneSystemLogsCallsAndNothingElse() throws Exception {
        String key = PhoneKeys.PREFIX + "A".repeat(43);
        try (var database = obhut.database();
                var insert = database.prepareStatement(
                        "INSERT INTO call_key (id, name, hash, made_on) VALUES (gen_random_uuid(), 'Anlage',"
                                + " sha256(convert_to(?, 'UTF8')), current_date)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
        Http telephone = Http.anonymous(obhut).with("Authorization", "Bearer " + key);
        var found = new LinkedHashMap<String, Integer>();
        EXPECTED.keySet().forEach(call -> found.put(call, status(call, telephone)));
        var expected = new LinkedHashMap<String, Integer>();
        EXPECTED.keySet().forEach(call -> expected.put(call, 401));
        expected.put("POST /calls {\"kind\":\"counselling\",\"ticket\":\"none\"}", 201);
        expected.put("POST /calls {\"kind\":\"counselling\",\"ticket\":\"T\",\"note\":\"Notiz\"}", 400);
        expected.put("GET /openapi.json", 200);
        assertEquals(expected, found);
        assertEquals(401, telephone.call("DELETE", "/session", null).status());
        System.out.println("a telephone system's key: 201 at POST /calls with ticket none, 400 with another, 401 at "
                + (found.size() - 3) + " other calls");
    }

    @Test
    void theMatrixLeavesNoEndpointOut() {
        Stream<String> described = ApiEndpoints.described().filter(name -> !name.contains("/session"));
        assertEquals(
                List.of(),
                described
                        .filter(name -> EXPECTED.keySet().stream().noneMatch(call -> matches(name, call)))
                        .toList());
    }

    private static boolean matches(String described, String call) {
        String pattern = described.replaceAll("\\{[^}]+}", "[^/ ?]+");
        return call.matches(pattern + "([ ?].*)?");
    }

    @Test
    void aTicketOfAnotherTeamStandsInNoFolder() {
        String ticket = newTicket();
        assertEquals(1, folder("anna", "team").filter(ticket::equals).count());
        for (String folder : List.of("new", "mine", "team", "waiting", "due", "drafts", "closed", "spam", "ending")) {
            assertFalse(folder("ion", folder).anyMatch(ticket::equals), folder);
        }
    }

    @Test
    void whoIsNotAssignedReadsNoMore() {
        String ticket = newTicket();
        Http bela = Http.as(obhut, "bela");
        assertEquals(200, bela.get("/tickets/" + ticket).status());
        assertEquals(
                200,
                status("PUT /tickets/T/assignee {\"value\":\"anna\",\"version\":V}", sessions.get("anna"), ticket));
        assertEquals(404, bela.get("/tickets/" + ticket).status());
        assertEquals(200, sessions.get("leyla").get("/tickets/" + ticket).status());
    }

    @Test
    void whoIsAskedReadsAlongAndWhoMovedATicketTakesItBack() {
        String ticket = newTicket();
        Http ion = sessions.get("ion");
        String until =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString();
        String ask = "PUT /tickets/T/co-readers/ion {\"reason\":\"asked\",\"until\":\"" + until + "\",\"version\":V}";
        assertEquals(200, status(ask, sessions.get("anna"), ticket));
        var readers = ion.get("/tickets/" + ticket).json().getJsonArray("readers");
        assertEquals("asked", readers.getJsonObject(2).getString("ground"));
        assertEquals("ion", readers.getJsonObject(2).getString("name"));
        assertTrue(readers.getJsonObject(2).getString("until").startsWith(until));
        assertEquals(200, status("DELETE /tickets/T/co-readers/ion?version=2", ion, ticket));
        assertEquals(404, ion.get("/tickets/" + ticket).status());

        String move = "PUT /tickets/T/team {\"value\":\"Südosteuropa\",\"version\":V}";
        assertEquals(200, status(move, sessions.get("anna"), ticket));
        assertEquals(404, sessions.get("leyla").get("/tickets/" + ticket).status());
        assertEquals("Südosteuropa", ion.get("/tickets/" + ticket).json().getString("team"));
        assertEquals(200, status(move.replace("Südosteuropa", "Erstkontakt"), sessions.get("anna"), ticket));
        assertEquals(200, sessions.get("leyla").get("/tickets/" + ticket).status());
        assertEquals(404, ion.get("/tickets/" + ticket).status());
    }

    private Stream<String> folder(String name, String folder) {
        var answer = sessions.get(name).get("/tickets?limit=200&folder=" + folder);
        return answer.json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id"));
    }

    private int status(String call, Http person) {
        return status(call, person, newTicket());
    }

    private int status(String call, Http person, String ticket) {
        String[] parts = call.split(" ", 3);
        String body = parts.length < 3 ? null : parts[2];
        if (body != null && body.contains("V}")) {
            var seen = sessions.get("anna").get("/tickets/" + ticket).json();
            body = body.replace("V}", seen.getInt("version") + "}");
        }
        String path = parts[1].replace("/T", "/" + ticket);
        return person.call(parts[0], path, body == null ? null : body.replace("\"T\"", '"' + ticket + '"'))
                .status();
    }

    private String newTicket() {
        return sessions.get("anna")
                .call("POST", "/calls", "{\"kind\":\"counselling\",\"ticket\":\"new\",\"note\":\"Erster Anruf\"}")
                .json()
                .getString("ticket");
    }
}
