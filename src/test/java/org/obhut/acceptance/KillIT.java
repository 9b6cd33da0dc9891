package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.RunningObhut;

/** The server is killed again and again while it takes mails in: none is lost, none is there twice. */
class KillIT {

    private static final int MAILS = 200;
    private static final int KILLS = 10;
    private static final Duration TIME_TO_GO_ON = Duration.ofMinutes(2);

    /** Somewhat longer than one mail takes, so that a kill can fall on any step between two commits. */
    private static final int NANOSECONDS_FOR_ONE_MAIL = 40_000_000;

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void tenKillsDuringAnIntakeLoseAndDoubleNothing() throws Exception {
        List<Integer> storedAtKill = new ArrayList<>();
        try (var killable = KillableObhut.in(folder)) {
            RunningObhut obhut = killable.obhut();
            killable.start();
            killable.end();
            sendAll(obhut.smtpPort());
            try (Connection database = obhut.database()) {
                int stored = 0;
                for (int chosen : moments()) {
                    // At least one more than at the last kill, which may have come later than it was meant to.
                    int moment = Math.max(chosen, stored + 1);
                    killable.begin();
                    Await.until("mail " + moment, TIME_TO_GO_ON, () -> stored(database) >= moment);
                    LockSupport.parkNanos(random.nextInt(NANOSECONDS_FOR_ONE_MAIL));
                    killable.kill();
                    stored = stored(database);
                    storedAtKill.add(stored);
                }
                System.out.println("stored at each kill: " + storedAtKill);
                assertTrue(storedAtKill.get(0) > 0 && storedAtKill.get(KILLS - 1) < MAILS, "kills outside the intake");
                killable.start();
                Await.until("the last mail", TIME_TO_GO_ON, () -> stored(database) == MAILS);
            }
            assertEachOnce(Api.signIn(obhut.address(), "leyla"));
            try (var inbox = new ImapInbox(obhut.imapPort(), Mails.COUNSELLING, obhut.mailboxPassword("beratung"))) {
                Await.until("an empty mailbox", TIME_TO_GO_ON, () -> inbox.count() == 0);
            }
        }
    }

    private static void sendAll(int port) throws Exception {
        try (var smtp = new RawSmtp(port)) {
            for (int i = 1; i <= MAILS; i++) {
                String sender = "client" + i + "@client.example";
                smtp.send(
                        sender,
                        Mails.COUNSELLING,
                        Mails.text(sender, "Mail " + i, "mail" + i + "@client.example", "", "Text " + i));
            }
        }
    }

    /** Ten different numbers of stored mails, in order, at which to kill. */
    private Set<Integer> moments() {
        Set<Integer> moments = new TreeSet<>();
        while (moments.size() < KILLS) {
            moments.add(1 + random.nextInt(MAILS - 20));
        }
        return moments;
    }

    private static int stored(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM ticket_item")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void assertEachOnce(Api leyla) throws Exception {
        var times = new TreeMap<String, Integer>();
        for (JsonObject ticket : leyla.tickets("new")) {
            times.merge(ticket.getString("subject"), ticket.getInt("messageCount"), Integer::sum);
        }
        assertEquals(MAILS, times.size());
        assertTrue(times.values().stream().allMatch(n -> n == 1), () -> "there more than once: " + times);
    }
}
