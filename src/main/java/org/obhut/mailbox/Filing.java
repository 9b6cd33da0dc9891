package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.TeamReaders;
import org.obhut.threading.Arrival;
import org.obhut.threading.Decision;
import org.obhut.threading.KnownTickets;
import org.obhut.threading.Sender;
import org.obhut.threading.Threading;
import org.obhut.ticket.Acknowledgement;
import org.obhut.ticket.ClientMessage;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Party;
import org.obhut.ticket.Reception;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.WebForm;

/** Puts an understood mail into the ticket where it belongs; part of the caller's transaction. */
@ApplicationScoped
public class Filing {

    /** How many tickets of one thread may go while one mail is filed. */
    private static final int MOST_ERASED = 5;

    private static final System.Logger LOG = System.getLogger(Filing.class.getName());

    private final Reception reception;
    private final Acknowledgements acknowledgements;
    private final Clock clock;

    @Inject
    public Filing(Reception reception, Acknowledgements acknowledgements, Clock clock) {
        this.reception = reception;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Filing() {
        this(null, null, null);
    }

    /**
     * Returns the ticket. One that is erased in this very moment has taken along what led to it, so that the mail finds another
     * place when it is asked again.
     *
     * @param fresh whether the mail has just come, so that its client may be told at once
     */
    UUID file(TeamReaders readers, MailAccount account, ParsedMail mail, boolean fresh) {
        for (int erased = 0; erased < MOST_ERASED; erased++) {
            try {
                return place(readers, account, mail, fresh);
            } catch (TicketNotFound e) {
                LOG.log(Level.INFO, "ticket-erased-meanwhile");
            }
        }
        return place(readers, account, mail, fresh);
    }

    private UUID place(TeamReaders readers, MailAccount account, ParsedMail mail, boolean fresh) {
        Decision decision = new Threading(new Known()).decide(arrival(account, mail));
        ClientMessage message = message(account, mail, kind(account, mail, decision));
        // Forms are the provider's own way of writing.
        boolean condemned = !account.webForms().wrote(mail) && account.spam().condemns(mail);
        if (decision instanceof Decision.Join join) {
            reception.append(join.ticket(), message, party(join.sender()), condemned);
            return join.ticket();
        }
        if (decision instanceof Decision.Reported reported) {
            reception.append(reported.ticket(), message, Party.CLIENT);
            DeliveryReport report = mail.report();
            if (report != null) {
                reception.reported(reported.ticket(), reported.message(), report.kind(), report.reason());
            }
            return reported.ticket();
        }
        Decision.Open open = (Decision.Open) decision;
        Party party = open.replaced() ? Party.REPLACED : Party.CLIENT;
        // Whoever knows an identifier of ours has it from us.
        boolean spam = condemned && open.mayBelongTo().isEmpty();
        @Nullable
        Acknowledgement word = fresh && !spam && party == Party.CLIENT
                ? acknowledgements.of(account, mail, message).orElse(null)
                : null;
        return reception.open(readers, account.address(), message, open.mayBelongTo(), party, word, spam);
    }

    private static Party party(Sender sender) {
        return switch (sender) {
            case PARTICIPANT -> Party.CLIENT;
            case CENTRE -> Party.CENTRE;
            case REPLACED -> Party.REPLACED;
            case UNKNOWN -> Party.STRANGER;
        };
    }

    private static Arrival arrival(MailAccount account, ParsedMail mail) {
        DeliveryReport report = mail.report();
        return new Arrival(
                account.address(),
                mail.recipients(),
                mail.subject(),
                mail.references(),
                mail.from() == null || account.webForms().wrote(mail)
                        ? null
                        : mail.from().address(),
                report == null ? null : new Arrival.Report(report.messageIds(), report.recipients()));
    }

    private ClientMessage message(MailAccount account, ParsedMail mail, MailKind kind) {
        if (!account.webForms().wrote(mail)) {
            return new ClientMessage(
                    mail.subject(),
                    mail.from(),
                    mail.replyTo(),
                    sent(mail),
                    mail.text(),
                    mail.newText(),
                    mail.html(),
                    mail.language(),
                    kind,
                    null,
                    mail.messageId(),
                    mail.protection(),
                    mail.appointments(),
                    mail.attachments());
        }
        boolean believed = account.webForms().believes(mail);
        FormMail form = FormMail.of(mail, account);
        return new ClientMessage(
                believed ? form.subject() : mail.subject(),
                believed ? form.client() : mail.from(),
                null,
                sent(mail),
                form.text(),
                believed ? form.newText() : form.text(),
                form.html(),
                form.language(),
                kind,
                new WebForm(believed, believed ? form.callback() : null),
                mail.messageId(),
                mail.protection(),
                mail.appointments(),
                mail.attachments());
    }

    /** A clock that runs ahead would put the mail before what comes after it. */
    private Instant sent(ParsedMail mail) {
        Instant now = clock.instant();
        return mail.date() == null || mail.date().isAfter(now) ? now : mail.date();
    }

    /**
     * What a mail is at the place where it belongs. A web form speaks for a person. Who takes part in a ticket and refers to it
     * answers, whatever marks of a list the provider adds; and a machine that refers to our mail answers it.
     */
    private static MailKind kind(MailAccount account, ParsedMail mail, Decision decision) {
        MailKind kind = mail.kind();
        if (account.webForms().wrote(mail) && !kind.report()) {
            return MailKind.PERSONAL;
        }
        if (decision instanceof Decision.Join join) {
            if (kind == MailKind.LIST && join.sender() != Sender.UNKNOWN) {
                return MailKind.PERSONAL;
            }
            if (kind == MailKind.NOTIFICATION) {
                return MailKind.AUTOMATIC_REPLY;
            }
        }
        return kind;
    }

    /** What reception knows, as threading asks it. */
    private final class Known implements KnownTickets {

        @Override
        public Optional<Sent> byToken(String token) {
            return reception.byToken(token).map(Known::sent);
        }

        @Override
        public Optional<Sent> sent(String messageId) {
            return reception.sent(messageId).map(Known::sent);
        }

        @Override
        public Set<UUID> knowing(List<String> messageIds) {
            return reception.knowing(messageIds);
        }

        @Override
        public Sender sender(UUID ticket, String address) {
            return switch (reception.party(ticket, address)) {
                case CLIENT -> Sender.PARTICIPANT;
                case CENTRE -> Sender.CENTRE;
                case REPLACED -> Sender.REPLACED;
                case STRANGER -> Sender.UNKNOWN;
            };
        }

        private static Sent sent(Reception.Reference reference) {
            return new Sent(reference.ticket(), reference.message());
        }
    }
}
