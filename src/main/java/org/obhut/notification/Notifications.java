package org.obhut.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.outbox.Outbox;
import org.obhut.platform.InvalidInput;

/** What a person sets about being told; nobody sets it for another. Addresses are sealed under the settings key. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidInput.class)
public class Notifications {

    private static final int CODES_A_DAY = 5;
    private static final int ATTEMPTS = 5;

    private final NotificationRows rows;
    private final NotificationSender sender;
    private final Outbox outbox;
    private final OperatingSecrets secrets;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Notifications() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Notifications(
            NotificationRows rows,
            NotificationSender sender,
            Outbox outbox,
            OperatingSecrets secrets,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.sender = sender;
        this.outbox = outbox;
        this.secrets = secrets;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What a person has set.
     *
     * @param address confirmed; null where there is none
     * @param pending waits for its code; null where none does
     */
    public record Setting(
            Choice choice,
            @Nullable String address,
            @Nullable String pending) {}

    public Setting of(Caller caller) {
        Optional<NotificationRows.Row> stored = rows.find(caller.person());
        if (stored.isEmpty()) {
            return new Setting(Choice.OFF, null, null);
        }
        NotificationRows.Row row = stored.get();
        PendingAddress pending = pending(row);
        boolean holds = pending != null && clock.instant().isBefore(pending.until());
        return new Setting(row.choice(), address(row), holds ? pending.address() : null);
    }

    /** Whether this is an hour at which the person wants to hear of nothing that can wait. */
    public boolean quiet(Caller caller) {
        return rows.find(caller.person())
                .map(NotificationRows.Row::choice)
                .orElse(Choice.OFF)
                .quiet(clock.instant());
    }

    /** @throws InvalidInput where something is wanted and no address is confirmed */
    public void choose(Caller caller, Choice choice) {
        NotificationRows.Row row = rows.locked(caller.person());
        if (choice.pace() != Pace.OFF && row.address() == null) {
            throw new InvalidInput("pace", "no-address");
        }
        Instant now = clock.instant();
        rows.choose(caller.person(), choice, choice.pace() == Pace.DAILY ? Choice.morning(now) : now);
    }

    /**
     * Mails a code to an address.
     *
     * @throws InvalidInput where it can't be written to, is one of our own mailboxes, or five codes were sent today
     */
    public void address(Caller caller, String address) {
        NotificationRows.Row row = rows.locked(caller.person());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int codes = row.codesOn().equals(today) ? row.codes() : 0;
        if (codes >= CODES_A_DAY) {
            throw new InvalidInput("address", "too-many-codes");
        }
        String wanted = address.strip();
        if (outbox.mailboxes().stream().anyMatch(wanted::equalsIgnoreCase)) {
            throw new InvalidInput("address", "own-mailbox");
        }
        PendingAddress pending = PendingAddress.of(wanted, now, random);
        sender.send(wanted, row.language(), Notice.in(row.language()).code(pending.code()));
        rows.pending(
                caller.person(),
                secrets.sealSetting(context(caller.person(), "pending"), pending.packed()),
                codes + 1,
                today);
    }

    /** @throws InvalidInput where it is not the code, its time is over, or it was tried too often */
    public void confirm(Caller caller, String code) {
        NotificationRows.Row row = rows.locked(caller.person());
        PendingAddress pending = pending(row);
        if (pending == null || row.attempts() >= ATTEMPTS || !pending.confirmedBy(code, clock.instant())) {
            rows.attempted(caller.person());
            throw new InvalidInput("code", row.attempts() >= ATTEMPTS ? "code-ended" : "wrong-code");
        }
        rows.confirm(
                caller.person(),
                secrets.sealSetting(
                        context(caller.person(), "address"), pending.address().getBytes(StandardCharsets.UTF_8)));
    }

    /** Forgets the address; nothing is sent any more. */
    public void remove(Caller caller) {
        rows.remove(caller.person());
    }

    private @Nullable PendingAddress pending(NotificationRows.Row row) {
        return row.pending() == null
                ? null
                : PendingAddress.unpacked(secrets.openSetting(context(row.person(), "pending"), row.pending()));
    }

    private @Nullable String address(NotificationRows.Row row) {
        return row.address() == null ? null : address(secrets, row.person(), row.address());
    }

    static String address(OperatingSecrets secrets, UUID person, byte[] sealed) {
        return new String(secrets.openSetting(context(person, "address"), sealed), StandardCharsets.UTF_8);
    }

    private static String context(UUID person, String what) {
        return "notification/" + person + '/' + what;
    }
}
