package org.obhut.mailbox;

import java.sql.SQLException;
import java.util.Optional;

/** The right to poll one mailbox, which one node has at a time. Given back by closing. */
interface Turn extends AutoCloseable {

    /** Whether it is still ours. */
    boolean held();

    @Override
    void close() throws SQLException;

    /** Hands out turns. */
    interface Turns {

        /** Empty where another node has it. */
        Optional<? extends Turn> take(String address) throws SQLException;
    }
}
