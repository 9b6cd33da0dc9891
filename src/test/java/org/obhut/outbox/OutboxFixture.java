package org.obhut.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.io.File;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.OperatingSecrets;

/** An outbox on a real PostgreSQL, with a clock that tests turn, and each statement its own transaction. */
final class OutboxFixture {

    private static DataSource database;

    final List<DeliveryChanged> changes = new CopyOnWriteArrayList<>();
    final List<ReplyAccepted> accepted = new CopyOnWriteArrayList<>();
    final Turning clock = new Turning();
    final OperatingSecrets secrets;
    final Outbox outbox;
    private final OutboxRows rows;
    private SmtpAccount account = new SmtpAccount("localhost", 1, "none", null, null);

    OutboxFixture(Path folder) throws Exception {
        this(folder, database());
        execute("TRUNCATE outbox");
    }

    OutboxFixture(Path folder, DataSource database) {
        var random = new SecureRandom();
        secrets = new OperatingSecrets(
                new KeyStore(folder, Optional.empty(), Optional.empty(), random, clock), random, clock);
        rows = new OutboxRows(database);
        outbox = new Outbox(rows, new Mailboxes(), secrets, heard(accepted::add), random, clock);
    }

    static synchronized DataSource database() throws Exception {
        if (database == null) {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File("target/outbox-database"))
                    .start();
            database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
        }
        return database;
    }

    void account(SmtpAccount account) {
        this.account = account;
    }

    Deliveries deliveries() {
        return new Deliveries(rows, secrets, heard(changes::add), clock);
    }

    Round round() {
        return round(deliveries());
    }

    Round round(Deliveries deliveries) {
        var patience = new SmtpPatience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new Round(deliveries, new Mailboxes(), secrets, new Courier(patience, null), clock);
    }

    /** Delivers all that is due now. */
    void deliverDue() {
        Round round = round();
        boolean more = true;
        while (more) {
            more = round.next();
        }
    }

    /** The one row as {@code column=value}, or empty. */
    Optional<String> row(String columns) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT concat_ws('|', " + columns + ") FROM outbox")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<DeliveryStatus> statuses(UUID item) {
        var statuses = new ArrayList<DeliveryStatus>();
        changes.stream().filter(change -> change.item().equals(item)).forEach(change -> statuses.add(change.status()));
        return statuses;
    }

    private final class Mailboxes implements SmtpAccounts {

        @Override
        public Optional<SmtpAccount> account(String mailbox) {
            return mailbox.equals(Replies.MAILBOX) ? Optional.of(account) : Optional.empty();
        }

        @Override
        public SenderIdentity sender(String mailbox, String language) {
            return new SenderIdentity(mailbox, "Beratung", "Ihre Nachricht", true);
        }
    }

    /** A clock that stands at noon until it is turned. */
    static final class Turning extends Clock {

        private volatile Instant now = Replies.NOON;

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static <T> Event<T> heard(Consumer<T> observer) {
        return new Event<>() {
            @Override
            public void fire(T event) {
                observer.accept(event);
            }

            @Override
            public <U extends T> CompletionStage<U> fireAsync(U event) {
                throw new UnsupportedOperationException();
            }

            @Override
            public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Event<T> select(Annotation... qualifiers) {
                throw new UnsupportedOperationException();
            }

            @Override
            public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
                throw new UnsupportedOperationException();
            }

            @Override
            public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
