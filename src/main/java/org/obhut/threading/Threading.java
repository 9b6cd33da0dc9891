package org.obhut.threading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.threading.KnownTickets.Sent;

/**
 * Decides where a mail belongs. A reply token in the recipient address joins whoever sends, as nobody can guess it. A
 * reference or a subject token, which travel further, join only if the sender takes part or is a centre that was asked.
 * Whatever else a mail claims opens a new ticket: a mail in the wrong ticket shows one client's case to another's
 * counsellor. An address that the client has left for a safer one joins nothing, whatever it knows: somebody else may
 * write from it.
 */
public final class Threading {

    /** More recipients that look like ours are not followed. */
    private static final int MOST_TOKENS = 20;

    private final KnownTickets known;

    public Threading(KnownTickets known) {
        this.known = known;
    }

    public Decision decide(Arrival mail) {
        Arrival.Report report = mail.report();
        if (report != null) {
            Optional<Sent> about = reported(mail, report);
            if (about.isPresent()) {
                return new Decision.Reported(about.get().ticket(), about.get().message());
            }
        }
        Optional<Sent> addressed = byToken(mail.mailbox(), mail.recipients());
        if (addressed.isPresent()) {
            UUID ticket = addressed.get().ticket();
            Sender sender = sender(ticket, mail);
            return sender == Sender.REPLACED
                    ? new Decision.Open(Optional.of(ticket), true)
                    : new Decision.Join(ticket, sender);
        }
        return byName(named(mail), mail);
    }

    private Decision byName(Set<UUID> named, Arrival mail) {
        for (UUID ticket : named) {
            Sender sender = sender(ticket, mail);
            if (sender == Sender.PARTICIPANT || sender == Sender.CENTRE) {
                return new Decision.Join(ticket, sender);
            }
        }
        Optional<UUID> left = named.stream()
                .filter(ticket -> sender(ticket, mail) == Sender.REPLACED)
                .findFirst();
        return new Decision.Open(left.or(() -> named.stream().findFirst()), left.isPresent());
    }

    /** The message that a report is about: by the Message-ID within, which names one message, else by a token, which names a ticket. */
    private Optional<Sent> reported(Arrival mail, Arrival.Report report) {
        return Stream.concat(report.messageIds().stream(), mail.references().stream())
                .distinct()
                .limit(MessageIds.MOST)
                .flatMap(id -> known.sent(id).stream())
                .findFirst()
                .or(() -> byToken(
                        mail.mailbox(),
                        Stream.concat(report.addresses().stream(), mail.recipients().stream())
                                .toList()));
    }

    private Optional<Sent> byToken(String mailbox, List<String> addresses) {
        return ReplyTokens.inAddresses(mailbox, addresses).stream()
                .limit(MOST_TOKENS)
                .flatMap(token -> known.byToken(token).stream())
                .findFirst();
    }

    /** Tickets that the mail's references or its subject name. */
    private Set<UUID> named(Arrival mail) {
        Set<UUID> named = new LinkedHashSet<>();
        if (!mail.references().isEmpty()) {
            named.addAll(known.knowing(mail.references()));
        }
        ReplyTokens.inSubject(mail.subject()).flatMap(known::byToken).ifPresent(sent -> named.add(sent.ticket()));
        return named;
    }

    private Sender sender(UUID ticket, Arrival mail) {
        @Nullable String address = mail.sender();
        return address == null ? Sender.UNKNOWN : known.sender(ticket, address);
    }
}
