package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.attachment.Findings;
import org.obhut.attachment.Metadata;
import org.obhut.attachment.Scan;
import org.obhut.mailbox.Quarantine;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Approval;
import org.obhut.ticket.Channel;
import org.obhut.ticket.KeptDraft;
import org.obhut.ticket.Light;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Particulars;
import org.obhut.ticket.Party;
import org.obhut.ticket.Protection;
import org.obhut.ticket.Sharing;
import org.obhut.ticket.Staffing;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketReader;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.WebForm;

class TicketJsonTest {

    private static final UUID ID = UUID.fromString("5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10");
    private static final Instant NOON = Instant.parse("2026-03-05T11:00:00Z");
    private static final Sharing SHARING = new Sharing(
            List.of(
                    new TicketReader(TicketReader.Ground.LEADS, "Erstkontakt", null, null, null, false),
                    new TicketReader(TicketReader.Ground.SECOND, "ion", null, NOON, null, true)),
            List.of(),
            List.of());

    /** The fields that the interface promises for each line of a folder. */
    private static final Set<String> ROW = Set.of(
            "id",
            "subject",
            "from",
            "channel",
            "status",
            "assignee",
            "language",
            "urgent",
            "spam",
            "messageCount",
            "receivedAt",
            "dueAt",
            "eraseOn",
            "version");

    @Test
    void aRowIsExactlyThis() {
        assertEquals(
                "{\"items\":[{\"id\":\"5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10\",\"subject\":\"Frage\",\"from\":"
                        + "{\"name\":null,\"address\":\"mira@client.example\"},\"channel\":\"mail\",\"status\":\"open\","
                        + "\"assignee\":null,\"team\":\"Erstkontakt\",\"language\":\"de\",\"urgent\":false,\"spam\":false,"
                        + "\"unread\":true,\"messageCount\":2,\"receivedAt\":\"2026-03-05T11:00:00Z\",\"dueAt\":null,"
                        + "\"eraseOn\":\"2026-06-03\",\"version\":4}],\"next\":\"cursor\"}",
                TicketJson.page(new TicketPage(List.of(row()), "cursor")).toString());
    }

    @Test
    void theLastPageHasNoNext() {
        assertEquals(
                JsonValue.NULL, TicketJson.page(new TicketPage(List.of(), null)).get("next"));
    }

    @Test
    void aMailInQuarantineHasTheSameShape() {
        var entry = new Quarantine.Entry(
                ID, "Erstkontakt", "unparsable", LocalDate.of(2026, 3, 5), LocalDate.of(2026, 4, 4), 12);
        JsonObject item =
                QuarantineJson.page(List.of(entry)).getJsonArray("items").getJsonObject(0);
        assertEquals(Set.of(), missing(item, ROW));
        assertEquals("2026-03-05T00:00:00Z", item.getString("receivedAt"));
    }

    @Test
    void aTicketBringsItsTimeline() {
        JsonObject ticket = TicketJson.ticket(view(DeliveryStatus.SENT));
        assertEquals(Set.of(), missing(ticket, ROW));
        assertEquals(Set.of(), missing(ticket, Set.of("client", "readers", "timeline", "topics", "safeContact")));
        assertEquals(
                "[{\"ground\":\"leads\",\"name\":\"Erstkontakt\",\"from\":null,\"until\":null},"
                        + "{\"ground\":\"second\",\"name\":\"ion\",\"from\":null,\"until\":\"2026-03-05T11:00:00Z\"}]",
                ticket.getJsonArray("readers").toString());
        assertEquals(
                "{\"id\":\"5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10\",\"kind\":\"message\",\"direction\":\"out\","
                        + "\"at\":\"2026-03-05T11:00:00Z\",\"author\":\"anna\",\"from\":null,\"subject\":\"\","
                        + "\"text\":\"Guten Tag\",\"newText\":\"Guten Tag\",\"html\":null,\"mailKind\":\"personal\",\"autoReply\":false,"
                        + "\"deliveryReport\":false,\"webForm\":\"unproven\",\"party\":\"client\",\"stranger\":false,\"to\":\"mira@client.example\","
                        + "\"delivery\":\"sent\",\"deliveryReason\":null,\"bounced\":false,"
                        + "\"perhapsTwice\":true,\"undoUntil\":null,\"protection\":null,\"original\":null,\"appointments\":[],"
                        + "\"attributes\":{},\"event\":null,"
                        + "\"eventValue\":null,\"attachments\":[{\"id\":\"5f0b6c1e-52f4-4a53-9d58-0d4e5f8a1b10\","
                        + "\"name\":\"a.txt\",\"type\":\"text/plain\",\"size\":12,\"contentId\":null,"
                        + "\"metadata\":\"removed\",\"scan\":{\"result\":\"found\",\"signature\":\"Own.Test\"},\"macros\":true}]}",
                ticket.getJsonArray("timeline").get(0).toString());
    }

