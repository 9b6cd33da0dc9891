package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.platform.InvalidInput;

/** The mailboxes by settings, their state, and the choice at first connection. For administrators. */
@ApplicationScoped
public class Mailboxes {

    /**
     * How a mailbox stands.
     *
     * @param state {@code connecting}, {@code polling}, {@code idle}, {@code waiting-for-choice}, {@code standby} (another node
     *     has it), {@code failed}
     * @param error own words as a text key, null where all is well: {@code connection}, {@code certificate-refused},
     *     {@code sign-in-refused}, {@code password-file}, {@code database}, {@code database-not-durable}, {@code keys-not-pinned},
     *     {@code intake}; or, while it works, {@code cannot-remove}, {@code mail-left-on-server}
     * @param found how many mails lay there at the first connection, while the choice is open
     * @param acknowledged null where first mails are not acknowledged
     */
    public record State(
            String address,
            String team,
            String state,
            @Nullable String error,
            long fetched,
            long stored,
            long duplicates,
            long quarantined,
            long found,
            @Nullable Acknowledged acknowledged) {}

    /**
     * What became of acknowledgements.
     *
     * @param today sent since midnight in Berlin
     * @param withheld how many clients got none within a day because more came than are sent in an hour
     * @param perHour how many are sent in an hour at most
     */
    public record Acknowledged(long today, long withheld, int perHour) {}

    /** What to take of a mailbox that held mail when first connected. */
    public sealed interface FirstContact {

        /** What lay there stays untouched. */
        record OnlyNew() implements FirstContact {}

        /** Mails that came to the server on this day or later. */
        record Since(LocalDate day) implements FirstContact {}

        /** Everything. */
        record All() implements FirstContact {}
    }

    private final MailAccounts accounts;
    private final MailboxRows rows;
    private final AcknowledgementRows acknowledgements;
    private final Pollers pollers;

    @Inject
    public Mailboxes(MailAccounts accounts, MailboxRows rows, AcknowledgementRows acknowledgements, Pollers pollers) {
        this.accounts = accounts;
        this.rows = rows;
        this.acknowledgements = acknowledgements;
        this.pollers = pollers;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Mailboxes() {
        this(null, null, null, null);
    }

    /** @throws Refused where the caller is no administrator */
    public List<State> states(Caller caller) {
        check(caller);
        return accounts.all().stream().map(this::state).toList();
    }

    private State state(MailAccount account) {
        MailboxWatch.Now now = pollers.of(account.address())
                .map(poller -> poller.watch().now())
                .orElse(new MailboxWatch.Now(MailboxWatch.CONNECTING, null));
        MailboxRows.Counts counts = rows.counts(account.address());
        long found = rows.standing(account.address())
                .filter(Standing::waiting)
                .map(Standing::found)
                .orElse(0L);
        return new State(
                account.address(),
                account.team(),
                now.state(),
                now.error(),
                counts.fetched(),
                counts.stored(),
                counts.duplicates(),
                counts.quarantined(),
                found,
                acknowledged(account));
    }

    private @Nullable Acknowledged acknowledged(MailAccount account) {
        if (!account.acknowledging().on()) {
            return null;
        }
        AcknowledgementRows.Counts counts = acknowledgements.counts(account.address());
        return new Acknowledged(
                counts.today(), counts.withheld(), account.acknowledging().perHour());
    }

    /**
     * Answers the question of the first connection, once; the mailbox is looked at at once.
     *
     * @throws Refused where the caller is no administrator
     * @throws InvalidInput where the mailbox asks no question
     */
    public void choose(Caller caller, String address, FirstContact choice) {
        check(caller);
        MailAccount account =
                accounts.byAddress(address).orElseThrow(() -> new InvalidInput("address", "unknown-value"));
        if (!rows.choose(account.address(), choice)) {
            throw new InvalidInput("address", "nothing-to-choose");
        }
        pollers.of(address).ifPresent(Poller::poke);
    }

    private static void check(Caller caller) {
        if (!caller.has(Role.ADMINISTRATOR)) {
            throw new Refused("administrator");
        }
    }
}
