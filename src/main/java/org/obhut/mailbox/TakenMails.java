package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.Lookups;
import org.obhut.platform.Statements;
import org.obhut.retention.DatedRows;

/** The rows of table {@code taken_mail}: what is stored here and may still lie on its server. */
@ApplicationScoped
public class TakenMails implements DatedRows {

    /** How long a mail is known again after it left its server: longer than any server keeps a copy to deliver anew. */
    private static final int DAYS_KNOWN = 30;

    private final Statements statements;
    private final Lookups lookups;
    private final Clock clock;

    @Inject
    public TakenMails(Statements statements, Lookups lookups, Clock clock) {
        this.statements = statements;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected TakenMails() {
        this(null, null, null);
    }

    /**
     * Records a mail as stored, within the transaction that stores it, and counts it as fetched.
     *
     * @return false where it is recorded already
     */
    boolean add(UUID id, Place place, Duration expungeAfter) {
        boolean added = statements.run(
                        "INSERT INTO taken_mail (id, mailbox_id, uid_validity, uid, expunge_at) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (mailbox_id, uid_validity, uid) DO NOTHING",
                        id,
                        place.mailbox(),
                        place.uidValidity(),
                        place.uid(),
                        expungeAt(expungeAfter))
                == 1;
        if (added) {
            statements.run("UPDATE mailbox SET fetched = fetched + 1 WHERE id = ?", place.mailbox());
        }
        return added;
    }

    /** Up to the full hour, so that no row tells when a mail came. */
    private @Nullable OffsetDateTime expungeAt(Duration after) {
        if (after.isZero()) {
            return null;
        }
        Instant at = clock.instant().plus(after);
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        return (hour.equals(at) ? hour : hour.plus(1, ChronoUnit.HOURS)).atOffset(ZoneOffset.UTC);
    }

    /** UIDs that are stored and may still be there. */
    Set<Long> known(UUID mailbox, long uidValidity) {
        return new HashSet<>(statements.list(
                "SELECT uid FROM taken_mail WHERE mailbox_id = ? AND uid_validity = ? AND gone_on IS NULL",
                row -> row.getLong(1),
                mailbox,
                uidValidity));
    }

    /** UIDs among them that may be removed now. */
    List<Long> due(UUID mailbox, long uidValidity) {
        return statements.list(
                "SELECT uid FROM taken_mail WHERE mailbox_id = ? AND uid_validity = ? AND gone_on IS NULL"
                        + " AND (expunge_at IS NULL OR expunge_at <= ?) ORDER BY uid",
                row -> row.getLong(1),
                mailbox,
                uidValidity,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Notes that these are gone from their server. */
    void gone(UUID mailbox, long uidValidity, Collection<Long> uids) {
        statements.on(connection -> {
            Array array = connection.createArrayOf("bigint", uids.toArray());
            return Statements.run(
                    connection,
                    "UPDATE taken_mail SET gone_on = ? WHERE mailbox_id = ? AND uid_validity = ? AND uid = ANY (?)",
                    today(),
                    mailbox,
                    uidValidity,
                    array);
        });
    }

    /** Forgets the identities of mails that have been gone for 30 days; part of the caller's transaction. */
    @Override
    public void erase(LocalDate day) {
        List<UUID> old = statements.list(
                "DELETE FROM taken_mail WHERE gone_on < ? RETURNING id",
                row -> row.getObject(1, UUID.class),
                day.minusDays(DAYS_KNOWN));
        old.forEach(id -> lookups.remove(BlindIndex.Label.IDENTITY, id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
