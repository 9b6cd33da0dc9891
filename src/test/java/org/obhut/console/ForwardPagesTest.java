package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.console.Rendered.HOSTILE;
import static org.obhut.console.Rendered.render;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.TooLarge;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Withdrawn;

/** Handing a case on: what was typed stands there again, after an error and after it was taken back. */
class ForwardPagesTest {

    private static Document page(ForwardForm form, boolean withdrawn, InvalidInput wrong) {
        return render(
                "forward.jte",
                Samples.frame(Language.DE),
                new ForwardPage(SampleTickets.mail(), Folder.TEAM, form, withdrawn, wrong));
    }

    @Test
    void aForwardThatWasTakenBackStandsInItsFormButAsksForConsentAnew() {
        var taken = new Withdrawn(new Draft(HOSTILE, HOSTILE, false, false, null), "team@client.example");
        Document page = page(ForwardForm.of(taken), true, null);
        assertEquals("team@client.example", page.selectFirst("#to").val());
        assertEquals(HOSTILE, page.selectFirst("#subject").val());
        assertEquals(HOSTILE, page.selectFirst("#forward-text").wholeText());
        assertFalse(page.selectFirst("input[name=agreed]").hasAttr("checked"));
        assertTrue(page.selectFirst("#withdrawn").text().startsWith("Zurückgenommen, nichts wurde gesendet."));
    }

    @Test
    void aRefusedFormGivesBackEveryAnswer() {
        var fields = new MultivaluedHashMap<String, String>();
        fields.putSingle("to", "keine-adresse");
        fields.putSingle("agreed", "yes");
        fields.putSingle("how", "in-person");
        fields.putSingle("on", "2027-01-02");
        fields.putSingle("note", HOSTILE);
        Document page = page(new ForwardForm(fields), false, new InvalidInput("to", "not-an-address"));
        assertEquals("true", page.selectFirst("#to").attr("aria-invalid"));
        assertTrue(page.selectFirst("input[name=agreed]").hasAttr("checked"));
        assertEquals("in-person", page.selectFirst("#how option[selected]").val());
        assertEquals("2027-01-02", page.selectFirst("#on").val());
        assertEquals(HOSTILE, page.selectFirst("#note").wholeText());
    }

    @Test
    void whatIsTooLargeIsSaidWithItsSize() {
        Document page = page(
                new ForwardForm(new MultivaluedHashMap<>()),
                false,
                new TooLarge("attachments", 31_400_000, 24_000_000));
        assertTrue(
                page.selectFirst("#trouble").text().contains("31,4 MB"),
                page.selectFirst("#trouble").text());
        assertTrue(page.selectFirst("#trouble").text().contains("24 MB"));
    }

    @Test
    void nothingIsForwardedWithoutConsentOrWithAnIdOfNothing() {
        var fields = new MultivaluedHashMap<String, String>();
        assertEquals(
                "agreed",
                assertThrows(InvalidInput.class, () -> new ForwardForm(fields).forward("de"))
                        .field());
        fields.putSingle("m", "keine");
        assertEquals(
                "m",
                assertThrows(InvalidInput.class, () -> new ForwardForm(fields).messages())
                        .field());
    }
}
