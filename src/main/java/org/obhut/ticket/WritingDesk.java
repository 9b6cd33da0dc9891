package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.outbox.AddrSpec;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.SendingTerms;

/**
 * What a counsellor writes without a client's mail to answer: a first mail, a forward to a counselling centre; and where a
 * client is written to. A boundary like {@link Desk}, with the same rules.
 */
@ApplicationScoped
@Transactional
public class WritingDesk {

    private final TicketAccess access;
    private final Conversations conversations;
    private final Forwards forwards;
    private final ClientAddresses addresses;
    private final Assignment assignment;
    private final MailDrafts drafts;
    private final SendingMailboxes mailboxes;
    private final Outbox outbox;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected WritingDesk() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    WritingDesk(
            TicketAccess access,
            Conversations conversations,
            Forwards forwards,
            ClientAddresses addresses,
            Assignment assignment,
            MailDrafts drafts,
            SendingMailboxes mailboxes,
            Outbox outbox,
            DeskNotice notice) {
        this.access = access;
        this.conversations = conversations;
        this.forwards = forwards;
        this.addresses = addresses;
        this.assignment = assignment;
        this.drafts = drafts;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.notice = notice;
    }

    /** How mails of each mailbox that the caller may send by will look, in this language. @throws Refused where the caller is in no team */
    public List<SendingTerms> mailboxes(Caller caller, String language) {
        refuseOutsiders(caller);
        return mailboxes.of(caller.counsels()).stream()
                .map(mailbox -> outbox.terms(mailbox, language))
                .toList();
    }

    /**
     * Begins a conversation: a ticket that waits for the client's answer, with the mail in it and in the outbox. The caller's
     * unsent mail is discarded.
     *
     * @throws Refused where the caller is not in the team of the mailbox
     */
    public BegunConversation begin(Caller caller, NewConversation conversation) {
        refuseOutsiders(caller);
        BegunConversation begun = conversations.begin(caller, conversation);
        if (conversation.assignee().isPresent()) {
            try (OpenTicket open = access.forChange(caller, begun.ticket())) {
                assignment.assign(open, conversation.assignee());
            }
        }
        drafts.discard(caller);
        notice.tell(begun.ticket());
        return begun;
    }

    /** The caller's unsent mail to somebody new. */
    public Optional<MailDraft> draft(Caller caller) {
        return drafts.of(caller);
    }

    /** Keeps the caller's unsent mail, sealed to the caller alone; an empty one discards it. */
    public void keep(Caller caller, MailDraft draft) {
        refuseOutsiders(caller);
        if (drafts.keep(caller, draft)) {
            notice.tellOnly(caller.person(), caller.person());
        }
    }

    /** The words of these messages as a forward would show them. */
    public String forwardText(Caller caller, UUID ticket, List<UUID> messages, String language, boolean withAddress) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            return forwards.text(open, messages, language, withAddress);
        }
    }

    /**
     * Seals the forward and the consent into the ticket and the forward into the outbox.
     *
     * @throws TicketChanged where more came in since {@code forward.version()}
     */
    public AcceptedReply forward(Caller caller, UUID ticket, NewForward forward) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            AcceptedReply accepted = forwards.accept(open, forward);
            notice.tell(ticket);
            return accepted;
        }
    }

    /**
     * Gives the client an address, in place of all before: these neither get anything from now on nor let anything in. Mails
     * that wait for them fail and can be sent again. Returns the new version.
     *
     * @param mailbox which mailbox writes, where the ticket has none yet and its team has several
     * @throws TicketChanged where the ticket is not of this version
     */
    public long clientAddress(Caller caller, UUID ticket, String address, Optional<String> mailbox, long version) {
        AddrSpec wanted = AddrSpec.parse("value", address.strip());
        List<UUID> recalled;
        try (OpenTicket reading = access.forReading(caller, ticket)) {
            recalled = addresses.recall(reading, wanted.toString());
        }
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            addresses.set(open, wanted, mailbox, recalled);
            notice.tell(ticket);
            return open.ticket().version();
        }
    }

    private static void refuseOutsiders(Caller caller) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
    }
}
