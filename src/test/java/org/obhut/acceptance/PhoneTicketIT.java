package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** A logged call on the real server: it becomes a ticket, is taken, noted, closed; who may not read it sees none of it. */
@WithObhut
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneTicketIT {

    private Api anna;
    private Api bela;
    private Api leyla;
    private Api ion;

    @BeforeAll
    void signIn(RunningObhut obhut) throws IOException, InterruptedException {
        anna = Api.signIn(obhut.address(), "anna");
        bela = Api.signIn(obhut.address(), "bela");
        leyla = Api.signIn(obhut.address(), "leyla");
        ion = Api.signIn(obhut.address(), "ion");
    }

    private static boolean lists(Api who, String folder, String ticket) throws IOException, InterruptedException {
        return who.tickets(folder).stream().anyMatch(row -> row.getString("id").equals(ticket));
    }

    private void change(Api who, String ticket, String what, String value) throws IOException, InterruptedException {
        int version = who.ticket(ticket).getInt("version");
        Api.expect(200, who.put("/tickets/" + ticket + "/" + what, Map.of("value", value, "version", version)));
    }

    @Test
    void aCallIsTakenNotedAndClosed() throws IOException, InterruptedException {
        JsonObject logged = Api.json(Api.expect(
                201,
                anna.post(
                        "/calls",
                        Map.of(
                                "kind", "counselling",
                                "ticket", "new",
                                "region", "minden-luebbecke",
                                "callback", "0571 555 0100",
                                "note", "Fragt nach der Telefonprobe"))));
        String ticket = logged.getString("ticket");
        assertTrue(lists(anna, "new", ticket));
        assertTrue(lists(bela, "new", ticket));
        assertFalse(lists(ion, "team", ticket));
        assertEquals(404, ion.get("/tickets/" + ticket).statusCode());
        assertEquals("Fragt nach der Telefonprobe", bela.ticket(ticket).getString("subject"));

        change(anna, ticket, "assignee", "anna");
        assertTrue(lists(anna, "mine", ticket));
        assertTrue(lists(leyla, "team", ticket));
        assertFalse(lists(bela, "team", ticket));
        assertEquals(404, bela.get("/tickets/" + ticket).statusCode());

        Api.expect(201, leyla.post("/tickets/" + ticket + "/notes", Map.of("text", "Rückruf bis Mittag")));
        change(anna, ticket, "status", "closed");
        assertTrue(lists(anna, "closed", ticket));
        int entries = anna.ticket(ticket).getJsonArray("timeline").size();
        assertEquals(4, entries, "call, assignment, note, closing");
        int stale = anna.put("/tickets/" + ticket + "/status", Map.of("value", "open", "version", 1))
                .statusCode();
        assertEquals(409, stale);
    }

    @Test
    void aBareCountLeavesNoTicket() throws IOException, InterruptedException {
        int before = leyla.tickets("team").size();
        JsonObject logged = Api.json(Api.expect(201, bela.post("/calls", Map.of("kind", "hang-up", "ticket", "none"))));
        assertFalse(logged.containsKey("ticket") && !logged.isNull("ticket"));
        assertEquals(before, leyla.tickets("team").size());
        assertEquals(
                400,
                bela.post("/calls", Map.of("kind", "hang-up", "ticket", "none", "note", "x"))
                        .statusCode());
    }
}
