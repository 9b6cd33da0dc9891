package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;
import org.obhut.mailbox.Quarantine;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Protection;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.WebForm;

class PagesTest {

    private static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} 'x' </textarea>";

    private final Templates templates = new Templates();

    private Document render(String view, Frame frame, Object page) {
        byte[] bytes =
                templates.render(view, Map.of("frame", frame, "page", page)).toByteArray();
        return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private Document ticket(Language language, TicketView view, Folder folder) {
        return render("desk.jte", Samples.frame(language), Samples.desk(TicketPane.of(view, folder, null)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysItsLanguageAndKeepsTheTitleFreeOfContent(Language language) {
        Document page = ticket(language, Samples.mail(), Folder.TEAM);
        assertEquals(language.tag(), page.selectFirst("html").attr("lang"));
        assertFalse(page.title().contains("Anmeldung"), page.title());
        assertTrue(page.title().endsWith("– Obhut"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasOneMainLandmarkAndOneFirstHeadingWithAndWithoutAnOpenTicket(Language language) {
        for (Document page : List.of(
                ticket(language, Samples.mail(), Folder.TEAM),
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
        Document page = ticket(Language.DE, Samples.mail(), Folder.TEAM);
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
                Samples.id(7),
                HOSTILE,
                new Address(HOSTILE, HOSTILE),
                Channel.MAIL,
                Status.OPEN,
                HOSTILE,
                HOSTILE,
                "de",
                false,
                false,
                true,
                1,
                Samples.NOW,
                Samples.NOW,
                null,
                1);
        var entry = new Samples.Entry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, 0)
                .from(new Address(HOSTILE, HOSTILE))
                .text(HOSTILE)
                .file(HOSTILE, 1)
                .made();
        var view = new TicketView(
                row,
                new Address(HOSTILE, HOSTILE),
                new Address(HOSTILE, HOSTILE),
                true,
                List.of(HOSTILE),
                Samples.terms(HOSTILE),
                List.of(HOSTILE),
                HOSTILE,
                null,
                null,
                new Draft(HOSTILE, HOSTILE, null, false, null),
                List.of(HOSTILE),
                Samples.sharing(),
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
    void namesWhomAReplyGoesToOnTheButton() {
        String button = ticket(Language.DE, Samples.mail(), Folder.TEAM)
                .selectFirst("form[data-composer=reply] button.kern-btn--primary")
                .text();
        assertEquals("Senden an m@client.example", button);
    }

    @Test
    void offersOnlyANoteWhereNobodyCanBeWrittenTo() {
        Document page = ticket(Language.DE, Samples.phone(), Folder.TEAM);
        assertTrue(page.select("form[data-composer=reply]").isEmpty());
        assertFalse(page.selectFirst("form[data-composer=note]").hasAttr("hidden"));
    }

    @Test
    void hidesTheNoteFormUntilItIsAskedFor() {
        Document reply = ticket(Language.DE, Samples.mail(), Folder.TEAM);
        assertTrue(reply.selectFirst("form[data-composer=note]").hasAttr("hidden"));
        Document note = render(
                "desk.jte",
                Samples.frame(Language.DE),
                Samples.desk(TicketPane.of(Samples.mail(), Folder.TEAM, "note")));
        assertTrue(note.selectFirst("form[data-composer=reply]").hasAttr("hidden"));
        assertTrue(note.selectFirst("#composer").hasClass("ob-composer--note"));
    }

    @Test
    void foldsTheQuoteAndMarksAStranger() {
        Document page = ticket(Language.DE, Samples.mail(), Folder.TEAM);
        Element quoting = page.selectFirst("article:has(details.ob-quote)");
        assertEquals(
                "Zitierten Text anzeigen (2 Zeilen)",
                quoting.selectFirst("summary").text());
        assertFalse(quoting.selectFirst("[id^=words-] > .ob-text").text().contains("> Guten Tag"));
        assertTrue(quoting.text().contains("schrieb bisher nicht mit"));
    }

    private Document message(Samples.Entry entry) {
        Address client = new Address("M.", "m@client.example");
        return ticket(
                Language.DE,
                Samples.view(
                        Samples.rows().get(1),
                        client,
                        "",
                        List.of(entry.from(client).made())),
                Folder.TEAM);
    }

    @Test
    void showsAnEncryptedMailAsWhatItIs() {
        Element body = message(new Samples.Entry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
                        .protection(Protection.PGP_ENCRYPTED))
                .selectFirst(".ob-msg__body");
        assertTrue(body.text().startsWith("Mit PGP verschlüsselt."), body.text());
        assertFalse(body.text().contains("Ohne Text"));
        assertTrue(body.selectFirst("a[download]").attr("href").endsWith("/attachments/" + Samples.id(130)));
    }

    @Test
    void doesNotRepeatAnArmourThatNobodyCanRead() {
        Element body = message(new Samples.Entry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
                        .text("-----BEGIN PGP MESSAGE-----")
                        .newText("")
                        .protection(Protection.PGP_ENCRYPTED))
                .selectFirst(".ob-msg__body");
        assertFalse(body.text().contains("BEGIN PGP"));
    }

    @Test
    void showsTheTextOfASignedMail() {
        Element body = message(new Samples.Entry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
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
        Element card = message(new Samples.Entry(40, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, -1)
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
    void keepsARefusedTextAndMarksWhatCameIn() {
        TicketPane pane = TicketPane.of(Samples.mail(), Folder.TEAM, null)
                .refused(Draft.of("Mein Text"), 4, new InvalidInput("version", "changed"));
        Document page = render("desk.jte", Samples.frame(Language.DE), Samples.desk(pane));
        assertEquals("Mein Text", page.selectFirst("#reply-text").wholeText());
        assertEquals(2, page.select(".ob-msg--fresh").size());
        assertTrue(page.selectFirst("#trouble").text().startsWith("Noch nicht gesendet."));
    }

    @Test
    void marksForeignLanguagesForReadersAndHyphenation() {
        Document page = render("desk.jte", Samples.frame(Language.DE), Samples.desk(null));
        assertEquals(
                List.of("bg", "ro", "en"),
                page.select(".ob-item__subject span[lang]").eachAttr("lang"));
    }

    @Test
    void everyPostingFormCarriesTheToken() {
        for (Document page : List.of(
                ticket(Language.DE, Samples.mail(), Folder.TEAM),
                ticket(Language.DE, Samples.phone(), Folder.TEAM),
                render("sign-in.jte", Samples.frame(Language.DE, null), signIn(null)),
                render("arrival.jte", Samples.frame(Language.DE, null), first(null, null)))) {
            for (Element form : page.select("form[method=post]")) {
                assertEquals("token", form.select("input[name=_csrf]").attr("value"), form.attr("action"));
            }
        }
    }

    @Test
    void neverGivesThePassphraseBack() {
        Document page = render(
                "sign-in.jte", Samples.frame(Language.DE, null), signIn("Name, Passphrase oder Code stimmen nicht."));
        assertEquals("", page.selectFirst("#passphrase").attr("value"));
        assertEquals("anna", page.selectFirst("#name").attr("value"));
        assertEquals("refused", page.selectFirst("#passphrase").attr("aria-describedby"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void asksTheFirstAdministratorForNameAndPassphrase(Language language) {
        Document page = render("arrival.jte", Samples.frame(language, null), first(null, null));
        assertEquals(
                "/first-administrator/token",
                page.selectFirst("form[method=post]").attr("action"));
        assertEquals(1, page.select("main h1").size());
        assertFalse(page.title().contains("token"), page.title());
        assertEquals("name-rule", page.selectFirst("#name").attr("aria-describedby"));
        assertEquals("passphrase-rule", page.selectFirst("#passphrase").attr("aria-describedby"));
        assertTrue(page.select(".ob-error, [role=alert]").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"name, not-a-name", "passphrase, too-short", "passphrase, same-as-name"})
    void saysAtTheFieldWhatTheFirstAdministratorHasToChange(String field, String reason) {
        Frame frame = Samples.frame(Language.EN, null);
        Document page = render("arrival.jte", frame, first(field, reason));
        assertEquals(field + "-wrong", page.selectFirst("#" + field).attr("aria-describedby"));
        assertEquals(
                frame.wrong(reason), page.selectFirst("#" + field + "-wrong").text());
        assertNotEquals(frame.wrong("other"), frame.wrong(reason));
        assertEquals(HOSTILE, page.selectFirst("#name").attr("value"));
        assertEquals("", page.selectFirst("#passphrase").attr("value"));
        assertEquals(1, page.select(".ob-error").size());
    }

    private static ArrivalPage first(String wrong, String reason) {
        var device = new DevicePart("A".repeat(32), HOSTILE, true);
        return new ArrivalPage(
                "/first-administrator/token", true, HOSTILE, HOSTILE, "sechs worte", device, wrong, reason, false);
    }

    private static SignInPage signIn(String refused) {
        return new SignInPage("anna", "/", refused, null, 15, true, List.of());
    }

    @Test
    void countsDownToAHeldReplyAndOffersToTakeItBack() {
        Element undo = ticket(Language.DE, Samples.mail(), Folder.TEAM).selectFirst("form.ob-undo");
        assertEquals("12", undo.attr("data-undo"));
        assertTrue(undo.attr("action").endsWith("/replies/" + Samples.id(15) + "/withdraw?folder=team"));
        assertEquals("Zurücknehmen", undo.selectFirst("button").text());
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void saysWhatBecameOfAReplyAndOffersToSendALostOneAgain(DeliveryStatus status) {
        var reply = new Samples.Entry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.OUT, 0)
                .by("anna")
                .text("Antwort")
                .delivery(status)
                .made();
        var view = Samples.view(Samples.rows().get(1), new Address(null, "m@client.example"), "", List.of(reply));
        Element foot = ticket(Language.DE, view, Folder.TEAM).selectFirst(".ob-msg--out .ob-msg__foot");
        boolean lost = status == DeliveryStatus.FAILED || status == DeliveryStatus.UNDELIVERED;
        assertEquals(lost ? 1 : 0, foot.select("form[action*=/again]").size());
        assertFalse(foot.text().isBlank());
    }

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
        Document page = render("mailboxes.jte", frame, new MailboxPage(List.of(Samples.failingMailbox())));
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
        MailboxState off = Samples.mailbox("a@obhut.example", null);
        MailboxState quiet = Samples.mailbox("b@obhut.example", new Mailboxes.Acknowledged(7, 0, 100));
        MailboxState flooded = Samples.mailbox("c@obhut.example", new Mailboxes.Acknowledged(100, 3, 100));
        Document page =
                render("mailboxes.jte", Samples.frame(Language.DE), new MailboxPage(List.of(off, quiet, flooded)));
        List<Element> cards = page.select("section.ob-card");
        assertTrue(cards.get(0).text().contains("Eingang wird nicht automatisch bestätigt."));
        assertTrue(cards.get(1).text().contains("heute bestätigt 7"));
        assertTrue(cards.get(1).select(".ob-callout").isEmpty());
        assertTrue(cards.get(2).select(".ob-callout").text().contains("3 Personen keine Eingangsbestätigung"));
    }

    @Test
    void showsAnAcknowledgementAsWhatItIs() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            var entry = new Samples.Entry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.OUT, 0)
                    .text("Ihre Nachricht ist angekommen.")
                    .kind(MailKind.AUTOMATIC_REPLY)
                    .delivery(status)
                    .made();
            Element message = ticket(
                            Language.DE,
                            Samples.view(
                                    Samples.rows().get(0),
                                    new Address(null, "mira@client.example"),
                                    "",
                                    List.of(entry)),
                            Folder.TEAM)
                    .selectFirst(".ob-msg--out");
            assertTrue(message.text().contains("Eingangsbestätigung"));
            assertTrue(message.select("form").isEmpty(), "it is not sent again");
        }
    }

    @Test
    void saysThatAFormsAddressIsNotConfirmed() {
        var entry = new Samples.Entry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, 0)
                .from(new Address("Mira", "mira@client.example"))
                .text("Name: Mira\nNachricht: Hallo")
                .newText("Hallo")
                .form(new WebForm(true, null))
                .made();
        TicketView view =
                Samples.view(Samples.rows().get(0), new Address("Mira", "mira@client.example"), "", List.of(entry));
        assertTrue(ticket(Language.DE, view, Folder.TEAM).select("#unconfirmed").isEmpty());
        Document page = ticket(Language.DE, Samples.unconfirmed(view), Folder.TEAM);
        assertTrue(page.selectFirst("#unconfirmed").text().contains("nicht bestätigt"));
        assertTrue(page.selectFirst("#details").text().contains("im Formular angegeben, nicht bestätigt"));
        assertTrue(page.selectFirst(".ob-msg--in").text().contains("über ein Web-Formular"));
        assertEquals(
                "Name: Mira\nNachricht: Hallo",
                page.selectFirst(".ob-quote blockquote").wholeText());
        assertTrue(page.selectFirst(".ob-quote summary").text().startsWith("Ganzes Formular anzeigen"));
    }

    @Test
    void saysWhyThereIsNobodyToAnswerAndWhatToDo() {
        for (boolean believed : new boolean[] {true, false}) {
            var entry = new Samples.Entry(8, TimelineEntry.Kind.MESSAGE, TimelineEntry.Direction.IN, 0)
                    .text("Hallo")
                    .form(new WebForm(believed, null))
                    .made();
            Document page = ticket(
                    Language.DE,
                    Samples.view(Samples.rows().get(0), null, "0201 5550123", List.of(entry)),
                    Folder.TEAM);
            assertTrue(page.select("form[data-composer=reply]").isEmpty());
            Element nobody = page.selectFirst("#nobody");
            assertEquals(!believed, nobody.text().contains("nicht bestätigt"));
            assertTrue(nobody.selectFirst("a").text().contains("0201 5550123"));
        }
    }

    @Test
    void asksWhatToFetchOfAMailboxThatHeldMail() {
        Document page = render(
                "mailboxes.jte", Samples.frame(Language.EN), new MailboxPage(List.of(Samples.waitingMailbox(214))));
        Element form = page.selectFirst("form[action=/admin/mailboxes]");
        assertEquals(
                List.of("new", "since", "all"), form.select("input[name=take]").eachAttr("value"));
        assertTrue(form.select("input[name=take][checked]").isEmpty());
        assertTrue(form.text().contains("214"));
    }

    @Test
    void showsAQuarantinedMailAsText() {
        var entry = new Quarantine.Entry(
                Samples.id(3), "Erstkontakt", "too-deep", LocalDate.of(2027, 1, 10), LocalDate.of(2027, 2, 9), 4096);
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
