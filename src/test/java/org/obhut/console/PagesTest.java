package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.console.Rendered.HOSTILE;
import static org.obhut.console.Rendered.first;
import static org.obhut.console.Rendered.render;
import static org.obhut.console.Rendered.signIn;
import static org.obhut.console.Rendered.ticket;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.ticket.Address;
import org.obhut.ticket.Approval;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.KeptDraft;
import org.obhut.ticket.Light;
import org.obhut.ticket.LinkedTicket;
import org.obhut.ticket.Staffing;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/** What holds for every page: language, landmarks, no script or style within, strangers' words as words, the form token. */
class PagesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysItsLanguageAndKeepsTheTitleFreeOfContent(Language language) {
        Document page = ticket(language, SampleTickets.mail(), Folder.TEAM);
        assertEquals(language.tag(), page.selectFirst("html").attr("lang"));
        assertFalse(page.title().contains("Anmeldung"), page.title());
        assertTrue(page.title().endsWith("– Obhut"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasOneMainLandmarkAndOneFirstHeadingWithAndWithoutAnOpenTicket(Language language) {
        for (Document page : List.of(
                ticket(language, SampleTickets.mail(), Folder.TEAM),
                render("desk.jte", Samples.frame(language), Samples.desk(null)),
                render("desk.jte", Samples.frame(language), Samples.empty()))) {
            assertEquals(1, page.select("main").size());
            assertEquals(1, page.select("h1").size());
            assertEquals(
                    page.select("[id]").eachAttr("id").stream().distinct().count(),
                    page.select("[id]").size());
        }
    }

    @Test
    void carriesNoInlineStyleOrScriptOrHandler() {
        Document page = ticket(Language.DE, SampleTickets.mail(), Folder.TEAM);
        assertTrue(page.select("[style], style, script:not([src])").isEmpty());
        for (Element element : page.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertFalse(
                            attribute.getKey().startsWith("on")
                                    || attribute.getKey().startsWith("hx-on"),
                            attribute.getKey()));
        }
    }

    @Test
    void showsHostileTextAsText() {
        var row = new TicketRow(
                SampleTickets.id(7),
                HOSTILE,
                new Address(HOSTILE, HOSTILE),
                Channel.MAIL,
                Status.OPEN,
                HOSTILE,
                Staffing.NONE,
                HOSTILE,
                "de",
                false,
                false,
                true,
                1,
                Samples.NOW,
                Samples.NOW,
                Light.YELLOW,
                null,
                1);
        var entry = new SampleEntry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, 0)
                .from(new Address(HOSTILE, HOSTILE))
                .text(HOSTILE)
                .file(HOSTILE, 1)
                .made();
        var view = new TicketView(
                row,
                SampleTickets.particulars(HOSTILE),
                new Address(HOSTILE, HOSTILE),
                new Address(HOSTILE, HOSTILE),
                true,
                List.of(HOSTILE),
                SampleTickets.terms(HOSTILE),
                List.of(HOSTILE),
                HOSTILE,
                HOSTILE,
                null,
                null,
                List.of(new LinkedTicket(UUID.randomUUID(), HOSTILE, Status.OPEN)),
                new KeptDraft(
                        UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
                        Samples.NOW,
                        new Draft(HOSTILE, HOSTILE, null, false, null).noting(HOSTILE),
                        List.of(new KeptDraft.File(
                                UUID.fromString("550e8400-e29b-41d4-a716-446655440000"), HOSTILE, "text/plain", 1)),
                        false),
                new Approval(
                        true,
                        true,
                        false,
                        HOSTILE,
                        List.of(new Approval.Submitted(
                                UUID.fromString("550e8400-e29b-41d4-a716-446655440001"),
                                HOSTILE,
                                Samples.NOW,
                                Draft.of(HOSTILE),
                                List.of()))),
                List.of(HOSTILE),
                SampleTickets.sharing(),
                HOSTILE,
                false,
                List.of(entry));
        Document page = ticket(Language.EN, view, Folder.TEAM);

        assertTrue(page.select("script:not([src]), img, [onerror]").isEmpty());
        assertEquals(HOSTILE, page.selectFirst("h1").wholeText());
        assertEquals(HOSTILE, page.selectFirst(".ob-msg .ob-text").wholeText());
        assertEquals(HOSTILE, page.selectFirst("#reply-text").wholeText());
        assertEquals("textarea>", page.selectFirst(".ob-file a").wholeText());
    }

    @Test
    void marksForeignLanguagesForReadersAndHyphenation() {
        Document page = render("desk.jte", Samples.frame(Language.DE), Samples.desk(null));
        assertEquals(
                List.of("bg", "ro", "en"),
                page.select(".ob-item__subject span[lang]").eachAttr("lang"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSpamFolderSaysWhenItIsErasedEmptyOrNot(Language language) {
        var empty = new DeskPage(Samples.folders(Folder.SPAM), Folder.SPAM, new TicketPage(List.of(), null), null);
        var full = new DeskPage(
                Samples.folders(Folder.SPAM), Folder.SPAM, new TicketPage(SampleTickets.rows(), null), null);
        String rule = language == Language.DE
                ? "nach der Frist seines Postfachs gelöscht"
                : "erased after the period of its mailbox";
        for (DeskPage page : List.of(empty, full)) {
            Document shown = render("desk.jte", Samples.frame(language), page);
            assertTrue(shown.selectFirst("#items").text().contains(rule), language.tag());
            assertEquals("f-spam", shown.selectFirst(".ob-folder[aria-current]").id());
        }
    }

    @Test
    void everyPostingFormCarriesTheToken() {
        for (Document page : List.of(
                ticket(Language.DE, SampleTickets.mail(), Folder.TEAM),
                ticket(Language.DE, SampleTickets.phone(), Folder.TEAM),
                render("sign-in.jte", Samples.frame(Language.DE, null), signIn(null)),
                render("arrival.jte", Samples.frame(Language.DE, null), first(null, null)))) {
            for (Element form : page.select("form[method=post]")) {
                assertEquals("token", form.select("input[name=_csrf]").attr("value"), form.attr("action"));
            }
        }
    }
}
