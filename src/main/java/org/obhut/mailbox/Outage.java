package org.obhut.mailbox;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.account.PinMismatch;
import org.obhut.platform.DatabaseRefused;

/**
 * Tells a failure of the surroundings from a failure of one mail. In an outage the mail stays on its server and is tried
 * again; a mail that fails by itself goes into quarantine, so that it stops no other.
 */
final class Outage {

    /** Classes of SQLSTATE: connection, rollback by contention, resources, object in use, intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    private static final int DEEPEST = 20;

    private Outage() {}

    /** A text key of the outage, null where the mail itself is at fault. */
    static @Nullable String of(Throwable failure) {
        boolean rolledBack = false;
        boolean answered = false;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof PinMismatch) {
                return "keys-not-pinned";
            }
            if (cause instanceof DatabaseRefused refused && outage(refused.sqlState())
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && outage(sql.getSQLState())) {
                return "database";
            }
            answered |= cause instanceof DatabaseRefused || cause instanceof SQLException;
            rolledBack |= cause instanceof RollbackException || cause instanceof SystemException;
            cause = cause.getCause();
        }
        // A commit that failed without the database's word on why is its connection's failure.
        return rolledBack && !answered ? "database" : null;
    }

    private static boolean outage(@Nullable String sqlState) {
        return sqlState == null || sqlState.length() < 2 || CLASSES.contains(sqlState.substring(0, 2));
    }
}
