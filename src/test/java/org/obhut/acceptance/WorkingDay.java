package org.obhut.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.obhut.acceptance.Canaries.Place;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.RunningObhut;

/** Everything that a client and counsellors can write, each with a canary in it; what is answered shows that it went through. */
final class WorkingDay {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(20);

    /** So large that whoever does not keep a request in memory puts it down on disk. */
    private static final int LARGE = 3 << 20;

    private final KillableObhut killable;
    private final RunningObhut obhut;
    private final Canaries canaries;
    private final CanaryMails mails;

    WorkingDay(KillableObhut killable, Canaries canaries) {
        this.killable = killable;
        this.obhut = killable.obhut();
        this.canaries = canaries;
        this.mails = new CanaryMails(canaries);
    }

    void pass() throws Exception {
        send(List.of(mails.inTheOpen(), mails.inBase64(), mails.inQuotedPrintable(), mails.thatNobodyUnderstands()));
        Api leyla = Api.signIn(obhut.address(), "leyla");
        String path = ticket(leyla, Place.SUBJECT);
        String other = ticket(leyla, Place.ENCODED_SUBJECT);
        assertTrue(leyla.get(path).body().contains(canaries.in(Place.BODY)), "the mail can be read");
        leyla.tickets("quarantine");
        Api.expect(201, leyla.post(path + "/notes", Map.of("text", canaries.in(Place.NOTE))));
        reply(leyla, path, Place.REPLY, List.of(file()));
        byte[] reply = arrived(1);
        assertTrue(ImapInbox.text(reply).contains(canaries.in(Place.REPLY)), "the reply has gone out");
        calls(leyla);
        mistakes(leyla);
        console(path);
        assertTrue(ImapInbox.text(arrived(2)).contains(canaries.in(Place.UPLOADED_REPLY)), "so has the uploaded one");
        // From here on the first ticket is not opened any more: what came last lies there as intake has left it.
        send(List.of(mails.inAnswerTo(reply)));
        killable.endMail();
        reply(leyla, other, Place.WAITING_REPLY, List.of());
    }

    private void send(List<byte[]> some) throws Exception {
        try (var smtp = new RawSmtp(obhut.smtpPort());
                Connection database = obhut.database()) {
            long before = IntakeCounts.of(database, Mails.COUNSELLING).taken();
            for (byte[] mail : some) {
                smtp.send(mails.sender(), Mails.COUNSELLING, mail);
            }
            Await.until(
                    "all mails taken",
                    TIME_TO_ARRIVE,
                    () -> IntakeCounts.of(database, Mails.COUNSELLING).taken() == before + some.size());
            assertEquals(1, IntakeCounts.of(database, Mails.COUNSELLING).quarantined());
        }
    }

