package org.obhut.outbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.obhut.retention.ErasureStep;

/**
 * Keeps a ticket as long as a mail of it waits to be sent, which is nine days at most: an accepted reply must not vanish without a
 * word, and nobody would be told that it did.
 */
@Dependent
class WaitingMail implements ErasureStep {

    private final OutboxRows rows;

    @Inject
    WaitingMail(OutboxRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean holds(UUID file) {
        return rows.waits(file);
    }

    @Override
    public void erase(UUID file) {
        rows.deleteOf(file);
    }
}
