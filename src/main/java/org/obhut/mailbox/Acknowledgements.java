package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.Outbox;
import org.obhut.ticket.Acknowledgement;
import org.obhut.ticket.Address;
import org.obhut.ticket.ClientMessage;
import org.obhut.ticket.MailKind;

/**
 * Decides whether the client whose mail opens a ticket is told at once that it has come (RFC 3834). In any doubt there is no
 * acknowledgement. Part of intake's transaction: what is noted here is committed with the ticket or not at all.
 */
@ApplicationScoped
public class Acknowledgements {

    /** An older mail comes from a mailbox that was filled from elsewhere, or was long on its way. */
    private static final Duration FRESH = Duration.ofDays(2);

    private final MailAccounts accounts;
    private final AcknowledgementRows rows;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Acknowledgements(MailAccounts accounts, AcknowledgementRows rows, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Acknowledgements() {
        this(null, null, null, null);
    }

    /** The acknowledgement for a mail that opens a ticket; it has to be sent, as it is counted. */
    Optional<Acknowledgement> of(MailAccount account, ParsedMail mail, ClientMessage message) {
        Acknowledging rule = account.acknowledging();
        if (!rule.on() || account.smtp().isEmpty() || !wanted(account, mail, message)) {
            return Optional.empty();
        }
        String to = Optional.ofNullable(mail.replyTo()).orElse(mail.from()).address();
        if (!rows.room(account.address(), rule.perHour()) || !rows.firstToday(bare(to))) {
            return Optional.empty();
        }
        rows.sent(account.address());
        String language = rule.texts().language(message.language());
        String text = rule.texts().text(language, rule.working(clock.instant()));
        return Optional.of(new Acknowledgement(to, language, text));
    }

    private boolean wanted(MailAccount account, ParsedMail mail, ClientMessage message) {
        boolean personal = mail.kind() == MailKind.PERSONAL && message.kind() == MailKind.PERSONAL;
        return personal
                && message.form() == null
                && mail.automaticAnswer()
                && mail.from() != null
                && person(account, mail.from())
                && person(account, mail.replyTo())
                && fresh(mail.date());
    }

    /** Whether nothing speaks against a person at this address; true where there is none. */
    private boolean person(MailAccount mailbox, @Nullable Address address) {
        return address == null
                || AutomaticAnswerRule.permitsTo(address.address())
                        && outbox.canWrite(mailbox.address(), address.address())
                        && accounts.all().stream().noneMatch(account -> ours(account, address.address()));
    }

    private static boolean ours(MailAccount account, String address) {
        return bare(account.address()).equals(bare(address))
                || account.webForms().has(address);
    }

    private boolean fresh(@Nullable Instant date) {
        return date == null || date.isAfter(clock.instant().minus(FRESH));
    }

    /** One spelling of all addresses that lead to the same mailbox: in lower case, without a sub-address (RFC 5233). */
    private static String bare(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int detail = lower.indexOf('+');
        return detail > 0 && detail < at ? lower.substring(0, detail) + lower.substring(at) : lower;
    }
}
