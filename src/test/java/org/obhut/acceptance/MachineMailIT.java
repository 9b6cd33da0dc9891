package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.testing.ListedTicket;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** What machines write arrives, is told in the timeline, and changes nothing that is a client's or a counsellor's. */
@WithObhut
class MachineMailIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(10);

    private final RunningObhut obhut;
    private final String client = "rosa-" + UUID.randomUUID() + "@client.example";
    private final String elsewhere = "elsewhere-" + UUID.randomUUID() + "@client.example";

    MachineMailIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @Test
    void aDelayAndABounceAreToldAtTheReplyWithTheirReason() throws Exception {
        Api anna = Api.signIn(obhut.address(), "anna");
        String id = opened(anna);
        Reply reply = answered(anna, id);

        deliver("delayed", "4.2.2", "452 4.2.2 over quota", reply.messageId());
        JsonObject delayed = awaited(anna, id, "delivery-delay");
        assertEquals("waiting", delayed.getString("status"));
        JsonObject message = entry(delayed, reply.item());
        assertEquals("sent", message.getString("delivery"));
        assertEquals("mailbox-full", message.getString("deliveryReason"));
        assertFalse(message.getBoolean("bounced"));

        deliver("failed", "5.2.2", "552 5.2.2 over quota", reply.messageId());
        JsonObject bounced = awaited(anna, id, "delivery-failure");
        assertEquals("open", bounced.getString("status"));
        message = entry(bounced, reply.item());
        assertEquals("failed", message.getString("delivery"));
        assertTrue(message.getBoolean("bounced"));
        assertEquals("mailbox-full", message.getString("deliveryReason"));
        assertEquals(2, bounced.getInt("messageCount"));
        JsonObject report = last(bounced);
        assertTrue(report.getBoolean("deliveryReport"));
        assertTrue(report.getBoolean("autoReply"));

        // What comes late takes nothing back.
        deliver("delayed", "4.4.1", "421 4.4.1 timed out", reply.messageId());
        JsonObject late = Await.value("the second delay", TIME_TO_ARRIVE, () -> Optional.of(anna.ticket(id))
                .filter(ticket ->
                        kinds(ticket).stream().filter("delivery-delay"::equals).count() == 2));
        assertEquals("failed", entry(late, reply.item()).getString("delivery"));
    }

    @Test
    void machinesChangeNeitherStateNorTimesNorReceiver() throws Exception {
        Api anna = Api.signIn(obhut.address(), "anna");
        String id = opened(anna);
        Reply reply = answered(anna, id);
        JsonObject before = anna.ticket(id);
        String answers = "In-Reply-To: " + reply.messageId() + "\nReply-To: " + elsewhere + "\n";
        send(answers + "Auto-Submitted: auto-replied\n", "Re: Ihre Nachricht", "Bin verreist.");
        send(answers, "Automatische Antwort: Ihre Nachricht", "Bin verreist.");
        report(
                "disposition-notification",
                "Disposition: manual-action/MDN-sent-manually; displayed",
                reply.messageId());
        report("feedback-report", "Feedback-Type: abuse", reply.messageId());
        send(
                answers + "Content-Class: urn:content-classes:calendarmessage\nAuto-Submitted: auto-generated\n",
                "Ihre Nachricht",
                "");
        JsonObject after = Await.value("all five", TIME_TO_ARRIVE, () -> Optional.of(anna.ticket(id))
                .filter(ticket -> incoming(ticket).size() == 6));
        assertEquals(
                List.of(
                        "personal",
                        "automatic-reply",
                        "automatic-reply",
                        "read-receipt",
                        "feedback-report",
                        "automatic-reply"),
                incoming(after));
        for (String field : List.of("status", "dueAt", "eraseOn", "client", "assignee")) {
            assertEquals(before.get(field), after.get(field), field);
        }
        assertEquals("waiting", after.getString("status"));
        assertEquals(JsonValue.NULL, after.get("dueAt"));

        reply(anna, id);
        try (var mailbox = ImapInbox.ofClient(obhut.imapPort(), client)) {
            mailbox.await(2, TIME_TO_ARRIVE);
            assertEquals(2, mailbox.count(), "nothing but the two replies was sent");
        }
    }

    @Test
    void aWishForAReceiptIsNeverAnswered() throws Exception {
        Api anna = Api.signIn(obhut.address(), "anna");
        send(
                "Disposition-Notification-To: " + elsewhere + "\nReturn-Receipt-To: " + elsewhere
                        + "\nX-Confirm-Reading-To: " + client + "\n",
                "Frage",
                "Bitte um eine Empfangsbestätigung.");
        String id = Await.value("the ticket", TIME_TO_ARRIVE, () -> listed(anna, "new"))
                .getString("id");
        JsonObject ticket = anna.ticket(id);
        assertEquals("personal", last(ticket).getString("mailKind"));
        // A reply goes the same way as anything that would have been sent before it.
        reply(anna, id);
        try (var mailbox = ImapInbox.ofClient(obhut.imapPort(), client)) {
            byte[] first = mailbox.await(1, TIME_TO_ARRIVE);
            assertTrue(ImapInbox.text(first).contains("Guten Tag, gern."));
            assertEquals(1, mailbox.count());
        }
        try (var other = ImapInbox.ofClient(obhut.imapPort(), elsewhere)) {
            assertEquals(0, other.count());
        }
    }

    @Test
    void aNewsletterIsATicketThatNobodyIsWaitingFor() throws Exception {
        Api anna = Api.signIn(obhut.address(), "anna");
        send(
                "List-Id: <rundbrief.client.example>\nList-Unsubscribe: <https://client.example/u>\n",
                "Rundbrief",
                "Neues");
        JsonObject row = Await.value("the ticket", TIME_TO_ARRIVE, () -> listed(anna, "new"));
        assertEquals(JsonValue.NULL, row.get("dueAt"));
        JsonObject entry = last(anna.ticket(row.getString("id")));
        assertEquals("list", entry.getString("mailKind"));
        assertFalse(entry.getBoolean("autoReply"));
    }

    private record Reply(String item, String messageId) {}

    private String opened(Api anna) throws Exception {
        send("", "Frage", "Guten Tag, ich habe eine Frage.");
        return Await.value("the ticket", TIME_TO_ARRIVE, () -> listed(anna, "new"))
                .getString("id");
    }

    private Reply answered(Api anna, String id) throws Exception {
        String item = reply(anna, id);
        try (var mailbox = ImapInbox.ofClient(obhut.imapPort(), client)) {
            String messageId =
                    ImapInbox.parsed(mailbox.await(1, TIME_TO_ARRIVE)).getMessageID();
            Await.until("the reply marked sent", TIME_TO_ARRIVE, () -> entry(anna.ticket(id), item)
                    .getString("delivery")
                    .equals("sent"));
            return new Reply(item, messageId);
        }
    }

    private static String reply(Api anna, String id) throws Exception {
        int version = anna.ticket(id).getInt("version");
        return Api.json(Api.expect(
                        202,
                        anna.post(
                                "/tickets/" + id + "/replies", Map.of("text", "Guten Tag, gern.", "version", version))))
                .getString("messageId");
    }

    private Optional<JsonObject> listed(Api person, String folder) throws Exception {
        return person.tickets(folder).stream()
                .filter(row -> ListedTicket.isFrom(row, client))
                .findFirst();
    }

    private static JsonObject awaited(Api anna, String id, String kind) throws Exception {
        return Await.value(kind, TIME_TO_ARRIVE, () -> Optional.of(anna.ticket(id))
                .filter(ticket -> kinds(ticket).contains(kind)));
    }

    private static List<JsonObject> timeline(JsonObject ticket) {
        return ticket.getJsonArray("timeline").getValuesAs(JsonObject.class);
    }

    private static List<String> kinds(JsonObject ticket) {
        return timeline(ticket).stream()
                .map(entry -> entry.getString("mailKind"))
                .toList();
    }

    private static List<String> incoming(JsonObject ticket) {
        return timeline(ticket).stream()
                .filter(entry -> entry.getString("kind").equals("message")
                        && entry.getString("direction").equals("in"))
                .map(entry -> entry.getString("mailKind"))
                .toList();
    }

    private static JsonObject last(JsonObject ticket) {
        List<JsonObject> all = timeline(ticket);
        return all.get(all.size() - 1);
    }

    private static JsonObject entry(JsonObject ticket, String id) {
        return timeline(ticket).stream()
                .filter(entry -> entry.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void send(String more, String subject, String text) throws Exception {
        deliver(Mails.text(client, subject, UUID.randomUUID() + "@client.example", more, text));
    }

    private void deliver(byte[] mail) throws Exception {
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(client, Mails.COUNSELLING, mail);
        }
    }

    private void deliver(String action, String status, String diagnostic, String messageId) throws Exception {
        report(
                "delivery-status",
                "Reporting-MTA: dns; mx.client.example\n\nFinal-Recipient: rfc822; " + client + "\nAction: " + action
                        + "\nStatus: " + status + "\nDiagnostic-Code: smtp; " + diagnostic,
                messageId);
    }

    /** A multipart/report of this type about our mail. */
    private void report(String type, String fields, String messageId) throws Exception {
        deliver("""
                From: Mail Delivery System <MAILER-DAEMON@mx.client.example>
                To: %s
                Subject: Report
                Date: Mon, 02 Nov 2026 09:15:00 +0100
                Message-ID: <%s@mx.client.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%s; boundary="=_r"

                --=_r
                Content-Type: text/plain

                A report.

                --=_r
                Content-Type: message/%s

                %s

                --=_r
                Content-Type: text/rfc822-headers

                From: %s
                Message-ID: %s

                --=_r--
                """.formatted(Mails.COUNSELLING, UUID.randomUUID(), type, type, fields, Mails.COUNSELLING, messageId)
                .getBytes(StandardCharsets.UTF_8));
    }
}
