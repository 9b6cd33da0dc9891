package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.PassphraseFixture;
import org.obhut.envelope.Intruder;
import org.obhut.envelope.KeyStore;
import org.obhut.launcher.Server;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.RunningObhut;

/**
 * What the memory of a running server holds of somebody who has left: one signed out, one idle too long. Roots must be gone. Of words and
 * passphrases Java keeps copies that nobody can wipe, until their place is needed; how many there are is printed.
 */
class HeapIT {

    private static final String PASSPHRASE = "vier stille reiher im schilf";

    /** Of people whose sign-in is under way, each before a run of Argon2id. Begins otherwise than the other. */
    private static final String CONTROL = "sieben leise otter im nebel";

    private static final int WAITING = 8;
    private static final String WORD = "kanarienvogelzwitschern";
    private static final Pattern TICKET = Pattern.compile("/tickets/([0-9a-f-]{36})");
    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);

    private final AtomicInteger others = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void noRootIsInMemoryAfterSignOutAndAfterTheIdleTime() throws Exception {
        try (var killable = KillableObhut.in(folder)) {
            killable.set("obhut.session.idle", "PT45S");
            killable.set("obhut.demo.mails", "false");
            // A running server lets nobody look into its memory.
            killable.flag("-XX:-DisableAttachMechanism");
            Server server = killable.begin();
            RunningObhut obhut = killable.obhut();
            server.awaitReady(URI.create("http://127.0.0.1:" + obhut.address().getPort()));
            long pid = server.process().pid();
            changePassphrase(obhut);
            String path = "/tickets/" + ticket(obhut);
            ByteSearch search = search(obhut);

            print("while others sign in", whileOthersSignIn(obhut, pid, search));
            Browser leyla = signedIn(obhut);
            assertTrue(leyla.page(path + "?folder=team").text().contains(WORD));
            var signOut = leyla.page("/profile").selectFirst("form[action=/sign-out]");
            Map<String, Integer> open = dumped(pid, search, "open", true);
            assertTrue(open.getOrDefault("root", 0) > 0, "the search is blind: " + open);
            leyla.submit(signOut, Map.of());
            print("signed in", open);
            Map<String, Integer> left = dumped(pid, search, "out", false);
            print("just signed out, with what is no longer reachable", left);
            Map<String, Integer> out = dumped(pid, search, "collected", true);
            print("signed out, after a collection", out);

            Browser idle = signedIn(obhut);
            assertTrue(idle.page(path + "?folder=team").text().contains(WORD));
            Map<String, Integer> wiped = Await.value("the idle wipe", TIME_TO_ARRIVE, () -> {
                Map<String, Integer> now = dumped(pid, search, "idle", true);
                return now.containsKey("root") ? Optional.empty() : Optional.of(now);
            });
            print("idle too long", wiped);

            assertEquals(0, left.getOrDefault("root", 0));
            assertEquals(0, out.getOrDefault("root", 0));
        }
    }

    /** A passphrase that has to be in memory at this time is found there, or else the search for passphrases is blind. */
    private Map<String, Integer> whileOthersSignIn(RunningObhut obhut, long pid, ByteSearch search) throws Exception {
        var waiting = Executors.newFixedThreadPool(WAITING);
        try {
            return Await.value("a passphrase in use", TIME_TO_ARRIVE, () -> {
                for (int i = 0; i < WAITING; i++) {
                    waiting.submit(
                            () -> signIn(new Browser(obhut.address()), "otter" + others.incrementAndGet(), CONTROL));
                }
                Map<String, Integer> now = dumped(pid, search, "control", true);
                return now.containsKey("control") ? Optional.of(now) : Optional.empty();
            });
        } finally {
            waiting.shutdownNow();
        }
    }

    private static void print(String when, Map<String, Integer> found) {
        System.out.printf("heap, %s: %s%n", when, found);
    }

    private static void changePassphrase(RunningObhut obhut) throws Exception {
        var leyla = new Browser(obhut.address());
        leyla.signIn("leyla");
        leyla.submit(
                leyla.page("/profile").selectFirst("form[action=/profile/passphrase]"),
                Map.of("old", Api.PASSPHRASE, "passphrase", PASSPHRASE, "repeat", PASSPHRASE));
        leyla.submit(leyla.page("/profile").selectFirst("form[action=/sign-out]"), Map.of());
    }

    private static Browser signedIn(RunningObhut obhut) throws Exception {
        var leyla = new Browser(obhut.address());
        signIn(leyla, "leyla", PASSPHRASE);
        return leyla;
    }

    /** Whatever comes of it. */
    private static int signIn(Browser browser, String name, String passphrase) throws Exception {
        var form = browser.page("/sign-in").selectFirst("form[action=/sign-in]");
        return browser.answer(form, Map.of("name", name, "passphrase", passphrase))
                .statusCode();
    }

    private static String ticket(RunningObhut obhut) throws Exception {
        String sender = "mira@client.example";
        try (var smtp = new RawSmtp(obhut.smtpPort())) {
            smtp.send(sender, Mails.COUNSELLING, Mails.text(sender, "Frage", "heap@client.example", "", WORD));
        }
        var anna = new Browser(obhut.address());
        anna.signIn("anna");
        String id = Await.value("the ticket", TIME_TO_ARRIVE, () -> {
            Matcher link = TICKET.matcher(anna.page("/desk/new").html());
            return link.find() ? Optional.of(link.group(1)) : Optional.empty();
        });
        anna.submit(anna.page("/profile").selectFirst("form[action=/sign-out]"), Map.of());
        return id;
    }

    /** What leyla's passphrase opens: her own root, those of team and leads, and the tickets'. */
    private ByteSearch search(RunningObhut obhut) throws Exception {
        ByteSearch search = new ByteSearch();
        try (Connection database = obhut.database()) {
            List<Intruder.Find> finds = new ArrayList<>();
            finds.addAll(finds(database, "SELECT sealed_root, id, id FROM person"));
            finds.addAll(finds(database, "SELECT sealed, file, reader FROM seal"));
            var intruder = new Intruder(finds, List.of());
            intruder.take(folder.resolve("keystore"));
            intruder.opened();
            assertEquals(Set.of(), intruder.roots(), "none opens without a passphrase");
            intruder.learn(rootKey(database));
            intruder.opened();
            Set<String> roots = intruder.roots();
            assertTrue(roots.size() >= 4, "own, team's, leads', ticket's: " + roots.size());
            roots.forEach(root -> search.add("root", java.util.HexFormat.of().parseHex(root)));
        }
        for (Charset form :
                List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            search.add("passphrase", PASSPHRASE.getBytes(form));
            search.add("control", CONTROL.getBytes(form));
            search.add("word", WORD.getBytes(form));
        }
        return search;
    }

    private static List<Intruder.Find> finds(Connection database, String sql) throws SQLException {
        List<Intruder.Find> finds = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Set<UUID> ids = new HashSet<>(List.of(rows.getObject(2, UUID.class)));
                ids.add(rows.getObject(3, UUID.class));
                finds.add(new Intruder.Find("", rows.getBytes(1), ids, 0));
            }
        }
        return finds;
    }

    private byte[] rootKey(Connection database) throws SQLException {
        var keys = new KeyStore(
                folder.resolve("keystore"), Optional.empty(), Optional.empty(), new SecureRandom(), Clock.systemUTC());
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT salt FROM person WHERE name = 'leyla'")) {
            rows.next();
            return PassphraseFixture.rootKey(keys, PASSPHRASE, rows.getBytes(1));
        }
    }

    /** @param live whether garbage is collected first and left out */
    private Map<String, Integer> dumped(long pid, ByteSearch search, String name, boolean live) throws Exception {
        Path dump = folder.resolve(name + ".hprof");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "GC.heap_dump"));
        if (!live) {
            command.add("-all");
        }
        command.add(dump.toString());
        Process jcmd = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, jcmd.waitFor());
        try {
            return search.in(dump);
        } finally {
            Files.deleteIfExists(dump);
        }
    }
}
