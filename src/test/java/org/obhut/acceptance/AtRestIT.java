package org.obhut.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.acceptance.Canaries.Place;
import org.obhut.account.PassphraseFixture;
import org.obhut.envelope.Intruder;
import org.obhut.envelope.KeyStore;
import org.obhut.testing.KillableObhut;

/**
 * What is left on disk after a working day: words of a client and of counsellors went through Obhut by every way there is, and
 * none is found in database, logs, data and temporary folders, where a planted word is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AtRestIT {

    private static final String WRITE_AHEAD = "write-ahead log";

    /** The list in the design: outgoing mails not yet accepted, staged facts, and what the server needs to work. */
    private static final Set<String> WITHOUT_A_PASSPHRASE = Set.of("outbox.sealed", "fact_staged.sealed");

    /** Bytes that are nothing sealed: hashes, salts, public keys, and who belongs to a team. */
    private static final Set<String> NO_ENVELOPES = Set.of(
            "audit_line.previous",
            "audit_line.code",
            "audit_start.previous",
            "audit_start.code",
            "call_key.hash",
            "erasure_proof.code",
            "lookup.value",
            "person.salt",
            "person.verifier",
            "person.public_key",
            "team_circle.members",
            "team_circle.code",
            "team_epoch.team_key",
            "team_epoch.leads_key",
            "team_epoch.roster",
            "team_epoch.roster_code",
            "ticket.public_key");

    /** What only other days fill: with an acknowledgement, a provider's new token, shares, an arrival … {@code columns.txt} says what it is. */
    private static final Set<String> OF_ANOTHER_DAY = Set.of(
            "acknowledged.value",
            "added_mailbox.settings",
            "invitation.display_name",
            "one_time_code.secret",
            "person.display_name",
            "notification.address",
            "notification.pending",
            "passkey.sealed",
            "refresh_token.sealed",
            "team_epoch.succession",
            "team_recovery.holders",
            "team_recovery.public_key");

    /** Where a narrative may be found: in the database. Once erased, in the log that the database writes ahead. */
    private static final Map<Place, Set<String>> PUBLISHED = Map.of(
            Place.NARRATIVE, Set.of("archive of the database", WRITE_AHEAD, "rest of the database"),
            Place.ERASED_NARRATIVE, Set.of(WRITE_AHEAD));

    private final Canaries canaries = new Canaries(new SecureRandom());
    private final KillableObhut killable;
    private final Path folder;

    /** File times may be coarser than the clock. */
    private final FileTime begin = FileTime.from(Instant.now().minusSeconds(2));

    AtRestIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        killable = KillableObhut.in(folder);
    }

    @BeforeAll
    void aDayPasses() throws Exception {
        killable.start();
        try (Connection database = killable.obhut().database()) {
            keepTablesUncompressed(database);
            new OfficeDay(killable.obhut(), canaries, folder.resolve("run/tmp")).pass();
            new WorkingDay(killable, canaries).pass();
            plantInDatabase(database);
        }
    }

    @AfterAll
    void clearUp() throws Exception {
        killable.close();
    }

    @Test
    @Order(1)
    void noWordIsInAFileWhileTheServerRuns() throws Exception {
        Path machine = Path.of(System.getProperty("java.io.tmpdir"));
        Path inMachine = Files.createTempFile(machine, "obhut-control", null);
        Path working = folder.resolve("run");
        plant(working.resolve("tmp/control"), working.resolve("control"), inMachine);

        assertOnlyControlWordIn(List.of(
                SearchedPlace.below("temporary folder", working.resolve("tmp")),
                SearchedPlace.below("working folder", working).without(working.resolve("tmp")),
                SearchedPlace.below("database log", folder.resolve("log/database.log")),
                SearchedPlace.changedSince("machine's temporary files", machine, begin)
                        .without(folder)));
        Files.delete(inMachine);
    }

    /** As {@code deploy/backup} makes it from the running database, unpacked. */
    @Test
    @Order(1)
    void noWordIsInAnArchive(@TempDir Path elsewhere) throws Exception {
        Program.Ended saved = new Program("BackupCommand")
                .with("OBHUT_MODE", "demo")
                .with("OBHUT_DATA", folder)
                .run("database", elsewhere.resolve("archives"));
        assertEquals(0, saved.code(), saved.text());
        Path unpacked = Files.createDirectory(elsewhere.resolve("unpacked"));
        Path archive = Path.of(
                saved.text().lines().reduce((first, last) -> last).orElseThrow().replaceAll(".* saved to ", ""));
        try (var zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, unpacked.resolve(entry.getName().replace('/', '-')));
                }
            }
        }

        assertOnlyControlWordIn(List.of(SearchedPlace.below("archive of the database", unpacked)));
    }

    /**
     * With database and key store, but no passphrase. Everything else opens with a lead's passphrase, so what stays closed here does
     * for want of it.
     */
    @Test
    @Order(2)
    void exactlyTheOperatingSecretsOpenWithoutAPassphrase() throws Exception {
        killable.end();
        try (Connection database = killable.obhut().database()) {
            List<Intruder.Find> finds = new SealedColumns(database).finds(OF_ANOTHER_DAY);
            var intruder = new Intruder(finds, List.of());
            intruder.take(folder.resolve("keystore"));

            Set<String> without = Set.copyOf(intruder.opened());
            intruder.learn(rootKey(database, "leyla"));
            Set<String> with = Set.copyOf(intruder.opened());

            System.out.println("opens without a passphrase: " + new TreeSet<>(without));
            assertEquals(WITHOUT_A_PASSPHRASE, without);
            Set<String> columns = finds.stream().map(Intruder.Find::column).collect(Collectors.toSet());
            columns.removeAll(NO_ENVELOPES);
            assertEquals(new TreeSet<>(columns), new TreeSet<>(with), "nothing is sealed in an unknown way");
        }
    }

    private byte[] rootKey(Connection database, String name) throws SQLException {
        var keys = new KeyStore(
                folder.resolve("keystore"), Optional.empty(), Optional.empty(), new SecureRandom(), Clock.systemUTC());
        try (var query = database.prepareStatement("SELECT salt FROM person WHERE name = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                rows.next();
                return PassphraseFixture.rootKey(keys, Api.PASSPHRASE, rows.getBytes(1));
            }
        }
    }

    @Test
    @Order(3)
    void noWordIsInAFileAfterTheEnd() throws Exception {
        killable.endDatabase();
        Path database = folder.resolve("database");
        Path log = folder.resolve("log");
        Path working = folder.resolve("run");
        Path keyStore = folder.resolve("keystore");
        plant(log.resolve("server.log"), keyStore.resolve("control"), folder.resolve("secrets/control"));

        assertOnlyControlWordIn(List.of(
                SearchedPlace.below(WRITE_AHEAD, database.resolve("pg_wal")),
                SearchedPlace.below("rest of the database", database).without(database.resolve("pg_wal")),
                SearchedPlace.below("database log", log.resolve("database.log")),
                SearchedPlace.below("server log", log.resolve("server.log")),
                SearchedPlace.below("key store", keyStore),
                SearchedPlace.below("temporary folder", working.resolve("tmp")),
                SearchedPlace.below("working folder", working).without(working.resolve("tmp")),
                SearchedPlace.below("rest of the data folder", folder).without(database, log, keyStore, working)));
    }

    /** Each value as it is: PostgreSQL would compress long ones, and a word in them would hide. */
    private static void keepTablesUncompressed(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    DO $$ DECLARE c record; BEGIN
                        FOR c IN SELECT attrelid::regclass AS t, attname FROM pg_attribute JOIN pg_class p ON p.oid = attrelid
                                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attstorage = 'x'
                        LOOP EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STORAGE EXTERNAL', c.t, c.attname); END LOOP;
                    END $$""");
        }
    }

    /** What is written to be published (ADR 47) is in the tables that are made for it: not in the audit trail, and in no other. */
    @Test
    @Order(1)
    void whatIsPublishedIsInTheTablesOfReportsAlone() throws SQLException {
        try (Connection database = killable.obhut().database()) {
            assertEquals(Set.of("report_narrative", "report_release"), tablesWith(database, Place.NARRATIVE));
            assertEquals(Set.of(), tablesWith(database, Place.ERASED_NARRATIVE));
        }
    }

    private Set<String> tablesWith(Connection database, Place place) throws SQLException {
        Set<String> with = new TreeSet<>();
        try (var statement = database.createStatement();
                var tables = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            while (tables.next()) {
                try (var query = database.prepareStatement(
                        "SELECT 1 FROM \"" + tables.getString(1) + "\" t WHERE strpos(t::text, ?) > 0")) {
                    query.setString(1, canaries.in(place));
                    try (var rows = query.executeQuery()) {
                        if (rows.next()) {
                            with.add(tables.getString(1));
                        }
                    }
                }
            }
        }
        return with;
    }

    private void plantInDatabase(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("CREATE TABLE control (word text)");
            statement.execute("INSERT INTO control VALUES ('" + canaries.control() + "')");
            statement.execute("DO $$ BEGIN RAISE LOG '" + canaries.control() + "'; END $$");
        }
    }

    private void plant(Path... files) throws IOException {
        for (Path file : files) {
            String line = "\n" + canaries.control() + "\n";
            Files.writeString(file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private Set<String> published(WordSearch.Hit hit) {
        return hit.word().equals(canaries.control())
                ? Set.of()
                : PUBLISHED.getOrDefault(canaries.placeOf(hit.word()), Set.of());
    }

    private void assertOnlyControlWordIn(List<SearchedPlace> places) throws IOException {
        List<String> words = new ArrayList<>(canaries.all());
        words.add(canaries.control());
        var search = new WordSearch(words);
        List<String> found = new ArrayList<>();
        List<String> blind = new ArrayList<>();
        System.out.printf("%d canaries in%n", canaries.all().size());
        for (SearchedPlace place : places) {
            SearchedPlace.Found result = place.search(search);
            List<String> here = result.hits().stream()
                    .filter(hit -> !hit.word().equals(canaries.control()))
                    .filter(hit -> !published(hit).contains(place.name()))
                    .map(hit -> canaries.placeOf(hit.word()) + " as " + hit.form() + " in " + place.name())
                    .toList();
            boolean published =
                    result.hits().stream().anyMatch(hit -> hit.word().equals(canaries.in(Place.NARRATIVE)));
            if (PUBLISHED.get(Place.NARRATIVE).contains(place.name()) && !published) {
                blind.add(place.name() + " for what is published");
            }
            boolean control = result.hits().stream().anyMatch(hit -> hit.word().equals(canaries.control()));
            System.out.printf(
                    "  %-26s %5d files %6.1f MB: %d found, control word %s%n",
                    place.name(), result.files(), result.bytes() / 1e6, here.size(), control ? "found" : "NOT FOUND");
            found.addAll(here);
            if (!control) {
                blind.add(place.name());
            }
        }
        assertEquals(List.of(), found);
        assertEquals(List.of(), blind, "the control word is not found");
    }
}
