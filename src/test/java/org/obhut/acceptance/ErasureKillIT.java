package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Array;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.KeyStore;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.RunningObhut;

/**
 * The server is killed again and again while it erases: each ticket is whole or gone, the numbers agree, and what was erased is in none
 * of the database's files after {@code VACUUM FULL}, not even sealed.
 */
class ErasureKillIT {

    private static final int TICKETS = 120;
    private static final int DUE = 100;
    private static final int KILLS = 2;
    private static final Duration TIME_TO_GO_ON = Duration.ofMinutes(2);

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void whateverIsKilledNothingIsHalfGoneNothingIsCountedTwiceAndNothingIsLeftInAFile() throws Exception {
        try (var killable = KillableObhut.in(folder)) {
            killable.set("obhut.erasure.first", "PT1S");
            RunningObhut obhut = killable.obhut();
            killable.start();
            send(obhut.smtpPort());
            Set<UUID> due;
            Set<UUID> living;
            ByteSearch search = new ByteSearch();
            try (Connection database = obhut.database()) {
                Await.until(
                        "all mails", TIME_TO_GO_ON, () -> count(database, "SELECT count(*) FROM ticket") == TICKETS);
                Await.until(
                        "the first run",
                        TIME_TO_GO_ON,
                        () -> count(database, "SELECT count(*) FROM retention_run") == 1);
                openAll(Api.signIn(obhut.address(), "leyla"), TICKETS);
                killable.kill();
                due = due(database);
                living = new HashSet<>(tickets(database));
                living.removeAll(due);
                learn(search, database, "erased", due);
                learn(search, database, "living", living);
                List<Long> leftAtKill = new ArrayList<>();
                for (int kill = 1; kill <= KILLS; kill++) {
                    long until = DUE - (long) kill * DUE / (KILLS + 2) - random.nextInt(10);
                    killable.begin();
                    Await.until("erasure " + kill, TIME_TO_GO_ON, () -> left(database, due) <= until);
                    killable.kill();
                    leftAtKill.add(left(database, due));
                    assertEachWholeOrGone(database, due);
                }
                System.out.println("still there at each kill, of " + DUE + ": " + leftAtKill);
                assertTrue(leftAtKill.get(KILLS - 1) > 0, "kills outside the run");
                killable.start();
                Await.until("the end of the run", TIME_TO_GO_ON, () -> told(database) == DUE);
                assertEquals(0, left(database, due));
                assertEachWholeOrGone(database, due);
                assertEquals(0, count(database, "SELECT count(*) FROM erasure_count"));
                openAll(Api.signIn(obhut.address(), "leyla"), TICKETS - DUE);
                killable.end();
                assertEquals(living, new HashSet<>(tickets(database)));
                try (var statement = database.createStatement()) {
                    statement.execute("VACUUM FULL");
                }
            }
            killable.endDatabase();
            Map<String, Integer> found = search.below(folder.resolve("database"), folder.resolve("database/pg_wal"));
            System.out.printf("%d needles, found after VACUUM FULL: %s%n", search.needles(), found);
            List<String> columns = List.of("ticket.summary", "ticket_item.body", "ticket_item.wrap", "seal.sealed");
            for (String column : columns) {
                assertTrue(found.getOrDefault("living " + column, 0) >= living.size(), "blind for " + column);
            }
            assertEquals(
                    List.of(),
                    found.keySet().stream()
                            .filter(name -> name.startsWith("erased"))
                            .toList());
            assertEquals(due, noted(due));
        }
    }

    private static void send(int port) throws Exception {
        try (var smtp = new RawSmtp(port)) {
            for (int i = 1; i <= TICKETS; i++) {
                String sender = "client" + i + "@client.example";
                smtp.send(
                        sender,
                        Mails.COUNSELLING,
                        Mails.text(sender, "Mail " + i, "mail" + i + "@client.example", "", "Text " + i));
            }
        }
    }

