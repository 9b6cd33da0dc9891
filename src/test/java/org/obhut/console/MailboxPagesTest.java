package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.console.Rendered.HOSTILE;
import static org.obhut.console.Rendered.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;
import org.obhut.mailbox.Quarantine;

/** What the administrator sees of mailboxes, and a lead of the quarantine. */
class MailboxPagesTest {

    /** The operating guide and both languages know the same reasons. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void explainsEveryTroubleOfAMailbox(Language language) throws IOException {
        String guide = Files.readString(Path.of("src/site/markdown/mailboxes.md"));
        Set<String> listed = guide.substring(guide.indexOf("| reason |"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Pattern.compile("`([a-z0-9-]+)`")
                        .matcher(line.split("\\|")[1])
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> explained = ResourceBundle.getBundle("org.obhut.console.texts", language.locale()).keySet().stream()
                .filter(key -> key.startsWith("mailbox.error."))
                .map(key -> key.substring("mailbox.error.".length()))
                .filter(reason -> !reason.equals("other"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, explained);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhatIsWrongWithAMailboxSinceWhenAndWhatComesNext(Language language) {
        Frame frame = Samples.frame(language);
        Document page =
                render("mailboxes.jte", frame, new MailboxPage(List.of(SampleMailboxes.failingMailbox()), Set.of()));
        Element failed = page.selectFirst(".ob-sides .ob-callout--safe");
        assertTrue(failed.text().startsWith(frame.t("mailbox.error.certificate-expired")), failed.text());
        assertTrue(failed.text().contains(frame.moments().at(Samples.NOW.minusSeconds(7200))), failed.text());
        assertTrue(failed.text().contains(frame.moments().clock(Samples.NOW.plusSeconds(60))), failed.text());
        assertTrue(page.text().contains("imap.obhut.example:993 · TLS"));
        assertTrue(page.text().contains(frame.t("mailbox.missing", 2)));
        Element connect = page.selectFirst("form[action=/admin/mailboxes/connect]");
        assertEquals(
                "beratung@obhut.example",
                connect.selectFirst("input[name=address]").val());
        assertEquals("token", connect.selectFirst("input[name=_csrf]").val());
        assertTrue(page.select("form[action=/admin/mailboxes]").isEmpty());
    }

    @Test
    void saysHowManyFirstMailsWereAcknowledgedAndWarnsOfThoseThatWereNot() {
        MailboxState off = SampleMailboxes.mailbox("a@obhut.example", null);
        MailboxState quiet = SampleMailboxes.mailbox("b@obhut.example", new Mailboxes.Acknowledged(7, 0, 100));
        MailboxState flooded = SampleMailboxes.mailbox("c@obhut.example", new Mailboxes.Acknowledged(100, 3, 100));
        Document page = render(
                "mailboxes.jte", Samples.frame(Language.DE), new MailboxPage(List.of(off, quiet, flooded), Set.of()));
        List<Element> cards = page.select("section.ob-card");
        assertTrue(cards.get(0).text().contains("Eingang wird nicht automatisch bestätigt."));
        assertTrue(cards.get(1).text().contains("heute bestätigt 7"));
        assertTrue(cards.get(1).select(".ob-callout").isEmpty());
        assertTrue(cards.get(2).select(".ob-callout").text().contains("3 Personen keine Eingangsbestätigung"));
    }

    @Test
    void asksWhatToFetchOfAMailboxThatHeldMail() {
        Document page = render(
                "mailboxes.jte",
                Samples.frame(Language.EN),
                new MailboxPage(List.of(SampleMailboxes.waitingMailbox(214)), Set.of()));
        Element form = page.selectFirst("form[action=/admin/mailboxes]");
        assertEquals(
                List.of("new", "since", "all"), form.select("input[name=take]").eachAttr("value"));
        assertTrue(form.select("input[name=take][checked]").isEmpty());
        assertTrue(form.text().contains("214"));
    }

    @Test
    void showsAQuarantinedMailAsText() {
        var entry = new Quarantine.Entry(
                SampleTickets.id(3),
                "Erstkontakt",
                "too-deep",
                LocalDate.of(2027, 1, 10),
                LocalDate.of(2027, 2, 9),
                4096);
        var shown = new QuarantinePage(Samples.folders(null), List.of(entry), entry, HOSTILE, false);
        Document page = render("quarantine.jte", Samples.frame(Language.DE), shown);
        assertEquals(HOSTILE, page.selectFirst("pre").wholeText());
        assertTrue(page.select("script:not([src]), img").isEmpty());
        assertTrue(page.select("form[action$=/erase]").isEmpty());
        Document asked = render(
                "quarantine.jte",
                Samples.frame(Language.DE),
                new QuarantinePage(Samples.folders(null), List.of(entry), entry, HOSTILE, true));
        assertEquals(1, asked.select("form[action$=/erase]").size());
    }
}
