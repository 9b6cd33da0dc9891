package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Somebody who can write to the database puts other public keys there: nothing is sealed to them, and people hear of it. */
@WithObhut
class SwappedKeysIT {

    /** A mailbox that failed is tried again after growing pauses. */
    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);

    private static final String TEAM = "(SELECT id FROM team WHERE name = 'Erstkontakt')";
    private static final String OTHER = "(SELECT id FROM team WHERE name = 'Südosteuropa')";

    private static final String ALARMS = "section[aria-labelledby=alarms] [role=alert]";

    private final RunningObhut obhut;

    SwappedKeysIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0, sql);
        }
    }

    private static void keep(Connection database, String table) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM " + table);
        }
    }

    private String send() throws Exception {
        String subject = "Frage " + UUID.randomUUID();
        String sender = "kim-" + UUID.randomUUID() + "@client.example";
        byte[] mail = Mails.text(sender, subject, UUID.randomUUID() + "@client.example", "", "Guten Tag");
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(sender, Mails.COUNSELLING, mail);
        }
        return subject;
    }

    private Optional<JsonObject> ticket(Api person, String subject) throws Exception {
        return person.tickets("new").stream()
                .filter(row -> row.getString("subject").equals(subject))
                .findFirst();
    }

    /** Where somebody arrives who signs in now. */
    private Document arrival(String name) throws Exception {
        return new Browser(obhut.address()).signIn(name);
    }

    private void assertAlarm(String name, String about) throws Exception {
        assertTrue(arrival(name).select(ALARMS).text().contains(about), name + " is not told of " + about);
    }

    /** The team's key, the leads' key, or both: as if the mailbox were the other team's. */
    @ParameterizedTest
    @ValueSource(strings = {"team_key", "leads_key", "team_key leads_key"})
    void intakeSealsNothingToAnExchangedKey(String columns) throws Exception {
        Api anna = Api.signIn(obhut.address(), "anna");
        try (Connection database = obhut.database()) {
            keep(database, "team_epoch");
            for (String column : columns.split(" ")) {
                run(
                        database,
                        "UPDATE team_epoch SET " + column + " = (SELECT " + column + " FROM kept WHERE team = " + OTHER
                                + " ORDER BY epoch DESC LIMIT 1) WHERE team = " + TEAM);
            }
            String subject;
            try {
                subject = send();
                Api admin = Api.signIn(obhut.address(), "admin");
                Await.until("the refusal", TIME_TO_ARRIVE, () -> admin.get("/mailboxes")
                        .body()
                        .contains("keys-not-pinned"));
                assertAlarm("leyla", "Erstkontakt");
                assertAlarm("admin", "Erstkontakt");
                assertEquals(List.of(), arrival("ion").select(ALARMS).eachText());
            } finally {
                run(
                        database,
                        "UPDATE team_epoch SET team_key = kept.team_key, leads_key = kept.leads_key FROM kept"
                                + " WHERE kept.team = team_epoch.team AND kept.epoch = team_epoch.epoch");
            }
            // No mail is lost by it.
            JsonObject row = Await.value("the mail", TIME_TO_ARRIVE, () -> ticket(anna, subject));
            assertEquals("Erstkontakt", anna.ticket(row.getString("id")).getString("team"));
            assertEquals(List.of(), arrival("admin").select(ALARMS).eachText());
        }
    }

    @Test
    void nothingIsAssignedToAnExchangedKey() throws Exception {
        Api leyla = Api.signIn(obhut.address(), "leyla");
        JsonObject call = Api.json(Api.expect(
                201, leyla.post("/calls", Map.of("kind", "counselling", "ticket", "new", "note", "Erster Anruf"))));
        String path = "/tickets/" + call.getString("ticket");
        try (Connection database = obhut.database()) {
            keep(database, "person");
            run(
                    database,
                    "UPDATE person SET reset_on = current_date, public_key ="
                            + " (SELECT public_key FROM kept WHERE name = 'stat') WHERE name = 'bela'");
            try {
                var refused = leyla.put(path + "/assignee", assignee(leyla, path));
                assertNotEquals(200, refused.statusCode());
                assertTrue(leyla.ticket(call.getString("ticket")).isNull("assignee"));
                assertAlarm("leyla", "bela");
                assertAlarm("admin", "bela");
            } finally {
                run(
                        database,
                        "UPDATE person SET public_key = kept.public_key, reset_on = kept.reset_on FROM kept"
                                + " WHERE kept.id = person.id");
            }
            Api.expect(200, leyla.put(path + "/assignee", assignee(leyla, path)));
        }
    }

    private static Map<String, ?> assignee(Api person, String path) throws Exception {
        int version = Api.json(Api.expect(200, person.get(path))).getInt("version");
        return Map.of("value", "bela", "version", version);
    }
}
