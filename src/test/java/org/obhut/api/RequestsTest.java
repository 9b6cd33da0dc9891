package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;
import org.obhut.ticket.NewReply;

class RequestsTest {

    @Test
    void aReplyBringsItsFiles() {
        String base64 = Base64.getEncoder().encodeToString("Übersicht".getBytes(StandardCharsets.UTF_8));
        NewReply reply = reply("{'text': 'Guten Tag', 'version': 3, 'attachments': [{'name': 'a.txt',"
                + " 'type': 'text/plain', 'base64': '" + base64 + "'}]}");
        assertEquals("Guten Tag", reply.writing().text());
        assertEquals(3, reply.version());
        assertEquals("k1", reply.idempotencyKey());
        assertEquals("a.txt", reply.writing().attachments().get(0).name());
        assertArrayEquals(
                "Übersicht".getBytes(StandardCharsets.UTF_8),
                reply.writing().attachments().get(0).bytes());
    }

    @Test
    void aReplyIsRefusedByTheNameOfWhatIsWrong() {
        refused("version", "{'text': 'x'}");
        refused("text", "{'version': 1}");
        refused("txt", "{'text': 'x', 'txt': 'x', 'version': 1}");
        refused("attachments[0].base64", "{'text': 'x', 'version': 1, 'attachments': [{'name': 'a', 'type': 'b'}]}");
        refused(
                "attachments[0].base64",
                "{'text': 'x', 'version': 1, 'attachments': [{'name': 'a', 'type': 'b', 'base64': '*'}]}");
        refused(
                "attachments[0].data",
                "{'text': 'x', 'version': 1, 'attachments': [{'name': 'a', 'type': 'b', 'base64': '', 'data': ''}]}");
    }

    @Test
    void filesAreNotLargerTogetherThanMayBe() {
        String half = "A".repeat((ReplyRequest.MOST_MEBIBYTES << 20) / 2 / 3 * 4 + 4);
        String file = "{'name': 'a', 'type': 'b', 'base64': '" + half + "'}";
        assertThrows(
                BodyTooLarge.class,
                () -> reply("{'text': 'x', 'version': 1, 'attachments': [" + file + "," + file + "]}"));
        assertEquals(
                1,
                reply("{'text': 'x', 'version': 1, 'attachments': [" + file + "]}")
                        .writing()
                        .attachments()
                        .size());
    }

    @Test
    void aCallTakesEveryFieldOfTheDescription() {
        var call = CallsResource.call(
                JsonFieldsTest.fields("{'kind': 'counselling', 'ticket': 'new', 'team': 'Erstkontakt', 'callback': '0',"
                        + " 'who': 'w', 'gender': 'g', 'ageBand': 'a', 'origin': 'o', 'topics': ['tax', 'debts'],"
                        + " 'language': 'ro', 'interpreter': true, 'region': 'r', 'duration': 'd', 'outcome': 'u',"
                        + " 'referral': 'f', 'note': 'n', 'followUp': '2026-03-05'}"),
                null);
        assertEquals("counselling", call.kind());
        assertEquals(List.of("tax", "debts"), call.topics());
        assertEquals(LocalDate.of(2026, 3, 5), call.followUp());
        assertEquals(
                "w g a o ro true r d u f n 0 Erstkontakt",
                String.join(
                        " ",
                        call.who(),
                        call.gender(),
                        call.ageBand(),
                        call.origin(),
                        call.language(),
                        String.valueOf(call.interpreter()),
                        call.region(),
                        call.duration(),
                        call.outcome(),
                        call.referral(),
                        call.note(),
                        call.callback(),
                        call.team()));
        assertNull(call.idempotencyKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\nb"})
    void aKeyIsVisibleAscii(String key) {
        assertEquals(
                "Idempotency-Key",
                assertThrows(InvalidInput.class, () -> IdempotencyKey.checked(key))
                        .field());
    }

    @Test
    void aKeyIsNotTooLong() {
        assertEquals("k".repeat(200), IdempotencyKey.checked("k".repeat(200)));
        assertThrows(InvalidInput.class, () -> IdempotencyKey.checked("k".repeat(201)));
    }

    @Test
    void foldersGoByTheirNamesInLowerCase() {
        assertEquals(Folder.NEW, Names.value(Folder.class, "folder", "new"));
        for (String wrong : new String[] {"NEW", "neu", "", null}) {
            assertThrows(InvalidInput.class, () -> Names.value(Folder.class, "folder", wrong));
        }
    }

    @Test
    void aTokenComesInTheAuthorizationHeaderAlone() {
        assertEquals(Optional.of("abc-_1"), AuthenticatedCaller.token("Bearer abc-_1"));
        assertEquals(Optional.of("abc"), AuthenticatedCaller.token("bearer abc"));
        for (String other :
                new String[] {null, "", "Bearer", "Bearer ", "Basic abc", "abc", "Bearer a b", "Bearer a\n"}) {
            assertEquals(Optional.empty(), AuthenticatedCaller.token(other));
        }
    }

    private static NewReply reply(String json) {
        return ReplyRequest.of(JsonFieldsTest.fields(json), "k1");
    }

    private static void refused(String field, String json) {
        assertEquals(field, assertThrows(InvalidInput.class, () -> reply(json)).field());
    }
}
