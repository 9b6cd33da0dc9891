package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.obhut.acceptance.Canaries.Place;
import org.obhut.testing.RunningObhut;

/** What goes by telephone, into the directory and into reports on the same day, each with a canary in it. */
final class OfficeDay {

    private final RunningObhut obhut;
    private final Canaries canaries;
    private final Path temporary;

    /** @param temporary the server's folder for temporary files */
    OfficeDay(RunningObhut obhut, Canaries canaries, Path temporary) {
        this.obhut = obhut;
        this.canaries = canaries;
        this.temporary = temporary;
    }

    void pass() throws Exception {
        spokenCode();
        telephone();
        erasedCall();
        directory();
        report();
    }

    private Browser signedIn(String name) throws IOException, InterruptedException {
        var browser = new Browser(obhut.address());
        browser.signIn(name);
        return browser;
    }

    private static Element form(Document page, String action) {
        return Objects.requireNonNull(page.selectFirst("form[action='" + action + "']"), "no form " + action);
    }

    private String callWithTicket(Api leyla, Place note) throws IOException, InterruptedException {
        Map<String, ?> call = Map.of("kind", "counselling", "ticket", "new", "note", canaries.in(note));
        return Api.json(Api.expect(201, leyla.post("/calls", call))).getString("ticket");
    }

    /** The words a caller is given, and words that lead nowhere. */
    private void spokenCode() throws IOException, InterruptedException {
        String ticket = callWithTicket(Api.signIn(obhut.address(), "leyla"), Place.SPOKEN_CALL_NOTE);
        Browser leyla = signedIn("leyla");
        String code = Objects.requireNonNull(
                        leyla.page("/tickets/" + ticket + "?folder=team").selectFirst("#spoken"))
                .text();
        assertEquals(4, code.split(" ").length, code);
        canaries.learn(Place.SPOKEN_CODE, code);
        Element finding = form(leyla.page("/calls"), "/calls/find");
        Document found = leyla.submit(finding, Map.of("code", code));
        assertTrue(found.html().contains(canaries.in(Place.SPOKEN_CALL_NOTE)), "the words lead to the call");
        leyla.answer(finding, Map.of("code", canaries.in(Place.SPOKEN_NOWHERE)));
    }

    private void telephone() throws IOException, InterruptedException {
        Browser leyla = signedIn("leyla");
        Document issued = leyla.submit(form(leyla.page("/phones"), "/phones"), Map.of("name", "Anlage"));
        String key = Objects.requireNonNull(issued.selectFirst("input#key")).val();
        canaries.learn(Place.TELEPHONE_KEY, key);
        var system = Api.withToken(obhut.address(), key);
        Api.expect(201, system.post("/calls", Map.of("kind", "hang-up", "ticket", "none")));
        Api.expect(
                400,
                system.post(
                        "/calls",
                        Map.of("kind", "hang-up", "ticket", "none", "note", canaries.in(Place.TELEPHONE_REFUSED))));
        var wrong = Api.withToken(obhut.address(), "obhut-call-" + canaries.in(Place.TELEPHONE_WRONG_KEY));
        Api.expect(401, wrong.post("/calls", Map.of("kind", "hang-up", "ticket", "none")));
    }

    /** A call whose ticket is erased on the same day. */
    private void erasedCall() throws IOException, InterruptedException {
        String path = "/tickets/" + callWithTicket(Api.signIn(obhut.address(), "leyla"), Place.ERASED_CALL_NOTE);
        Browser leyla = signedIn("leyla");
        Element erasing = Objects.requireNonNull(leyla.page(path + "/erasure?folder=team&erase=true")
                .selectFirst("form[action^='" + path + "/erasure']"));
        leyla.submit(erasing, Map.of("ground", "wish"));
        assertEquals(404, leyla.get(path + "?folder=team").statusCode(), "the call is erased");
    }

    private void directory() throws IOException, InterruptedException {
        Browser leyla = signedIn("leyla");
        leyla.get("/directory?q=" + canaries.in(Place.DIRECTORY_SEARCH));
        Element importing = form(leyla.page("/directory/import"), "/directory/import");
        var refused = leyla.upload(importing, canaries.in(Place.DIRECTORY_IMPORT), "stellen.csv", new byte[0]);
        assertNotEquals(500, refused.statusCode());
    }

    /**
     * One text is erased, the next one is published: in every format, of which no file is left behind. Those of temporary files are
     * compared by name, as most of the formats are compressed and no word could be found in them.
     */
    private void report() throws IOException, InterruptedException {
        Browser koko = signedIn("koko");
        write(koko, Place.ERASED_NARRATIVE);
        Document asked = koko.page(chosen(koko) + "&erase=1");
        Element erasing = Objects.requireNonNull(asked.selectFirst("#erase-narrative form"));
        assertTrue(
                !koko.submit(erasing, Map.of()).html().contains(canaries.in(Place.ERASED_NARRATIVE)),
                "the text is erased");
        write(koko, Place.NARRATIVE);
        koko.submit(Objects.requireNonNull(koko.page(chosen(koko)).selectFirst("form[action$='/release']")), Map.of());
        Browser stat = signedIn("stat");
        Document released = stat.page("/reports");
        assertTrue(released.html().contains(canaries.in(Place.NARRATIVE)), "the report is released");
        Element files = Objects.requireNonNull(released.selectFirst("form[action$='/files']"));
        Set<String> before = temporaryFiles();
        for (String format : List.of("csv", "ods", "xlsx", "json", "pdf")) {
            assertEquals(200, stat.answer(files, Map.of("format", format)).statusCode(), format);
        }
        assertEquals(before, temporaryFiles(), "no export leaves a file");
    }

    private static String chosen(Browser koko) throws IOException, InterruptedException {
        String narrative = Objects.requireNonNull(koko.page("/reports").selectFirst("form#narrative"))
                .attr("action");
        return "/reports?period=" + narrative.split("/")[2];
    }

    private void write(Browser koko, Place place) throws IOException, InterruptedException {
        Element form = Objects.requireNonNull(koko.page("/reports").selectFirst("form#narrative"));
        Document written =
                koko.submit(form, Map.of("needs", canaries.in(place), "recommendations", canaries.in(place)));
        assertTrue(written.html().contains(canaries.in(place)), "the text is kept");
    }

    private Set<String> temporaryFiles() throws IOException {
        try (var files = Files.walk(temporary)) {
            return files.map(temporary::relativize).map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
