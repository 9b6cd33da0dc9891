package org.obhut.outbox;

import java.sql.SQLException;

/** The database did not do what was asked. Carries the SQLSTATE alone, as the driver's message may repeat values. */
class OutboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutboxUnavailable(SQLException cause) {
        super("outbox: SQLSTATE " + cause.getSQLState());
    }
}
