package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Calls, and what can be done with the tickets they open. */
@WithObhut
class CallsIT {

    private static final String TICKET = "{\"kind\":\"counselling\",\"ticket\":\"new\",\"note\":\"Erster Anruf\"}";

    private final Http anna;

    CallsIT(RunningObhut obhut) {
        anna = Http.as(obhut, "anna");
    }

    @Test
    void aBareCountHasNoTicket() {
        var answer = anna.call("POST", "/calls", "{\"kind\":\"hang-up\",\"ticket\":\"none\"}");
        assertEquals(201, answer.status());
        assertEquals(Set.of("id"), answer.json().keySet());
    }

    @Test
    void aCallOpensATicketThatCanBeRead() {
        String ticket = open();
        JsonObject seen = anna.get("/tickets/" + ticket).json();
        assertEquals("phone", seen.getString("channel"));
        assertEquals("open", seen.getString("status"));
        assertTrue(seen.isNull("assignee"));
        JsonObject call = entry(ticket, "call");
        assertEquals("Erster Anruf", call.getString("text"));
        assertEquals("anna", call.getString("author"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"ticket\":\"none\"}',kind",
        "'{\"kind\":\"no-such-kind\",\"ticket\":\"none\"}',kind",
        "'{\"kind\":\"counselling\"}',ticket",
        "'{\"kind\":\"counselling\",\"ticket\":\"old\"}',ticket",
        "'{\"kind\":\"counselling\",\"ticket\":\"none\",\"note\":\"x\"}',note",
        "'{\"kind\":\"counselling\",\"ticket\":\"none\",\"callback\":\"0\"}',callback",
        "'{\"kind\":\"counselling\",\"ticket\":\"none\",\"topics\":[\"nothing-such\"]}',topics",
        "'{\"kind\":\"counselling\",\"ticket\":\"none\",\"followUp\":\"soon\"}',followUp",
        "'{\"kind\":\"counselling\",\"ticket\":\"none\",\"colour\":\"red\"}',colour"
    })
    void aWrongFieldIsNamed(String body, String field) {
        var answer = anna.call("POST", "/calls", body);
        assertEquals(400, answer.status(), answer::toString);
        assertEquals(field, answer.json().getString("field"));
    }

    @Test
    void theSameKeyIsTheSameCall() throws Exception {
        Http keyed = anna.with("Idempotency-Key", UUID.randomUUID().toString());
        Callable<String> request = () -> {
            var answer = keyed.call("POST", "/calls", TICKET);
            assertEquals(201, answer.status(), answer::toString);
            return answer.text();
        };
        var programs = Executors.newFixedThreadPool(4);
        try {
            Set<String> answers = programs.invokeAll(List.of(request, request, request, request)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .collect(Collectors.toSet());
            assertEquals(1, answers.size(), answers::toString);
            assertEquals(answers, Set.of(request.call()));
        } finally {
            programs.shutdownNow();
        }
        Http other = anna.with("Idempotency-Key", UUID.randomUUID().toString());
        assertNotEquals(
                keyed.call("POST", "/calls", TICKET).text(),
                other.call("POST", "/calls", TICKET).text());
    }

    @Test
    void theSameKeyIsTheSameNote() {
        String ticket = open();
        Http keyed = anna.with("Idempotency-Key", "note-1");
        var first = keyed.call("POST", "/tickets/" + ticket + "/notes", "{\"text\":\"Notiz\"}");
        var second = keyed.call("POST", "/tickets/" + ticket + "/notes", "{\"text\":\"Notiz\"}");
        assertEquals(201, first.status());
        assertEquals(first.text(), second.text());
        assertEquals(1, kinds(ticket).stream().filter("note"::equals).count());
        anna.call("POST", "/tickets/" + ticket + "/notes", "{\"text\":\"Notiz\"}");
        assertEquals(2, kinds(ticket).stream().filter("note"::equals).count());
    }

    @Test
    void aChangeNeedsTheVersionThatIsThere() {
        String ticket = open();
        int version = version(ticket);
        var stale =
                anna.call("PUT", path(ticket, "status"), "{\"value\":\"closed\",\"version\":" + (version - 1) + "}");
        assertEquals(409, stale.status());
        assertEquals(version, stale.json().getInt("version"));
        assertEquals("open", anna.get("/tickets/" + ticket).json().getString("status"));

        var closed = anna.call("PUT", path(ticket, "status"), "{\"value\":\"closed\",\"version\":" + version + "}");
        assertEquals(200, closed.status());
        assertEquals(Set.of("version"), closed.json().keySet());
        assertEquals(version(ticket), closed.json().getInt("version"));
        assertNotEquals(version, version(ticket));
        assertEquals("closed", anna.get("/tickets/" + ticket).json().getString("status"));
    }

    @Test
    void whoIsAssignedGoesByNameAndCanBeNobody() {
        String ticket = open();
        assertEquals(200, put(ticket, "assignee", "\"anna\"").status());
        assertEquals("anna", anna.get("/tickets/" + ticket).json().getString("assignee"));
        assertEquals(200, put(ticket, "assignee", "null").status());
        assertTrue(anna.get("/tickets/" + ticket).json().isNull("assignee"));

        for (String stranger : List.of("\"ion\"", "\"nobody-such\"", "\"\"")) {
            var refused = put(ticket, "assignee", stranger);
            assertEquals(400, refused.status(), refused::toString);
            assertFalse(refused.text().contains("nobody-such"));
        }
        var absent = anna.call("PUT", path(ticket, "assignee"), "{\"version\":" + version(ticket) + "}");
        assertEquals("value", absent.json().getString("field"));
    }

    @Test
    void aFollowUpDayCanBeSetAndRemoved() {
        String ticket = open();
        assertEquals(200, put(ticket, "follow-up", "\"2030-01-01\"").status());
        assertEquals("2030-01-01", anna.get("/tickets/" + ticket).json().getString("followUp"));
        assertEquals(200, put(ticket, "follow-up", "null").status());
        assertTrue(anna.get("/tickets/" + ticket).json().isNull("followUp"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        for (int i = 0; i < 5; i++) {
            open();
        }
        var all = anna.get("/tickets?folder=team&limit=200").json().getJsonArray("items");
        var paged = new java.util.ArrayList<String>();
        String next = "";
        // Other tests leave more tickets than one page can hold; what the one page shows is compared.
        while (next != null && paged.size() < all.size()) {
            JsonObject page =
                    anna.get("/tickets?folder=team&limit=2&after=" + next).json();
            page.getJsonArray("items")
                    .forEach(item -> paged.add(item.asJsonObject().getString("id")));
            next = page.isNull("next") ? null : page.getString("next");
        }
        assertTrue(all.size() >= 5);
        assertEquals(
                all.stream().map(item -> item.asJsonObject().getString("id")).toList(), paged.subList(0, all.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "folder=none,folder",
        "limit=5,folder",
        "folder=new&limit=0,limit",
        "folder=new&limit=201,limit",
        "folder=new&limit=x,limit",
        "folder=new&after=%2A,after"
    })
    void aWrongParameterIsNamed(String query, String field) {
        var answer = anna.get("/tickets?" + query);
        assertEquals(400, answer.status(), answer::toString);
        assertEquals(field, answer.json().getString("field"));
    }

    private String open() {
        return anna.call("POST", "/calls", TICKET).json().getString("ticket");
    }

    private Http.Answer put(String ticket, String name, String value) {
        String body = "{\"value\":" + value + ",\"version\":" + version(ticket) + "}";
        return anna.call("PUT", path(ticket, name), body);
    }

    private static String path(String ticket, String name) {
        return "/tickets/" + ticket + '/' + name;
    }

    private int version(String ticket) {
        return anna.get("/tickets/" + ticket).json().getInt("version");
    }

    private List<String> kinds(String ticket) {
        return anna.get("/tickets/" + ticket).json().getJsonArray("timeline").stream()
                .map(entry -> entry.asJsonObject().getString("kind"))
                .toList();
    }

    private JsonObject entry(String ticket, String kind) {
        return anna.get("/tickets/" + ticket).json().getJsonArray("timeline").stream()
                .map(entry -> entry.asJsonObject())
                .filter(entry -> entry.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
