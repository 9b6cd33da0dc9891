package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.obhut.envelope.DispatchKeyReplaced;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;
import org.obhut.platform.WorkingHours;

/** Who got an acknowledgement today, as hashes that nobody can read tomorrow, and how many a mailbox sent. */
@ApplicationScoped
public class AcknowledgementRows {

    private static final Duration KEPT = Duration.ofDays(2);

    private final Statements statements;
    private final OperatingSecrets secrets;
    private final Clock clock;

    @Inject
    public AcknowledgementRows(Statements statements, OperatingSecrets secrets, Clock clock) {
        this.statements = statements;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected AcknowledgementRows() {
        this(null, null, null);
    }

    /** What a mailbox sent since midnight, and how many clients got none because of its bound within a day. */
    record Counts(long today, long withheld) {}

    /** Notes that an address gets an acknowledgement. False where it got one today; an uncommitted one is waited for. */
    boolean firstToday(String address) {
        OperatingSecrets.DayHash hash = secrets.hashOfToday(address);
        return statements.run(
                        "INSERT INTO acknowledged (dispatch_key, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        hash.day(),
                        hash.value())
                == 1;
    }

    /** Whether the mailbox has sent fewer than it may this hour; where not, the one that is withheld is counted. */
    boolean room(String mailbox, int perHour) {
        String full = "SELECT 1 FROM acknowledgement_count WHERE mailbox = ? AND hour = ? AND sent >= ?";
        boolean room = statements.list(full, row -> 1, mailbox, hour(), perHour).isEmpty();
        if (!room) {
            count(mailbox, "withheld");
        }
        return room;
    }

    void sent(String mailbox) {
        count(mailbox, "sent");
    }

    private void count(String mailbox, String column) {
        String sql = "INSERT INTO acknowledgement_count AS c (mailbox, hour, " + column + ") VALUES (?, ?, 1)"
                + " ON CONFLICT (mailbox, hour) DO UPDATE SET " + column + " = c." + column + " + 1";
        statements.run(sql, mailbox, hour());
    }

    Counts counts(String mailbox) {
        Instant now = clock.instant();
        Instant midnight =
                now.atZone(WorkingHours.ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
        String sql = """
                SELECT coalesce(sum(sent) FILTER (WHERE hour >= ?), 0), coalesce(sum(withheld) FILTER (WHERE hour > ?), 0)
                FROM acknowledgement_count WHERE mailbox = ?""";
        return statements
                .list(
                        sql,
                        row -> new Counts(row.getLong(1), row.getLong(2)),
                        utc(midnight),
                        utc(now.minus(Duration.ofDays(1))),
                        mailbox)
                .get(0);
    }

    /** Forgets the addresses of days before, and counts that nobody looks at any more. */
    void forget(@Observes DispatchKeyReplaced key) {
        statements.run("DELETE FROM acknowledged WHERE dispatch_key < ?", key.today());
        statements.run(
                "DELETE FROM acknowledgement_count WHERE hour < ?",
                utc(clock.instant().minus(KEPT)));
    }

    private OffsetDateTime hour() {
        return utc(clock.instant().truncatedTo(ChronoUnit.HOURS));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
