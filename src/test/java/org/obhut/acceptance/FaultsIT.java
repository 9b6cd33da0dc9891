package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.fault.Fault;
import org.obhut.testing.fault.FaultExtension;
import org.obhut.testing.fault.Faulty;

/**
 * Every handler of console and API fails, with an exception that repeats what a client and a counsellor wrote. None of it is in what is
 * answered, in logs, database and temporary files.
 */
class FaultsIT {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String FAULT = "WEB-INF/classes/org/obhut/testing/fault/";

    @TempDir
    private Path folder;

    @Test
    void noWordComesOutWhereverItFails() throws Exception {
        var canaries = new Canaries(new SecureRandom());
        String word = canaries.in(Canaries.Place.SIGN_IN_NAME);
        String mailed = canaries.in(Canaries.Place.MESSAGE_ID);
        Path data = folder.resolve("obhut");
        try (KillableObhut killable = KillableObhut.in(data)) {
            killable.deploy(faulty());
            killable.start();
            Api leyla = Api.signIn(killable.obhut().address(), "leyla");
            UUID ticket = ticket(killable, leyla, mailed);
            var browser = new Browser(killable.obhut().address());
            browser.signIn("leyla");
            Element form = browser.page("/desk/new").selectFirst("form");
            var requests = new FaultRequests(killable.obhut().address(), leyla, browser, form);
            Path fault = data.resolve("run/tmp/fault");
            Set<String> expected = new TreeSet<>();
            List<String> told = new ArrayList<>();

            Files.writeString(fault, "before");
            for (Handlers.Handler handler : Handlers.all()) {
                expected.add(handler.name());
                HttpResponse<String> answer = requests.send(handler, ticket, word);
                if (answer.body().contains(word) || answer.body().contains("IllegalState")) {
                    told.add(handler.name());
                }
            }
            Files.writeString(fault, "after");
            for (Handlers.Handler handler : Handlers.all()) {
                if (handler.verb().equals("GET")) {
                    HttpResponse<String> answer = requests.send(handler, ticket, word);
                    if (answer.body().contains(mailed)) {
                        told.add(handler.name() + " after");
                    }
                }
            }
            Files.delete(fault);

            assertEquals(List.of(), told, "answers that repeat it");
            Set<String> failed = new TreeSet<>(Files.readAllLines(data.resolve("run/tmp/faults")));
            System.out.println(failed.size() + " handlers failed on purpose");
            Set<String> missed = new TreeSet<>(expected);
            missed.removeAll(failed);
            assertEquals(Set.of(), missed, "handlers to which no request came");
            killable.end();
            killable.endDatabase();
            assertNothingIn(data, word, mailed, canaries.control());
        }
    }

    private static UUID ticket(KillableObhut killable, Api person, String word) throws Exception {
        try (var smtp = new RawSmtp(killable.obhut().smtpPort())) {
            String client = word + "@client.example";
            smtp.send(client, Mails.COUNSELLING, Mails.text(client, word, "f@client.example", "", word));
        }
        return Await.value("the ticket", TIME, () -> person.tickets("new").stream()
                .filter(row -> row.getString("subject").equals(word))
                .map(row -> UUID.fromString(row.getString("id")))
                .findFirst());
    }

    /** The build's WAR with a fault in it. */
    private Path faulty() throws IOException {
        Path war = Files.copy(Path.of("target/obhut.war"), folder.resolve("faulty.war"));
        try (FileSystem zip = FileSystems.newFileSystem(war)) {
            Files.createDirectories(zip.getPath(FAULT));
            Path services = Files.createDirectories(zip.getPath("WEB-INF/classes/META-INF/services"));
            Files.writeString(
                    services.resolve("jakarta.enterprise.inject.spi.Extension"),
                    FaultExtension.class.getName() + '\n',
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            for (String name : List.of("Fault", "Faulty", "Faulty$Literal", "FaultExtension")) {
                try (var bytes = Fault.class.getResourceAsStream(name + ".class")) {
                    Files.write(zip.getPath(FAULT + name + ".class"), bytes.readAllBytes());
                }
            }
        }
        assertTrue(Faulty.class.isAnnotation());
        return war;
    }

    private void assertNothingIn(Path data, String word, String mailed, String control) throws IOException {
        Path log = data.resolve("log/server.log");
        Files.writeString(log, control, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        var search = new WordSearch(List.of(word, mailed, control));
        for (SearchedPlace place : List.of(
                SearchedPlace.below("server log", log),
                SearchedPlace.below("rest of the data folder", data).without(log))) {
            SearchedPlace.Found found = place.search(search);
            List<String> hits = found.hits().stream()
                    .filter(hit -> !hit.word().equals(control))
                    .map(hit -> (hit.word().equals(word) ? "request's word" : "mail's word") + " as " + hit.form())
                    .toList();
            System.out.printf("  %-26s %5d files: %d found%n", place.name(), found.files(), hits.size());
            assertEquals(List.of(), hits, place.name());
            if (place.name().equals("server log")) {
                assertTrue(found.hits().stream().anyMatch(hit -> hit.word().equals(control)), "control word");
            }
        }
    }
}
