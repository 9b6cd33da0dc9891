package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.mailbox.MailboxCheck;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;
import org.obhut.mailbox.OnServer;

class MailboxJsonTest {

    private static final Instant NOON = Instant.parse("2027-01-12T12:00:00Z");

    private static final MailboxState FAILING = new MailboxState(
            "beratung@obhut.example",
            "Erstkontakt",
            new MailboxState.Side(
                    "imap.obhut.example:993", "tls", "oauth2", "failed", "oauth-invalid-client", NOON, null, NOON),
            new MailboxState.Side("", "none", "none", "not-set", null, null, null, null),
            10,
            5,
            2,
            1,
            new OnServer(1, 2, 3),
            4,
            new MailboxCheck.Result(NOON, "oauth-invalid-client", "not-set", null),
            new Mailboxes.Acknowledged(7, 3, 100));

    private static JsonObject json() {
        return MailboxJson.list(List.of(FAILING)).getJsonArray("items").getJsonObject(0);
    }

    @Test
    void tellsWhatIsWrongInTheWordsOfTheConsole() {
        JsonObject receiving = json().getJsonObject("receiving");
        assertEquals("oauth-invalid-client", receiving.getString("error"));
        assertEquals("2027-01-12T12:00:00Z", receiving.getString("since"));
        assertEquals(JsonValue.NULL, receiving.get("lastSuccess"));
        assertEquals(2, json().getInt("missing"));
        assertEquals(JsonValue.NULL, json().getJsonObject("check").get("team"));
    }

    @Test
    void hasTheFieldsOfTheDescription() {
        JsonObject schemas =
                ApiEndpoints.description().getJsonObject("components").getJsonObject("schemas");
        described(schemas.getJsonObject("Mailbox"), json());
        described(schemas.getJsonObject("MailboxSide"), json().getJsonObject("receiving"));
        JsonObject parts = schemas.getJsonObject("Mailbox").getJsonObject("properties");
        described(parts.getJsonObject("onServer"), json().getJsonObject("onServer"));
        described(parts.getJsonObject("acknowledged"), json().getJsonObject("acknowledged"));
        described(parts.getJsonObject("check"), json().getJsonObject("check"));
    }

    private static void described(JsonObject schema, JsonObject value) {
        assertTrue(value.size() > 2);
        assertEquals(schema.getJsonObject("properties").keySet(), value.keySet());
    }
}