    private static void openAll(Api leyla, int expected) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (JsonObject row : leyla.tickets("new")) {
            JsonObject ticket = leyla.ticket(row.getString("id"));
            texts.put(
                    row.getString("subject"),
                    ticket.getJsonArray("timeline")
                            .getJsonObject(0)
                            .getString("text")
                            .strip());
        }
        assertEquals(expected, texts.size());
        texts.forEach((subject, text) -> assertEquals(subject.replace("Mail", "Text"), text));
    }

    private Set<UUID> due(Connection database) throws SQLException {
        Set<UUID> due = new TreeSet<>(tickets(database).subList(0, DUE));
        try (var statement =
                database.prepareStatement("UPDATE ticket SET erase_on = current_date - 1 WHERE id = ANY (?)")) {
            statement.setArray(1, array(database, due));
            assertEquals(DUE, statement.executeUpdate());
        }
        return due;
    }

    private static List<UUID> tickets(Connection database) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT id FROM ticket ORDER BY rank")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** The sealed bytes of whatever row names one of the tickets: contents, summaries, keys, and keyed hashes. */
    private static void learn(ByteSearch search, Connection database, String name, Set<UUID> tickets)
            throws SQLException {
        for (String column : columns(database, "bytea")) {
            String table = column.substring(0, column.indexOf('.'));
            for (String id : columns(database, "uuid")) {
                if (id.startsWith(table + ".")) {
                    String sql = "SELECT " + column + " FROM " + table + " WHERE " + id + " = ANY (?) AND " + column
                            + " IS NOT NULL";
                    // That a mail was here is known for 30 days longer, lest its copy be taken for a new one.
                    String known = table.equals("lookup") ? " AND label <> 3" : "";
                    try (var query = database.prepareStatement(sql + known)) {
                        query.setArray(1, array(database, tickets));
                        try (var rows = query.executeQuery()) {
                            while (rows.next()) {
                                byte[] value = rows.getBytes(1);
                                // Envelopes begin alike; keyed hashes and what follows a header are random.
                                int from = value.length >= 80 ? 40 : 0;
                                search.add(
                                        name + " " + column, java.util.Arrays.copyOfRange(value, from, value.length));
                            }
                        }
                    }
                }
            }
        }
    }

    private static List<String> columns(Connection database, String type) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var query = database.prepareStatement("""
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = ?""")) {
            query.setString(1, type);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    /** What is gone is named in no row; what is there has its seals and its entry. */
    private void assertEachWholeOrGone(Connection database, Set<UUID> due) throws SQLException {
        Set<UUID> there = new TreeSet<>(tickets(database));
        there.retainAll(due);
        Set<UUID> gone = new TreeSet<>(due);
        gone.removeAll(there);
        for (String column : columns(database, "uuid")) {
            String table = column.substring(0, column.indexOf('.'));
            assertEquals(
                    0,
                    count(database, "SELECT count(*) FROM " + table + " WHERE " + column + " = ANY (?)", gone),
                    column);
        }
        assertEquals(
                there.size(),
                count(database, "SELECT count(DISTINCT ticket_id) FROM ticket_item WHERE ticket_id = ANY (?)", there));
        assertEquals(
                2L * there.size(),
                count(database, "SELECT count(*) FROM seal WHERE file = ANY (?)", there),
                "the team's seal and the leads'");
        long counted = count(database, "SELECT coalesce(sum(number), 0) FROM erasure_count WHERE kind = 'TICKET'");
        assertEquals(gone.size(), told(database) + counted);
        assertTrue(noted(due).containsAll(gone), "what is gone stays shut in a database that is restored");
    }

    /** Those of which the key store knows that they were erased. */
    private Set<UUID> noted(Set<UUID> tickets) {
        var keys =
                new KeyStore(folder.resolve("keystore"), Optional.empty(), Optional.empty(), random, Clock.systemUTC());
        return new TreeSet<>(new ErasedFiles(keys).among(tickets));
    }

    private static long left(Connection database, Set<UUID> due) throws SQLException {
        return count(database, "SELECT count(*) FROM ticket WHERE id = ANY (?)", due);
    }

    private static long told(Connection database) throws SQLException {
        return count(database, "SELECT coalesce(sum(number), 0) FROM audit_line WHERE act = 'TICKETS_ERASED'");
    }

    private static long count(Connection database, String sql, Set<UUID> ids) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            query.setArray(1, array(database, ids));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Array array(Connection database, Set<UUID> ids) throws SQLException {
        return database.createArrayOf("uuid", ids.toArray());
    }
}
