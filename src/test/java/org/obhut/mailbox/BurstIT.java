package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** Many mails at once, and one alone, in the real container. */
@WithObhut
class BurstIT {

    private static final int MAILS = 200;

    private final RunningObhut obhut;

    BurstIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @Test
    void aBurstIsStoredWithinTwentySecondsAndASingleMailWithinTwo() throws Exception {
        try (Connection database = obhut.database()) {
            long before = stored(database);
            long begin = System.nanoTime();
            send(MAILS);
            long sent = System.nanoTime();
            await(database, before + MAILS, Duration.ofSeconds(20));
            long done = System.nanoTime();
            System.out.printf(
                    "burst: %d mails sent in %d ms, stored %d ms later%n",
                    MAILS, (sent - begin) / 1_000_000, (done - sent) / 1_000_000);
            long single = System.nanoTime();
            send(1);
            await(database, before + MAILS + 1, Duration.ofSeconds(2));
            System.out.printf("single mail stored after %d ms%n", (System.nanoTime() - single) / 1_000_000);
        }
    }

    private void send(int count) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(obhut.smtpPort()));
        Session session = Session.getInstance(properties);
        try (Transport smtp = session.getTransport("smtp")) {
            smtp.connect();
            for (int i = 0; i < count; i++) {
                MimeMessage mail = new MimeMessage(session);
                mail.setFrom(new InternetAddress("burst-" + i + "@client.example"));
                mail.setRecipients(Message.RecipientType.TO, "beratung@obhut.example");
                mail.setSubject("Stoß " + i);
                mail.setText("Guten Tag, ich habe eine Frage.");
                mail.saveChanges();
                smtp.sendMessage(mail, mail.getAllRecipients());
            }
        }
    }

    private static void await(Connection database, long count, Duration deadline) throws SQLException {
        long end = System.nanoTime() + deadline.toNanos();
        while (stored(database) < count) {
            assertTrue(System.nanoTime() < end, "only " + stored(database) + " of " + count);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        assertEquals(count, stored(database));
    }

    private static long stored(Connection database) throws SQLException {
        try (var query = database.createStatement();
                ResultSet row = query.executeQuery("SELECT coalesce(sum(stored), 0) FROM mailbox")) {
            row.next();
            return row.getLong(1);
        }
    }
}
