package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.console.Rendered.HOSTILE;
import static org.obhut.console.Rendered.ticket;

import java.time.LocalDateTime;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Folder;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Protection;
import org.obhut.ticket.TimelineEntry;

/** Kinds of mail within a ticket, each shown as what it is. */
class MessagePagesTest {

    @Test
    void foldsTheQuoteAndMarksAStranger() {
        Document page = ticket(Language.DE, SampleTickets.mail(), Folder.TEAM);
        Element quoting = page.selectFirst("article:has(details.ob-quote)");
        assertEquals(
                "Zitierten Text anzeigen (2 Zeilen)",
                quoting.selectFirst("summary").text());
        assertFalse(quoting.selectFirst("[id^=words-] > .ob-text").text().contains("> Guten Tag"));
        assertTrue(quoting.text().contains("schrieb bisher nicht mit"));
    }

    private Document message(SampleEntry entry) {
        Address client = new Address("M.", "m@client.example");
        return ticket(
                Language.DE,
                SampleTickets.view(
                        SampleTickets.rows().get(1),
                        client,
                        "",
                        List.of(entry.from(client).made())),
                Folder.TEAM);
    }

    @Test
    void showsAnEncryptedMailAsWhatItIs() {
        Element body = message(new SampleEntry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
                        .protection(Protection.PGP_ENCRYPTED))
                .selectFirst(".ob-msg__body");
        assertTrue(body.text().startsWith("Mit PGP verschlüsselt."), body.text());
        assertFalse(body.text().contains("Ohne Text"));
        assertTrue(body.selectFirst("a[download]").attr("href").endsWith("/attachments/" + SampleTickets.id(130)));
    }

    @Test
    void doesNotRepeatAnArmourThatNobodyCanRead() {
        Element body = message(new SampleEntry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
                        .text("-----BEGIN PGP MESSAGE-----")
                        .newText("")
                        .protection(Protection.PGP_ENCRYPTED))
                .selectFirst(".ob-msg__body");
        assertFalse(body.text().contains("BEGIN PGP"));
    }

    @Test
    void showsTheTextOfASignedMail() {
        Element body = message(new SampleEntry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
                        .text("Guten Tag")
                        .protection(Protection.SMIME_SIGNED))
                .selectFirst(".ob-msg__body");
        assertTrue(body.text().startsWith("Mit S/MIME signiert. Die Signatur ist nicht geprüft."), body.text());
        assertEquals("Guten Tag", body.selectFirst(".ob-text").text());
    }

    @Test
    void showsAnAppointmentInWords() {
        var start = new Appointment.Moment(LocalDateTime.of(2027, 1, 14, 10, 0), "Europe/Berlin", false);
        var end = new Appointment.Moment(LocalDateTime.of(2027, 1, 14, 10, 45), "Europe/Berlin", false);
        Element card = message(new SampleEntry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
                        .text("Siehe Termin")
                        .appointment(new Appointment(
                                Appointment.What.INVITATION,
                                HOSTILE,
                                start,
                                end,
                                HOSTILE,
                                new Address(HOSTILE, "a@b"))))
                .selectFirst(".ob-appointment");
        assertTrue(card.text().contains("Donnerstag, 14. Januar 2027, 10:00 bis 10:45 Uhr"), card.text());
        assertTrue(card.text().startsWith("Einladung: " + HOSTILE.replaceAll(" +", " ")), card.text());
        assertTrue(card.select("script, img").isEmpty());
    }

    @Test
    void showsAnAcknowledgementAsWhatItIs() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            var entry = new SampleEntry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.OUT, 0)
                    .text("Ihre Nachricht ist angekommen.")
                    .kind(MailKind.AUTOMATIC_REPLY)
                    .delivery(status)
                    .made();
            Element message = ticket(
                            Language.DE,
                            SampleTickets.view(
                                    SampleTickets.rows().get(0),
                                    new Address(null, "mira@client.example"),
                                    "",
                                    List.of(entry)),
                            Folder.TEAM)
                    .selectFirst(".ob-msg--out");
            assertTrue(message.text().contains("Eingangsbestätigung"));
            assertTrue(message.select("form").isEmpty(), "it is not sent again");
        }
    }
}