    @Test
    void anAppointmentIsGivenAsItsSenderWroteIt() {
        var start = new Appointment.Moment(LocalDateTime.of(2026, 3, 12, 10, 0), "Europe/Berlin", false);
        var end = new Appointment.Moment(LocalDateTime.of(2026, 3, 13, 0, 0), null, true);
        assertEquals(
                "{\"what\":\"invitation\",\"title\":\"Gespräch\",\"start\":{\"time\":\"2026-03-12T10:00\","
                        + "\"zone\":\"Europe/Berlin\"},\"end\":{\"day\":\"2026-03-13\",\"zone\":null},"
                        + "\"place\":\"Essen\",\"organiser\":null}",
                AppointmentJson.of(new Appointment(Appointment.What.INVITATION, "Gespräch", start, end, "Essen", null))
                        .toString());
        assertEquals("pgp-encrypted", Names.of(Protection.PGP_ENCRYPTED));
    }

    @Test
    void aBounceIsAFailureThatSaysSo() {
        JsonObject entry = TicketJson.ticket(view(DeliveryStatus.UNDELIVERED))
                .getJsonArray("timeline")
                .getJsonObject(0);
        assertEquals("failed", entry.getString("delivery"));
        assertEquals(JsonValue.TRUE, entry.get("bounced"));
    }

    private static Set<String> missing(JsonObject json, Set<String> expected) {
        var missing = new java.util.TreeSet<>(expected);
        missing.removeAll(json.keySet());
        return missing;
    }

    @Test
    void anAddressThatIsNotKnownIsNothing() {
        assertEquals(
                "{\"name\":\"Mira\",\"address\":null}",
                TicketJson.address(new Address("Mira", "")).toString());
    }

    private static TicketView view(DeliveryStatus delivery) {
        var file = new TimelineEntry.Attachment(
                ID,
                "a.txt",
                "text/plain",
                12,
                null,
                new Findings(Metadata.REMOVED, new Scan(Scan.Result.FOUND, "Own.Test"), true));
        var entry = new TimelineEntry(
                ID,
                TimelineEntry.Kind.MESSAGE,
                TimelineEntry.Direction.OUT,
                NOON,
                "anna",
                null,
                null,
                "",
                "Guten Tag",
                "Guten Tag",
                null,
                MailKind.PERSONAL,
                new WebForm(false, null),
                Party.CLIENT,
                "mira@client.example",
                delivery,
                null,
                true,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                List.of(file));
        var mira = new Address(null, "mira@client.example");
        return new TicketView(
                row(),
                Particulars.NONE,
                mira,
                mira,
                true,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                KeptDraft.NONE,
                Approval.NONE,
                List.of("anna"),
                SHARING,
                null,
                false,
                List.of(entry));
    }

    private static TicketRow row() {
        return new TicketRow(
                ID,
                "Frage",
                new Address(null, "mira@client.example"),
                Channel.MAIL,
                Status.OPEN,
                null,
                Staffing.NONE,
                "Erstkontakt",
                "de",
                false,
                false,
                true,
                2,
                NOON,
                null,
                Light.NONE,
                LocalDate.of(2026, 6, 3),
                4);
    }
}