    private String ticket(Api person, Place subject) throws Exception {
        return person.tickets("new").stream()
                .filter(row -> row.getString("subject").contains(canaries.in(subject)))
                .map(row -> "/tickets/" + row.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private void reply(Api person, String path, Place text, List<Map<String, String>> files) throws Exception {
        JsonObject ticket = Api.json(Api.expect(200, person.get(path)));
        Map<String, ?> reply =
                Map.of("text", canaries.in(text), "attachments", files, "version", ticket.getInt("version"));
        Api.expect(202, person.post(path + "/replies", reply));
    }

    private Map<String, String> file() {
        byte[] content = large(canaries.in(Place.REPLY_FILE_CONTENT));
        return Map.of(
                "name",
                canaries.in(Place.REPLY_FILE_NAME) + ".txt",
                "type",
                "text/plain",
                "base64",
                Base64.getEncoder().encodeToString(content));
    }

    private void calls(Api person) throws Exception {
        Map<String, ?> withNote = Map.of(
                "kind",
                "counselling",
                "ticket",
                "new",
                "callback",
                canaries.in(Place.CALL_BACK_NUMBER),
                "note",
                canaries.in(Place.CALL_NOTE));
        Api.expect(201, person.post("/calls", withNote));
        Api.expect(201, person.post("/calls", Map.of("kind", "counselling", "ticket", "none")));
    }

    /** What is refused may be repeated in a log by whoever refuses it. */
    private void mistakes(Api person) throws Exception {
        Map<String, ?> unknownCode =
                Map.of("kind", "counselling", "ticket", "none", "who", canaries.in(Place.REFUSED_CALL_FIELD));
        Api.expect(400, person.post("/calls", unknownCode));
        Api.expect(400, person.postRaw("/calls", "{\"kind\": \"" + canaries.in(Place.BROKEN_JSON) + "\""));
        person.post("/tickets/search", Map.of("q", canaries.in(Place.SEARCH)));
        var refused =
                Api.signIn(obhut.address(), canaries.in(Place.SIGN_IN_NAME), canaries.in(Place.SIGN_IN_PASSPHRASE));
        assertEquals(401, refused.statusCode());
    }

    private void console(String path) throws Exception {
        String page = path + "?folder=team";
        var anna = new Browser(obhut.address());
        anna.signIn("anna");
        Element composer = composer(anna.page(page));
        var kept = anna.post(composer.attr("data-draft"), composer, canaries.in(Place.DRAFT));
        assertEquals(204, kept.statusCode());
        assertTrue(anna.page(page).html().contains(canaries.in(Place.DRAFT)), "the draft is kept");
        var sent = anna.upload(
                composer(anna.page(page)),
                canaries.in(Place.UPLOADED_REPLY),
                canaries.in(Place.UPLOADED_FILE_NAME) + ".txt",
                large(canaries.in(Place.UPLOADED_FILE_CONTENT)));
        assertEquals(200, sent.statusCode());
        assertTrue(sent.body().contains(canaries.in(Place.UPLOADED_FILE_NAME)), "the upload is in the ticket");
        anna.post(composer.attr("data-draft"), composer(anna.page(page)), canaries.in(Place.DRAFT));
        draftWithFile(anna, composer(anna.page(page)));
        sheet(anna, path);
        firstMail();
        runningCall();
        search();
    }

    /** A sheet that is refused is shown again with what was said on it, which is kept nowhere; then it is saved. */
    private void sheet(Browser anna, String path) throws Exception {
        Element form = anna.page(path + "/sheet").select("form[data-sheet]").stream()
                .findFirst()
                .orElseThrow();
        Document refused = Jsoup.parse(anna.answer(form, Map.of("who", canaries.in(Place.REFUSED_SHEET_FIELD)))
                .body());
        assertEquals(1, refused.select("#who-wrong").size(), "the field is named");
        Document saved = anna.submit(form, Map.of("who", "press"));
        assertEquals(0, saved.select("#trouble").size());
        assertEquals(
                "press", anna.page(path + "/sheet").select("#who [selected]").attr("value"));
    }

    /** By the index, which has all of it in memory, and with words that stand nowhere. */
    private void search() throws Exception {
        var leyla = new Browser(obhut.address());
        leyla.signIn("leyla");
        Element form =
                leyla.page("/search").select("form#search").stream().findFirst().orElseThrow();
        Await.until(
                "the note is found",
                TIME_TO_ARRIVE,
                () -> leyla.submit(form, Map.of("q", canaries.in(Place.NOTE)))
                                .select(".ob-hit")
                                .size()
                        == 1);
        leyla.submit(form, Map.of("q", canaries.in(Place.SEARCH)));
    }

    /** A file that is to go along with what is not sent yet. */
    private void draftWithFile(Browser anna, Element composer) throws Exception {
        Element keeping = composer.clone();
        keeping.attr("action", composer.select("[data-keep]").attr("data-keep"));
        var kept = anna.upload(
                keeping,
                canaries.in(Place.DRAFT),
                canaries.in(Place.DRAFT_FILE_NAME) + ".txt",
                large(canaries.in(Place.DRAFT_FILE_CONTENT)));
        assertEquals(200, kept.statusCode());
        assertTrue(kept.body().contains(canaries.in(Place.DRAFT_FILE_NAME)), "the file is in the draft");
    }

    /** Own blocks open for nobody but who writes them. */
    private void ownBlock(Browser leyla) throws Exception {
        Element form = leyla.page("/profile/blocks").select("form[action=/profile/blocks]").stream()
                .findFirst()
                .orElseThrow();
        Document blocks = leyla.submit(
                form,
                Map.of(
                        "title",
                        canaries.in(Place.OWN_BLOCK),
                        "prefix",
                        "gruss",
                        "language",
                        "de",
                        "text",
                        canaries.in(Place.OWN_BLOCK)));
        assertTrue(blocks.html().contains(canaries.in(Place.OWN_BLOCK)), "the block is kept");
    }

    /** A first mail that is not sent yet opens for nobody but who writes it: here the lead, whose passphrase the search knows. */
    private void firstMail() throws Exception {
        var leyla = new Browser(obhut.address());
        leyla.signIn("leyla");
        ownBlock(leyla);
        Element mail = leyla.page("/mails/new").select("form[data-draft=/mails/draft]").stream()
                .findFirst()
                .orElseThrow();
        leyla.post(mail.attr("data-draft"), mail, canaries.in(Place.MAIL_DRAFT));
        String kept = leyla.page("/mails/new").html();
        assertTrue(kept.contains(canaries.in(Place.MAIL_DRAFT)), "the draft of a first mail is kept");
        Element view = leyla.page("/desk/team").select("form.ob-narrow__save").stream()
                .findFirst()
                .orElseThrow();
        view.select("input[name=name]").attr("value", canaries.in(Place.VIEW_NAME));
        leyla.post(view.attr("action"), view, "");
        assertTrue(leyla.page("/desk/new").html().contains(canaries.in(Place.VIEW_NAME)), "the name of a view is kept");
    }

    /** A call that is under way opens for nobody but who took it. */
    private void runningCall() throws Exception {
        var leyla = new Browser(obhut.address());
        leyla.signIn("leyla");
        Element form = leyla.page("/calls/new").select("form[data-call]").stream()
                .findFirst()
                .orElseThrow();
        String draft = form.select("input[name=draft]").attr("value");
        form.attr("action", "/calls/drafts/later");
        leyla.submit(form, Map.of("note", canaries.in(Place.CALL_DRAFT)));
        String kept = leyla.page("/calls/new?draft=" + draft).html();
        assertTrue(kept.contains(canaries.in(Place.CALL_DRAFT)), "the call is kept");
        savedCall(leyla);
        Document undone = leyla.submit(savedCall(leyla), Map.of());
        assertTrue(
                undone.html().contains(canaries.in(Place.SAVED_CALL)),
                "the call is taken back, and its form given back");
    }

    /** Logs a call, which can be taken back by this form. */
    private Element savedCall(Browser leyla) throws Exception {
        Element form = leyla.page("/calls/new").select("form[data-call]").stream()
                .findFirst()
                .orElseThrow();
        Document ticket = leyla.submit(form, Map.of("note", canaries.in(Place.SAVED_CALL), "ticket", "new"));
        return ticket.select("form.ob-undo--call").stream().findFirst().orElseThrow();
    }

    private static Element composer(Document page) {
        return page.select("form[data-composer=reply]").stream().findFirst().orElseThrow();
    }

    private byte[] arrived(int number) throws Exception {
        try (var inbox = ImapInbox.ofClient(obhut.imapPort(), mails.answersTo())) {
            return inbox.await(number, TIME_TO_ARRIVE);
        }
    }

    private static byte[] large(String word) {
        return (" ".repeat(LARGE) + word).getBytes(UTF_8);
    }
}
