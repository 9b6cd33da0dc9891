package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.KeyStore;
import org.obhut.testing.KillableObhut;

/** The programs {@code deploy/backup} and {@code deploy/restore} as processes of their own, beside a real server and its database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {

    private static final Duration TIME = Duration.ofSeconds(60);
    private static final String CLIENT = "ilinca@client.example";

    private final Path folder;
    private final Path elsewhere;
    private final Path keyCopy;
    private final KillableObhut killable;
    private String kept = "";
    private String erased = "";
    private String waitingReply = "";
    private Path archive = Path.of("");

    BackupIT(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("obhut");
        elsewhere = temporary.resolve("elsewhere");
        keyCopy = temporary.resolve("key-copy");
        killable = KillableObhut.in(folder);
    }

    @BeforeAll
    void aDayBeginsAndIsSaved() throws Exception {
        killable.start();
        Api anna = Api.signIn(killable.obhut().address(), "anna");
        kept = ticket(anna, "Frage zur Anmeldung");
        erased = ticket(anna, "Bald gelöscht");
        killable.endMail();
        int version = anna.ticket(kept).getInt("version");
        waitingReply = Api.json(Api.expect(
                        202, anna.post("/tickets/" + kept + "/replies", Map.of("text", "Antwort", "version", version))))
                .getString("messageId");

        // The launcher of this data folder, here the test, is running.
        Program.Ended saved = beside("BackupCommand").run("database", elsewhere);
        assertEquals(0, saved.code(), saved.text());
        assertTrue(saved.text().contains("Database with 2 tickets saved to " + elsewhere), saved.text());
        archive = onlyFile(elsewhere);
        Program.Ended keys = beside("BackupCommand").run("keys", keyCopy);
        assertEquals(0, keys.code(), keys.text());

        Api.expect(201, anna.post("/tickets/" + kept + "/notes", Map.of("text", "nach der Sicherung")));
    }

    @AfterAll
    void clearUp() throws Exception {
        killable.close();
    }

    private String ticket(Api person, String subject) throws Exception {
        try (var smtp = new RawSmtp(killable.obhut().smtpPort())) {
            String id = Integer.toHexString(subject.hashCode()) + "@client.example";
            smtp.send(CLIENT, Mails.COUNSELLING, Mails.text(CLIENT, subject, id, "", "Guten Tag"));
        }
        return Await.value("the ticket", TIME, () -> person.tickets("new").stream()
                        .filter(row -> row.getString("subject").equals(subject))
                        .findFirst())
                .getString("id");
    }

    /** With the data folder of the running Obhut. */
    private Program beside(String name) {
        return new Program(name).with("OBHUT_DATA", folder).with("OBHUT_MODE", "demo");
    }

    /** With the database of the test's Obhut as one that others run, and its key store. */
    private Program onDatabase(String name, Path keyStore) throws SQLException, IOException {
        try (Connection connection = killable.obhut().database()) {
            return new Program(name)
                    .with("OBHUT_MODE", "demo")
                    .with("OBHUT_DATA", elsewhere.resolveSibling("data"))
                    .with("OBHUT_KEYSTORE", keyStore)
                    .with("OBHUT_DB_URL", connection.getMetaData().getURL())
                    .with("OBHUT_DB_USER", "obhut")
                    .with("OBHUT_DB_PASSWORD", Files.readString(folder.resolve("secrets/database")));
        }
    }

    private Path keyStore() {
        return folder.resolve("keystore");
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.get(0);
        }
    }

    private void assertRefused(Program.Ended ended, String why) throws SQLException {
        assertEquals(1, ended.code(), ended.text());
        assertTrue(ended.text().contains(why), ended.text());
        assertTrue(ended.text().contains("othing was changed"), ended.text());
        assertEquals(2, count("SELECT count(*) FROM ticket"), "the database is as it was");
        assertEquals(0, count("SELECT count(*) FROM restoration"));
    }

    private List<UUID> ids(String sql) throws SQLException {
        try (Connection connection = killable.obhut().database();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = killable.obhut().database();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    @Order(1)
    void archiveAndKeyStoreNeverGoIntoOnePlace() throws Exception {
        Program.Ended keys = beside("BackupCommand").run("keys", elsewhere);
        Program.Ended database = beside("BackupCommand").run("database", keyCopy);

        assertEquals(1, keys.code());
        assertTrue(keys.text().contains("name another place for the key store"), keys.text());
        assertEquals(1, database.code());
        assertTrue(database.text().contains("another place for the database"), database.text());
        onlyFile(elsewhere);
    }

    @Test
    @Order(2)
    void aFullDiskLeavesNoArchiveThatLooksWhole() throws Exception {
        Path full = elsewhere.resolveSibling("full");

        Program.Ended ended = beside("BackupCommand").runWithin(8, "database", full);

        assertEquals(1, ended.code(), ended.text());
        assertTrue(ended.text().contains("Nothing was saved. A file can't be read or written"), ended.text());
        try (Stream<Path> files = Files.list(full)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    @Order(3)
    void aServerThatStillWorksKeepsItsDatabase() throws Exception {
        assertRefused(onDatabase("RestoreCommand", keyStore()).run("--yes", archive), "stop it first");
    }

    @Test
    @Order(4)
    void withoutTheKeyStoreAllIsLostAndThatIsSaidFirst() throws Exception {
        killable.end();
        Path none = Files.createDirectories(elsewhere.resolveSibling("no-keys"));

        Program.Ended ended = onDatabase("RestoreCommand", none).run("--yes", "--accept-loss", archive);

        assertRefused(ended, "nothing in this archive can be opened by anybody: 2 of 2 tickets are lost");
    }

    @Test
    @Order(5)
    void anEndedEpochIsSaidWithItsTickets() throws Exception {
        Path later = elsewhere.resolveSibling("later-keys");
        copy(keyStore(), later);
        Files.copy(later.resolve("epoch-2"), later.resolve("epoch-9"));
        Files.writeString(later.resolve("current-epoch"), "9");
        Files.delete(later.resolve("epoch-1"));
        Files.delete(later.resolve("epoch-2"));

        assertRefused(
                onDatabase("RestoreCommand", later).run("--yes", archive), "2 of 2 tickets, and the keys of all teams");
        Program.Ended check = onDatabase("RestoreCommand", later).run("--check", archive);
        assertEquals(0, check.code(), check.text());
        assertTrue(check.text().contains("can be opened by nobody"), check.text());
    }

    @Test
    @Order(6)
    void aDamagedArchiveChangesNothing() throws Exception {
        byte[] whole = Files.readAllBytes(archive);
        Path damaged = elsewhere.resolveSibling("damaged.zip");
        Files.write(damaged, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused(onDatabase("RestoreCommand", keyStore()).run("--yes", damaged), "The archive is damaged");

        // In the middle of the tables, not in the table of contents; more bytes than a header has that nobody reads.
        for (int i = 0; i < 512; i++) {
            whole[whole.length / 2 + i] ^= 1;
        }
        Files.write(damaged, whole);
        assertRefused(onDatabase("RestoreCommand", keyStore()).run("--yes", damaged), "The archive is damaged");
    }

    @Test
    @Order(7)
    void whatIsThereIsNotReplacedUnasked() throws Exception {
        assertRefused(onDatabase("RestoreCommand", keyStore()).run(archive), "with 2 tickets, will be replaced");
    }

    /** The kill comes when all is loaded beside and the exchange waits for a reader's lock. */
    @Test
    @Order(8)
    void aKillInTheMiddleLeavesTheDatabaseAsItWas() throws Exception {
        try (Connection reader = killable.obhut().database()) {
            reader.setAutoCommit(false);
            reader.createStatement()
                    .executeQuery("SELECT count(*) FROM ticket_item")
                    .close();
            Process restore = onDatabase("RestoreCommand", keyStore()).start("--yes", archive);
            Await.until(
                    "the exchange waits",
                    TIME,
                    () -> count("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND application_name = 'obhut-archive'")
                            == 1);
            restore.destroyForcibly().waitFor();
            reader.commit();
        }
        Await.until(
                "the end of its connection",
                TIME,
                () -> count("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'obhut-archive'") == 0);

        assertEquals(0, count("SELECT count(*) FROM restoration"));
        assertEquals(1, count("SELECT count(*) FROM pg_namespace WHERE nspname = 'restoring'"), "it had come so far");
        assertEquals(4, count("SELECT count(*) FROM ticket_item"), "two mails, reply and note");
    }

    /** What erasing a ticket after the archive was made leaves in the key store. */
    @Test
    @Order(9)
    void aRestoredDatabaseIsThatOfTheArchiveKeepsShutWhatWasErasedAndSendsNothingByItself() throws Exception {
        var keys = new KeyStore(keyStore(), Optional.empty(), Optional.empty(), new SecureRandom(), Clock.systemUTC());
        new ErasedFiles(keys).note(UUID.fromString(erased));
        Program.Ended ended = onDatabase("RestoreCommand", keyStore()).run("--yes", archive);
        assertEquals(0, ended.code(), ended.text());
        assertTrue(ended.text().contains("All 2 tickets can be opened"), ended.text());
        assertTrue(ended.text().contains("1 erasures noted since are done again"), ended.text());
        assertEquals(2, count("SELECT count(*) FROM ticket"), "the archive has it");
        killable.start();
        assertEquals(List.of(UUID.fromString(kept)), ids("SELECT id FROM ticket"), "before anybody could sign in");
        assertEquals(0, count("SELECT count(*) FROM seal WHERE file = '" + erased + "'"));

        Api anna = Api.signIn(killable.obhut().address(), "anna");
        List<String> types = new ArrayList<>();
        List<JsonObject> timeline = anna.ticket(kept).getJsonArray("timeline").getValuesAs(JsonObject.class);
        timeline.forEach(entry -> types.add(entry.getString("kind")));
        assertFalse(types.contains("note"), "what came after the archive is gone: " + types);
        JsonObject reply = timeline.stream()
                .filter(entry -> entry.getString("id").equals(waitingReply))
                .findFirst()
                .orElseThrow();
        assertEquals("failed", reply.getString("delivery"));
        assertEquals("restored", reply.getString("deliveryReason"));
        assertEquals(0, count("SELECT count(*) FROM outbox"));
        assertEquals(1, count("SELECT count(*) FROM audit_line WHERE act = 'DATABASE_RESTORED'"));
        assertEquals(0, count("SELECT count(*) FROM restoration WHERE NOT settled"));
    }

    /** On a machine that has nothing: embedded database, key store from its copy. And saved again while nothing runs. */
    @Test
    @Order(10)
    void anEmptyInstallationBecomesTheOldOne() throws Exception {
        Path data = elsewhere.resolveSibling("new-machine");
        Program restore =
                new Program("RestoreCommand").with("OBHUT_MODE", "demo").with("OBHUT_DATA", data);
        Program.Ended live = new Program("RestoreCommand")
                .with("OBHUT_MODE", "live")
                .with("OBHUT_KEYSTORE", keyStore())
                .with("OBHUT_KEYSTORE_COPY", keyStore())
                .with("OBHUT_DATA", data)
                .run(archive);
        assertTrue(live.text().contains("made in demo mode, and this is live"), live.text());

        Program.Ended ended = restore.run("--keys", keyCopy, archive);
        assertEquals(0, ended.code(), ended.text());
        assertEquals(names(keyCopy), names(data.resolve("keystore")));

        Path again = elsewhere.resolveSibling("again");
        Program.Ended saved = new Program("BackupCommand")
                .with("OBHUT_MODE", "demo")
                .with("OBHUT_DATA", data)
                .run("database", again);
        assertEquals(0, saved.code(), saved.text());
        assertTrue(saved.text().contains("Database with 2 tickets"), saved.text());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : names(from)) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
