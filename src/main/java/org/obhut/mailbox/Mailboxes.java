package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;

/** The mailboxes by settings, their state, and the choice at first connection. For administrators. */
@ApplicationScoped
public class Mailboxes {

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
    private final SmtpSide smtp;
    private final MailboxCheck check;
    private final Teams teams;

    @Inject
    public Mailboxes(
            MailAccounts accounts,
            MailboxRows rows,
            AcknowledgementRows acknowledgements,
            Pollers pollers,
            SmtpSide smtp,
            MailboxCheck check,
            Teams teams) {
        this.accounts = accounts;
        this.rows = rows;
        this.acknowledgements = acknowledgements;
        this.pollers = pollers;
        this.smtp = smtp;
        this.check = check;
        this.teams = teams;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Mailboxes() {
        this(null, null, null, null, null, null, null);
    }

    /** @throws Refused where the caller is no administrator */
    public List<MailboxState> states(Caller caller) {
        caller.requireAdministrator();
        return accounts.all().stream().map(this::state).toList();
    }

    private MailboxState state(MailAccount account) {
        String address = account.address();
        MailboxWatch.Now now =
                pollers.of(address).map(poller -> poller.watch().now()).orElse(MailboxWatch.Now.BEFORE);
        MailboxRows.Counts counts = rows.counts(address);
        long found = rows.standing(address)
                .filter(Standing::waiting)
                .map(Standing::found)
                .orElse(0L);
        return new MailboxState(
                address,
                team(account),
                receiving(account, now),
                sending(account),
                counts.fetched(),
                counts.stored(),
                counts.duplicates(),
                counts.quarantined(),
                now.onServer(),
                found,
                check.last(address).orElse(null),
                acknowledged(account));
    }

    /** By its pin, which alone decides; by the settings where there is none yet. */
    private String team(MailAccount account) {
        return teams.ofMailbox(account.address()).map(teams::name).orElse(account.team());
    }

    private MailboxState.Side receiving(MailAccount account, MailboxWatch.Now now) {
        Instant worked = Optional.ofNullable(now.condition().lastSuccess())
                .or(() -> rows.workedAt(account.address()))
                .orElse(null);
        Condition condition = new Condition(now.error(), now.condition().since(), worked);
        return side(Optional.of(account.imap()), now.state(), condition, now.next());
    }

    private MailboxState.Side sending(MailAccount account) {
        Condition condition = smtp.condition(account.address());
        String state = account.smtp().isEmpty()
                ? "not-set"
                : condition.error() != null ? "failed" : condition.lastSuccess() == null ? "unused" : "working";
        return side(account.smtp(), state, condition, null);
    }

    private static MailboxState.Side side(
            Optional<MailServer> server, String state, Condition condition, @Nullable Instant next) {
        return new MailboxState.Side(
                server.map(MailServer::toString).orElse(""),
                server.map(set -> set.security().name().toLowerCase(Locale.ROOT))
                        .orElse("none"),
                server.map(MailServer::credential).map(Credential::kind).orElse("none"),
                state,
                condition.error(),
                condition.since(),
                condition.lastSuccess(),
                next);
    }

    /**
     * Tries both sides of a mailbox now; {@link #states} then tells what was found. Takes up to about a minute where a server
     * does not answer. The mailbox is looked at at once too, whatever pause it was in.
     *
     * @throws Refused where the caller is no administrator
     * @throws InvalidInput where there is no such mailbox
     */
    public void connect(Caller caller, String address) {
        caller.requireAdministrator();
        MailAccount account = account(address);
        check.run(account);
        pollers.of(account.address()).ifPresent(Poller::poke);
    }

    private MailAccount account(String address) {
        return accounts.byAddress(address).orElseThrow(() -> new InvalidInput("address", "unknown-value"));
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
        caller.requireAdministrator();
        MailAccount account = account(address);
        if (!rows.choose(account.address(), choice)) {
            throw new InvalidInput("address", "nothing-to-choose");
        }
        pollers.of(address).ifPresent(Poller::poke);
    }
}
