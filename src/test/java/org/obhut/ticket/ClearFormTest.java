package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.attachment.Findings;
import org.obhut.attachment.Metadata;
import org.obhut.attachment.Scan;
import org.obhut.envelope.EnvelopeException;
import org.obhut.outbox.Letter;
import org.obhut.statistics.FactHandle;
import org.obhut.ticket.TimelineEntry.Attachment;

/** What stands in an envelope comes out as it went in, today and when it was written by an earlier version. */
class ClearFormTest {

    private static final Instant AT = Instant.parse("2026-03-02T11:58:13.123Z");
    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private static final Summary FULL = new Summary(
            "Въпрос \"за\" \\ 😀\u0000\u2028",
            new Contact(
                    new Address("Rosa", "rosa@client.example"),
                    new Address(null, "sicher@client.example"),
                    true,
                    List.of("old@client.example")),
            "token",
            "0201",
            ID,
            AT,
            3,
            "a@b",
            List.of("a@b", "c@d"),
            AT,
            LocalDate.of(2026, 3, 4),
            LocalDate.of(2026, 3, 2),
            new Links(List.of(ID)),
            new Particulars(
                    List.of("tax", "housing"),
                    "koeln",
                    new SafeContact(
                            true,
                            "sicher@client.example",
                            new ContactHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(12, 30)),
                            "Umzug",
                            "nicht anrufen"),
                    new Urgency(AT, true, true),
                    new Sheet(
                            Map.of("who", List.of("sex-worker"), "topics", List.of()), new FactHandle("00ff"), true)));

    @Test
    void aSummaryComesBack() {
        assertEquals(FULL, Summary.of(FULL.bytes()));
        Summary empty = new Summary(
                "",
                Contact.NONE,
                "t",
                null,
                null,
                AT,
                0,
                null,
                List.of(),
                null,
                null,
                LocalDate.of(2026, 3, 2),
                Links.NONE,
                Particulars.NONE);
        assertEquals(empty, Summary.of(empty.bytes()));
    }

    @Test
    void aSummaryFromBeforeThereWereParticularsHasNone() {
        String text = new String(FULL.bytes(), StandardCharsets.UTF_8);
        byte[] older = (text.substring(0, text.indexOf(",\"particulars\"")) + "}").getBytes(StandardCharsets.UTF_8);
        assertEquals(FULL.particulars(Particulars.NONE), Summary.of(older));
    }

    @Test
    void draftsComeBack() {
        Draft draft = new Draft("Text", "Termin", false, true, "2026-07-01", "09:30", "Notiz", ID);
        assertEquals(draft, there(draft));
        assertEquals(Draft.NONE, there(Draft.NONE));
        MailDraft mail = new MailDraft("a@b.example", "m@obhut.example", "bg", "Anruf", "Termin", "Text", true);
        assertEquals(mail, MailDraft.of(mail.bytes()));
    }

    private static Draft there(Draft draft) {
        return Draft.read(ClearReader.of(draft.write(ClearWriter.begin()).bytes()));
    }

    @Test
    void aHeadComesBack() {
        Head full = new Head(AT, new Address("R", "r@client.example"), "a@b", true, AT, AT, LocalDate.of(2026, 3, 2));
        assertEquals(full, Head.of(full.bytes()));
        Head empty = new Head(AT, null, null, false, null, null, null);
        assertEquals(empty, Head.of(empty.bytes()));
    }

    @Test
    void bodiesComeBack() {
        Attachment file = new Attachment(
                ID,
                "Ausweis.jpg",
                "image/jpeg",
                5_000_000_000L,
                "bild1@client.example",
                new Findings(Metadata.REMOVED, new Scan(Scan.Result.FOUND, "Own.Test"), true),
                true);
        ItemBody mail = ItemBody.received(
                Mails.rosa()
                        .html("<p>x</p>")
                        .replyTo("a@client.example")
                        .autoReply()
                        .mail(),
                Party.STRANGER,
                List.of(file),
                Map.of(Counting.FACT, "00ff"));
        assertEquals(mail, ItemBody.of(mail.bytes()));
        Appointment appointment = new Appointment(
                Appointment.What.INVITATION,
                "Gespräch",
                new Appointment.Moment(LocalDateTime.of(2026, 3, 12, 10, 0), "Europe/Berlin", false),
                new Appointment.Moment(LocalDateTime.of(2026, 3, 13, 0, 0), null, true),
                "Essen",
                new Address(null, "r@client.example"));
        ItemBody invitation = ItemBody.received(
                Mails.rosa().protectedBy(Protection.PGP_ENCRYPTED, appointment).mail(),
                Party.CENTRE,
                List.of(),
                Map.of());
        assertEquals(invitation, ItemBody.of(invitation.bytes()));
        ItemBody reply = ItemBody.sent(
                AT,
                ID,
                "Ja.",
                Correspondence.sent(
                        "m@obhut.example",
                        new Receiver("r@client.example", Party.CENTRE, null, List.of(), ""),
                        new Letter("Termin", "Ja.", true, List.of()),
                        new Sending.Written("Ja.", ID),
                        "x@y",
                        AT,
                        AT),
                List.of());
        assertEquals(reply, ItemBody.of(reply.bytes()));
        ItemBody note = ItemBody.note(AT, ID, "Zeile\nzwei");
        assertEquals(note, ItemBody.of(note.bytes()));
        ItemBody forwarded = ItemBody.event(
                AT, ID, new Happening(Happening.What.FORWARDED, "c@d.example"), Map.of("how", "phone", "note", "ja"));
        assertEquals(forwarded, ItemBody.of(forwarded.bytes()));
        ItemBody event = ItemBody.event(AT, ID, new Happening(Happening.What.ASSIGNED, "anna"));
        assertEquals(event, ItemBody.of(event.bytes()));
        ItemBody call = ItemBody.call(
                ID, new CallEntry(ID, "Titel", AT, "ro", "0201", "Notiz", null, Map.of("topics", "tax,debts")));
        assertEquals(call, ItemBody.of(call.bytes()));
    }

    /** Stored tickets are in this form: a change here needs a new version beside it, not instead of it. */
    @Test
    void versionOneIsFixed() {
        String stored = """
                {"v":1,"kind":"MESSAGE","direction":"IN","at":"2026-03-02T11:58:13.123Z","title":"","text":"Guten Tag",\
                "mail":{"from":{"name":"Rosa","address":"rosa@client.example"},"subject":"Frage","newText":"Guten Tag",\
                "messageId":"a@b"}}""";
        ItemBody body = ItemBody.of(stored.getBytes(StandardCharsets.UTF_8));
        assertEquals("Guten Tag", body.text());
        assertEquals("rosa@client.example", body.mail().from().address());
        assertEquals(stored, new String(body.bytes(), StandardCharsets.UTF_8).stripTrailing());
    }

    @Test
    void aLaterVersionIsRefused() {
        byte[] later = "{\"v\":2}".getBytes(StandardCharsets.UTF_8);
        assertThrows(EnvelopeException.class, () -> Summary.of(later));
        assertThrows(EnvelopeException.class, () -> Summary.of("{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sizesSayLittleAboutWords() {
        assertEquals(
                ItemBody.note(AT, ID, "ja").bytes().length,
                ItemBody.note(AT, ID, "nein danke").bytes().length);
        assertEquals(0, FULL.bytes().length % 256);
        byte[] large = ItemBody.note(AT, ID, "x".repeat(10_000)).bytes();
        assertEquals(0, large.length % 4096);
        assertTrue(large.length < 10_000 + 2 * 4096);
    }
}
