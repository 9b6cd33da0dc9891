package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.console.Rendered.render;
import static org.obhut.console.Rendered.ticket;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Address;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.WebForm;

/** A ticket on the desk: the composer, the quote, the held reply, what was refused. */
class TicketPagesTest {

    @Test
    void namesWhomAReplyGoesToOnTheButton() {
        String button = ticket(Language.DE, SampleTickets.mail(), Folder.TEAM)
                .selectFirst("form[data-composer=reply] button.kern-btn--primary")
                .text();
        assertEquals("Senden an m@client.example", button);
    }

    @Test
    void offersOnlyANoteWhereNobodyCanBeWrittenTo() {
        Document page = ticket(Language.DE, SampleTickets.phone(), Folder.TEAM);
        assertTrue(page.select("form[data-composer=reply]").isEmpty());
        assertFalse(page.selectFirst("form[data-composer=note]").hasAttr("hidden"));
    }

    @Test
    void hidesTheNoteFormUntilItIsAskedFor() {
        Document reply = ticket(Language.DE, SampleTickets.mail(), Folder.TEAM);
        assertTrue(reply.selectFirst("form[data-composer=note]").hasAttr("hidden"));
        Document note = render(
                "desk.jte",
                Samples.frame(Language.DE),
                Samples.desk(TicketPane.of(SampleTickets.mail(), Folder.TEAM, "note")));
        assertTrue(note.selectFirst("form[data-composer=reply]").hasAttr("hidden"));
        assertTrue(note.selectFirst("#composer").hasClass("ob-composer--note"));
    }

    @Test
    void keepsARefusedTextAndMarksWhatCameIn() {
        TicketPane pane = TicketPane.of(SampleTickets.mail(), Folder.TEAM, null)
                .refused(Draft.of("Mein Text"), 4, new InvalidInput("version", "changed"));
        Document page = render("desk.jte", Samples.frame(Language.DE), Samples.desk(pane));
        assertEquals("Mein Text", page.selectFirst("#reply-text").wholeText());
        assertEquals(2, page.select(".ob-msg--fresh").size());
        assertTrue(page.selectFirst("#trouble").text().startsWith("Noch nicht gesendet."));
    }

    @Test
    void countsDownToAHeldReplyAndOffersToTakeItBack() {
        Element undo = ticket(Language.DE, SampleTickets.mail(), Folder.TEAM).selectFirst("form.ob-undo");
        assertEquals("12", undo.attr("data-undo"));
        assertTrue(undo.attr("action").endsWith("/replies/" + SampleTickets.id(15) + "/withdraw?folder=team"));
        assertEquals("Zurücknehmen", undo.selectFirst("button").text());
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void saysWhatBecameOfAReplyAndOffersToSendALostOneAgain(DeliveryStatus status) {
        var reply = new SampleEntry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.OUT, 0)
                .by("anna")
                .text("Antwort")
                .delivery(status)
                .made();
        var view = SampleTickets.view(
                SampleTickets.rows().get(1), new Address(null, "m@client.example"), "", List.of(reply));
        Element foot = ticket(Language.DE, view, Folder.TEAM).selectFirst(".ob-msg--out .ob-msg__foot");
        boolean lost = status == DeliveryStatus.FAILED || status == DeliveryStatus.UNDELIVERED;
        assertEquals(lost ? 1 : 0, foot.select("form[action*=/again]").size());
        assertFalse(foot.text().isBlank());
    }

    @Test
    void saysThatAFormsAddressIsNotConfirmed() {
        var entry = new SampleEntry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, 0)
                .from(new Address("Mira", "mira@client.example"))
                .text("Name: Mira\nNachricht: Hallo")
                .newText("Hallo")
                .form(new WebForm(true, null))
                .made();
        TicketView view = SampleTickets.view(
                SampleTickets.rows().get(0), new Address("Mira", "mira@client.example"), "", List.of(entry));
        assertTrue(ticket(Language.DE, view, Folder.TEAM).select("#unconfirmed").isEmpty());
        Document page = ticket(Language.DE, SampleTickets.unconfirmed(view), Folder.TEAM);
        assertTrue(page.selectFirst("#unconfirmed").text().contains("nicht bestätigt"));
        assertTrue(page.selectFirst("#details").text().contains("im Formular angegeben, nicht bestätigt"));
        assertTrue(page.selectFirst(".ob-msg--in").text().contains("über ein Web-Formular"));
        assertEquals(
                "Name: Mira\nNachricht: Hallo",
                page.selectFirst(".ob-quote blockquote").wholeText());
        assertTrue(page.selectFirst(".ob-quote summary").text().startsWith("Ganzes Formular anzeigen"));
        assertEquals("Name Mira", page.selectFirst(".ob-msg__form").text());
        assertEquals("Hallo", page.selectFirst(".ob-msg--in .ob-text").text());
    }

    @Test
    void saysWhyThereIsNobodyToAnswerAndWhatToDo() {
        for (boolean believed : new boolean[] {true, false}) {
            var entry = new SampleEntry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, 0)
                    .text("Hallo")
                    .form(new WebForm(believed, null))
                    .made();
            Document page = ticket(
                    Language.DE,
                    SampleTickets.view(SampleTickets.rows().get(0), null, "0201 5550123", List.of(entry)),
                    Folder.TEAM);
            assertTrue(page.select("form[data-composer=reply]").isEmpty());
            Element nobody = page.selectFirst("#nobody");
            assertEquals(!believed, nobody.text().contains("nicht bestätigt"));
            assertTrue(nobody.selectFirst("a").text().contains("0201 5550123"));
        }
    }
}
