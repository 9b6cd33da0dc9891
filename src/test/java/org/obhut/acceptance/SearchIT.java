package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Search on the running system: what comes in is found by those who may read it, and by nobody else, whatever happens to it. */
@WithObhut
class SearchIT {

    private static final Duration TIME = Duration.ofSeconds(20);

    private final RunningObhut obhut;
    private final Api anna;
    private final Api bela;
    private final String canary = "zeisig" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    SearchIT(RunningObhut obhut) throws Exception {
        this.obhut = obhut;
        anna = Api.signIn(obhut.address(), "anna");
        bela = Api.signIn(obhut.address(), "bela");
    }

    private String ticket(Api by) throws Exception {
        var call = Map.of("kind", "counselling", "ticket", "new", "note", "Es geht um " + canary);
        return Api.json(Api.expect(201, by.post("/calls", call))).getString("ticket");
    }

    private List<String> search(Api person, String words) throws Exception {
        JsonObject page = Api.json(Api.expect(200, person.post("/tickets/search", Map.of("q", words))));
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id"))
                .toList();
    }

    private void awaits(Api person, String words, List<String> expected) throws Exception {
        Await.until(words, TIME, () -> search(person, words).equals(expected));
    }

    private void change(Api by, String ticket, String what, String value) throws Exception {
        int version = by.ticket(ticket).getInt("version");
        Api.expect(200, by.put("/tickets/" + ticket + "/" + what, Map.of("value", value, "version", version)));
    }

    private void signOut(Api person) throws Exception {
        Api.expect(204, person.call("DELETE", "/session", Map.of()));
    }

    @Test
    void whatIsAnnasIsFoundByNobodyElseNeitherBeforeNorAfterSheSignsOut() throws Exception {
        String ticket = ticket(anna);
        awaits(bela, canary, List.of(ticket));
        change(anna, ticket, "assignee", "anna");
        awaits(anna, canary, List.of(ticket));
        assertEquals(List.of(), search(bela, canary));
        signOut(anna);
        assertEquals(List.of(), search(bela, canary));
        assertEquals(List.of(), search(Api.signIn(obhut.address(), "bela"), canary));
        Api again = Api.signIn(obhut.address(), "anna");
        awaits(again, canary, List.of(ticket));
    }

    @Test
    void aHandOverAndAMoveEndThatItIsFound() throws Exception {
        Api ion = Api.signIn(obhut.address(), "ion");
        String ticket = ticket(anna);
        awaits(anna, canary, List.of(ticket));
        awaits(bela, canary, List.of(ticket));
        assertEquals(List.of(), search(ion, canary));
        change(anna, ticket, "assignee", "bela");
        assertEquals(List.of(), search(anna, canary));
        awaits(bela, canary, List.of(ticket));
        change(bela, ticket, "team", "Südosteuropa");
        awaits(ion, canary, List.of(ticket));
        assertEquals(List.of(), search(anna, canary));
    }

    @Test
    void aMailThatComesInIsFoundAtOnceByItsWordsAndItsSender() throws Exception {
        String client = canary + "@client.example";
        String text = "Ich suche zwei Wohnungen, Stichwort " + canary + "e.";
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(
                    client,
                    Mails.COUNSELLING,
                    Mails.text(client, "Frage", UUID.randomUUID() + "@client.example", "", text));
        }
        Await.until("the mail", TIME, () -> search(bela, canary + "e Wohnung ").size() == 1);
        String ticket = search(bela, canary + "e").get(0);
        assertEquals(List.of(ticket), search(bela, canary + "@client.example"));
        Api.expect(201, bela.post("/tickets/" + ticket + "/notes", Map.of("text", "Rückruf unter 0211 / 45 67 89")));
        awaits(anna, canary + " \"Rückruf unter\" +49 211 456789", List.of(ticket));
        assertEquals(List.of(), search(anna, canary + " -Wohnungen"));
    }

    @Test
    void malformedSearchesAreRefusedByName() throws Exception {
        Api.expect(400, anna.post("/tickets/search", Map.of("q", "")));
        Api.expect(400, anna.post("/tickets/search", Map.of("q", "a", "limit", 201)));
        Api.expect(400, anna.post("/tickets/search", Map.of("q", "a", "after", "../")));
        Api.expect(400, anna.post("/tickets/search", Map.of("q", "a", "folder", "quarantine")));
        Api.expect(400, anna.post("/tickets/search", Map.of("q", "a".repeat(201))));
        Api.expect(400, anna.post("/tickets/search", Map.of("q", "a", "word", "b")));
        Api.expect(200, anna.post("/tickets/search", Map.of("q", "\"((")));
    }
}
