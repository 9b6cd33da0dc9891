package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.RandomId;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.platform.Statements;

/** The rows of table {@code mailbox}: first connection, choice and counts. */
@ApplicationScoped
public class MailboxRows {

    /** What is counted of a mailbox's mails; the column's name. */
    enum Count {
        STORED,
        DUPLICATES,
        QUARANTINED
    }

    /** The counts since the first connection; their sum is what was fetched. */
    record Counts(long fetched, long stored, long duplicates, long quarantined) {

        /** How many mails were fetched and have become nothing. Never other than 0, or something is wrong. */
        long missing() {
            return fetched - stored - duplicates - quarantined;
        }
    }

    private static final String STANDING =
            "SELECT id, first_contact, since, found_to, found, uid_validity, connected_on"
                    + " FROM mailbox WHERE address = ?";

    private final Statements statements;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public MailboxRows(Statements statements, SecureRandom random, Clock clock) {
        this.statements = statements;
        this.random = random;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxRows() {
        this(null, null, null);
    }

    /** A row as it stands, with what only this class needs. */
    private record Row(Standing standing, long uidValidity, LocalDate connectedOn) {}

    /**
     * Notes that a connection is there; at the first one, what was found. An empty mailbox needs no choice. Where the server has
     * renumbered its mails (another UIDVALIDITY), 'only new' becomes 'since the day of the first connection', as the UID up to
     * which mails were left alone means nothing any more.
     */
    Standing connected(MailAccount account, long uidValidity, long highestUid, long found) {
        return statements.inTransaction(connection -> {
            Optional<Row> known = row(connection, account.address());
            if (known.isEmpty()) {
                Statements.run(
                        connection,
                        "INSERT INTO mailbox (id, address, uid_validity, connected_on, found, found_to) VALUES (?, ?, ?, ?, ?, ?)",
                        RandomId.next(random),
                        account.address(),
                        uidValidity,
                        today(),
                        found,
                        highestUid);
            } else if (known.get().uidValidity() != uidValidity) {
                renumbered(connection, known.get(), uidValidity);
            }
            Standing standing = row(connection, account.address()).orElseThrow().standing();
            Optional<FirstContact> answer = standing.found() == 0
                    ? Optional.of(new FirstContact.All())
                    : account.fetching().firstContact();
            if (standing.waiting() && answer.isPresent()) {
                choose(connection, account.address(), answer.get());
            }
            return row(connection, account.address()).orElseThrow().standing();
        });
    }

    private void renumbered(Connection connection, Row row, long uidValidity) throws SQLException {
        UUID mailbox = row.standing().mailbox();
        Statements.run(connection, "UPDATE mailbox SET uid_validity = ? WHERE id = ?", uidValidity, mailbox);
        Statements.run(
                connection,
                "UPDATE mailbox SET first_contact = 'since', since = connected_on WHERE id = ? AND first_contact = 'new'",
                mailbox);
        // What still lies there comes again under another number and is known by its identity.
        Statements.run(
                connection,
                "UPDATE taken_mail SET gone_on = ? WHERE mailbox_id = ? AND uid_validity <> ? AND gone_on IS NULL",
                today(),
                mailbox,
                uidValidity);
    }

    /** Empty before the first connection. */
    Optional<Standing> standing(String address) {
        return statements.on(connection -> row(connection, address)).map(Row::standing);
    }

    /** Stores the choice, once. False where there is no such mailbox or it was chosen already. */
    boolean choose(String address, FirstContact choice) {
        return statements.on(connection -> choose(connection, address, choice));
    }

    private static boolean choose(Connection connection, String address, FirstContact choice) throws SQLException {
        String name =
                choice instanceof FirstContact.All ? "all" : choice instanceof FirstContact.OnlyNew ? "new" : "since";
        LocalDate since = choice instanceof FirstContact.Since day ? day.day() : null;
        return Statements.run(
                        connection,
                        "UPDATE mailbox SET first_contact = ?, since = ? WHERE address = ? AND first_contact IS NULL",
                        name,
                        since,
                        address)
                == 1;
    }

    /**
     * Counts what has become of one more mail, within the transaction that stores it. That it was fetched is counted by {@link
     * TakenMails}, so that a mail that is removed from its server without having become anything shows.
     */
    void count(UUID mailbox, Count what) {
        String column = what.name().toLowerCase(java.util.Locale.ROOT);
        statements.run("UPDATE mailbox SET " + column + " = " + column + " + 1 WHERE id = ?", mailbox);
    }

    /** Notes that the server answers, to the hour: so an administrator sees after a restart too when it last did. */
    void worked(UUID mailbox) {
        OffsetDateTime hour = clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        statements.run(
                "UPDATE mailbox SET worked_at = ? WHERE id = ? AND worked_at IS DISTINCT FROM ?", hour, mailbox, hour);
    }

    /** The hour in which the server last answered; empty where it never has. */
    Optional<Instant> workedAt(String address) {
        return statements
                .list(
                        "SELECT worked_at FROM mailbox WHERE address = ? AND worked_at IS NOT NULL",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        address)
                .stream()
                .findFirst();
    }

    /** Zeros before the first connection. */
    Counts counts(String address) {
        List<Counts> found = statements.list(
                "SELECT fetched, stored, duplicates, quarantined FROM mailbox WHERE address = ?",
                row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                address);
        return found.isEmpty() ? new Counts(0, 0, 0, 0) : found.get(0);
    }

    private static Optional<Row> row(Connection connection, String address) throws SQLException {
        return Statements.list(connection, STANDING, MailboxRows::read, address).stream()
                .findFirst();
    }

    private static Row read(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                row.getObject("id", UUID.class),
                choice(row.getString("first_contact"), row.getObject("since", LocalDate.class)),
                row.getLong("found_to"),
                row.getLong("found"));
        return new Row(standing, row.getLong("uid_validity"), row.getObject("connected_on", LocalDate.class));
    }

    private static @Nullable FirstContact choice(@Nullable String name, @Nullable LocalDate since) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "all" -> new FirstContact.All();
            case "new" -> new FirstContact.OnlyNew();
            default -> new FirstContact.Since(since);
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
