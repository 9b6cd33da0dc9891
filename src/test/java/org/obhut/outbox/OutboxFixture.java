package org.obhut.outbox;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

/** An outbox on a real PostgreSQL, with a clock that tests turn, and each statement its own transaction. */
final class OutboxFixture {

    private static final DataSource DATABASE = PostgreSql.database();

    /** The steps that were told, without their reasons; waiting again and again counts once. */
    final List<DeliveryChanged> changes = new CopyOnWriteArrayList<>();

    final List<DeliveryReason> reasons = new CopyOnWriteArrayList<>();
    final List<ReplyAccepted> accepted = new CopyOnWriteArrayList<>();
    final MovedClock clock = new MovedClock(Replies.NOON);
    final KnownServers servers = new KnownServers();
    final OperatingSecrets secrets;
    final Outbox outbox;
    private final OutboxRows rows;
    private final Statements statements = new Statements(DATABASE);
    private SmtpAccount account = new SmtpAccount("localhost", 1, "none", null, null);

    private OutboxFixture(Path folder, DataSource database) {
        var random = new SecureRandom();
        secrets = new OperatingSecrets(
                new KeyStore(folder, Optional.empty(), Optional.empty(), random, clock), random, clock);
        rows = new OutboxRows(new Statements(database));
        outbox = new Outbox(
                rows, new Mailboxes(), servers, secrets, heard(accepted::add), heard(changes::add), random, clock);
    }

    static OutboxFixture empty(Path folder) {
        new Statements(DATABASE).run("TRUNCATE outbox");
        return new OutboxFixture(folder, DATABASE);
    }

    /** On the same rows, but {@code away} counts down and each time refuses a connection. */
    static OutboxFixture sometimesAway(Path folder, AtomicInteger away) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection") && away.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new SQLException("away", "08006");
            }
            return method.invoke(DATABASE, arguments);
        };
        Class<?>[] type = {DataSource.class};
        return new OutboxFixture(
                folder, (DataSource) Proxy.newProxyInstance(OutboxFixture.class.getClassLoader(), type, handler));
    }

    void account(SmtpAccount account) {
        this.account = account;
    }

    Deliveries deliveries() {
        return new Deliveries(rows, secrets, heard(this::hear), new SecureRandom(), clock);
    }

    private void hear(DeliveryChanged change) {
        if (change.reason() != null) {
            reasons.add(change.reason());
        }
        var step = new DeliveryChanged(change.ticket(), change.item(), change.status(), null, change.perhapsTwice());
        boolean waitsOn = change.status() == DeliveryStatus.SENDING && changes.contains(step);
        if (!waitsOn) {
            changes.add(step);
        }
    }

    Round round() {
        return round(deliveries());
    }

    Round round(Deliveries deliveries) {
        var patience = new SmtpPatience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new Round(deliveries, new Mailboxes(), secrets, new Courier(patience, servers), clock);
    }

    /** Delivers all that is due now. */
    void deliverDue() {
        Round round = round();
        boolean more = true;
        while (more) {
            more = round.next();
        }
    }

    /** Columns of the one row, joined by bars, or empty. */
    Optional<String> row(String columns) {
        return statements.list("SELECT concat_ws('|', " + columns + ") FROM outbox", row -> row.getString(1)).stream()
                .findFirst();
    }

    void execute(String sql) {
        statements.run(sql);
    }

    List<DeliveryStatus> statuses(UUID item) {
        var statuses = new ArrayList<DeliveryStatus>();
        changes.stream().filter(change -> change.item().equals(item)).forEach(change -> statuses.add(change.status()));
        return statuses;
    }

    private final class Mailboxes implements SmtpAccounts {

        @Override
        public SmtpAccount account(String mailbox) throws AccountUnavailable {
            if (!mailbox.equals(Replies.MAILBOX)) {
                throw new AccountUnavailable("mailbox-not-configured");
            }
            return account;
        }

        @Override
        public List<String> sending() {
            return List.of(Replies.MAILBOX);
        }

        @Override
        public SenderIdentity sender(String mailbox, String language) {
            return new SenderIdentity(mailbox, "Beratung", "Ihre Nachricht", true, false, false);
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
