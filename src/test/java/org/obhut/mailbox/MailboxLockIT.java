package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

class MailboxLockIT {

    private final DataSource database = PostgreSql.database();

    @Test
    void oneNodeAtATimePollsAMailbox() throws Exception {
        try (MailboxLock first = MailboxLock.take(database, "a@obhut.example").orElseThrow()) {
            assertTrue(MailboxLock.take(database, "a@obhut.example").isEmpty());
            try (MailboxLock other =
                    MailboxLock.take(database, "b@obhut.example").orElseThrow()) {
                assertTrue(other.held());
            }
            assertTrue(first.held());
        }
        MailboxLock.take(database, "a@obhut.example").orElseThrow().close();
    }

    @Test
    void aLockIsLostWithItsConnectionAndFreeForTheNext() throws Exception {
        MailboxLock lock = MailboxLock.take(database, "a@obhut.example").orElseThrow();
        new Statements(database)
                .list(
                        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
                        row -> row.getBoolean(1));
        assertFalse(lock.held());
        assertTrue(MailboxLock.take(database, "a@obhut.example").isPresent());
    }
}
